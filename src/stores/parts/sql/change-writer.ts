// Writes what ends or changes sessions: in one transaction with the word of it to other servers, and told in this process
// before the call answers.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import type { SessionChanges } from '../session-changes.ts'
import { announce } from './announce.ts'
import type { StatementRunner } from './statement-runner.ts'
import type { Statements } from './statements.ts'
import { ask, type Query, type Work } from './work.ts'

export class ChangeWriter {
  readonly #runner: StatementRunner
  readonly #changes: SessionChanges

  constructor(runner: StatementRunner, changes: SessionChanges) {
    this.#runner = runner
    this.#changes = changes
  }

  /** Runs work that answers the ids of the sessions that it ended. */
  async end(work: (statements: Statements) => Work<readonly string[]>): Promise<readonly string[]> {
    const { database } = this.#runner
    const ended = await this.#runner.atomically(function* endAndAnnounce(statements) {
      const sessionIds = yield* work(statements)
      yield* announce(database, { kind: 'sessions', sessionIds })
      return sessionIds
    })
    this.#changes.ended(ended)
    return ended
  }

  /** Runs one statement. Answers whether it changed anything; others are told only if it did. */
  async change(change: SessionChange, choose: (statements: Statements) => Query<unknown>): Promise<boolean> {
    const { database } = this.#runner
    const hasChanged = await this.#runner.atomically(function* changeAndAnnounce(statements) {
      const { changes } = yield* ask(choose(statements))
      if (changes > 0) yield* announce(database, change)
      return changes > 0
    })
    this.#changes.tell(change)
    return hasChanged
  }

  /** For what other servers need not hear: they may go on with what they have read. */
  tellHere(sessionId: string): void {
    this.#changes.ended([sessionId])
  }
}
