// Collects all problems that prevent a start before reporting them, so that the person who sets up a server reads one list
// instead of fixing one problem per start.
import { LatchkeyError } from '../errors.ts'

export class StartProblems {
  readonly #found: LatchkeyError[] = []

  /** Records a LatchkeyError and returns `otherwise` instead of the value. Other errors are thrown. */
  attempt<T>(read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      this.add(error)
      return otherwise
    }
  }

  /** Records an error that was caught. */
  add(error: unknown): void {
    if (!(error instanceof LatchkeyError)) throw error
    // The same variable may be read in two places.
    const known = new Set(this.#found.map(({ message }) => message))
    this.#found.push(...problemsIn(error).filter(({ message }) => !known.has(message)))
  }

  get found(): readonly LatchkeyError[] {
    return this.#found
  }

  /**
   * Throws the recorded problems: a single one unchanged, several as `config_invalid` with one line each. `hints` are notices
   * that may explain them.
   */
  throwIfAny(hints: readonly string[] = []): void {
    const [first, ...others] = this.#found
    if (!first) return
    if (others.length === 0 && hints.length === 0) throw first
    const lines = [...this.#found.map(({ message }) => message), ...hints]
    throw new LatchkeyError('config_invalid', {
      detail: `${lines.length} things to look at:\n${lines.map((line) => `- ${line}`).join('\n')}`,
      cause: new AggregateError(this.#found),
    })
  }
}

/** Returns the individual problems of a start-up error. */
export function problemsIn(error: LatchkeyError): readonly LatchkeyError[] {
  if (error.code !== 'config_invalid' || !(error.cause instanceof AggregateError)) return [error]
  return error.cause.errors.filter((one) => one instanceof LatchkeyError)
}
