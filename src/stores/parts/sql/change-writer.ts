// Writes changes that end or change sessions, in one transaction with the message to other servers, and announces them in this
// process before the call returns.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { SessionChanges } from '../session-changes.ts'
import { deleteUser } from './account-work.ts'
import { announce } from './announce.ts'
import type { Query } from './query.ts'
import { endSessions } from './session-work.ts'
import type { StatementRunner } from './statement-runner.ts'
import type { Statements } from './statements.ts'
import { type Unit, unlessChanged } from './unit.ts'

export class ChangeWriter {
  readonly #runner: StatementRunner
  readonly #changes: SessionChanges

  constructor(runner: StatementRunner, changes: SessionChanges) {
    this.#runner = runner
    this.#changes = changes
  }

  /** Ends these sessions. Returns the ids of those that this call ended. */
  async endSessions(sessionIds: readonly string[]): Promise<readonly string[]> {
    if (sessionIds.length === 0) return []
    const { mostValues } = this.#runner.database.traits
    return this.#end({ kind: 'sessions', sessionIds }, (statements) =>
      endSessions(statements, sessionIds, mostValues),
    )
  }

  /** Deletes a user. Returns the ids of the sessions that ended. */
  async deleteUser(userId: string): Promise<readonly string[]> {
    try {
      return await this.#end({ kind: 'user', userId }, (statements) => deleteUser(statements, userId))
    } catch (error) {
      throw refusedByOthers(error)
    }
  }

  /** Runs one statement. Returns whether it changed anything; other servers are notified only if it did. */
  async change(change: SessionChange, choose: (statements: Statements) => Query<unknown>): Promise<boolean> {
    const messages = announce(this.#runner.database, change, unlessChanged(0))
    const hasChanged = await this.#runner.atomically((statements) => ({
      steps: [{ query: choose(statements) }, ...messages],
      read: ([answer]) => answer !== undefined && answer.changes > 0,
    }))
    this.#changes.tell(change)
    return hasChanged
  }

  /** For changes that other servers need not know about: they may continue with what they have read. */
  tellHere(sessionId: string): void {
    this.#changes.ended([sessionId])
  }

  /** Notifies other servers of every session that may have ended, since the message is part of the transaction that ends them. */
  async #end(
    change: SessionChange,
    choose: (statements: Statements) => Unit<readonly string[]>,
  ): Promise<readonly string[]> {
    const { database } = this.#runner
    const ended = await this.#runner.atomically((statements) => {
      const { steps, read } = choose(statements)
      const hasEndedNone = (answers: Parameters<typeof read>[0]): boolean => read(answers).length === 0
      return { steps: [...steps, ...announce(database, change, hasEndedNone)], read }
    })
    this.#changes.ended(ended)
    return ended
  }
}

/** Deleting a user inserts nothing, so a foreign key that refuses it is the application's own. */
function refusedByOthers(error: unknown): unknown {
  if (!(error instanceof LatchkeyError) || error.code !== 'account_not_found') return error
  const detail =
    'Rows of the application refer to this user, and their foreign key keeps it: make it ON DELETE CASCADE or ON DELETE SET NULL, or delete them first.'
  return new LatchkeyError('store_unavailable', { detail, cause: error.cause })
}
