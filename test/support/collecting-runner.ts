// A test runner for workers and other runtimes that have none: it collects the tests of a suite, and runs them in order.
import type { TestRunner } from '../../src/testing/contract/test-runner.ts'

export interface TestOutcome {
  readonly name: string
  /** `null` if it passed. */
  readonly error: string | null
}

type Body = () => void | Promise<void>

export class CollectingRunner implements TestRunner {
  readonly #before: Body[] = []
  readonly #after: Body[] = []
  readonly #tests: { readonly name: string; readonly body: Body }[] = []
  readonly #skipped: string[] = []
  readonly #path: string[] = []

  readonly describe = (name: string, body: () => void): void => {
    this.#path.push(name)
    body()
    this.#path.pop()
  }

  readonly before = (body: Body): void => void this.#before.push(body)
  readonly after = (body: Body): void => void this.#after.push(body)

  readonly test: TestRunner['test'] = Object.assign(
    (name: string, body: Body): void => void this.#tests.push({ name: this.#titled(name), body }),
    { skip: (name: string): void => void this.#skipped.push(this.#titled(name)) },
  )

  /** Returns the failed tests, as text. */
  static failures(outcomes: readonly TestOutcome[]): readonly string[] {
    return outcomes.flatMap(({ name, error }) => (error === null ? [] : [`${name}\n${error}`]))
  }

  get count(): number {
    return this.#tests.length + this.#skipped.length
  }

  async run(): Promise<readonly TestOutcome[]> {
    const outcomes: TestOutcome[] = this.#skipped.map((name) => ({ name, error: 'skipped' }))
    for (const body of this.#before) await body()
    for (const { name, body } of this.#tests) {
      try {
        await body()
        outcomes.push({ name, error: null })
      } catch (error) {
        outcomes.push({
          name,
          error: error instanceof Error ? `${error.stack}\n${error.cause}` : String(error),
        })
      }
    }
    for (const body of this.#after) await body()
    return outcomes
  }

  #titled(name: string): string {
    return [...this.#path, name].join(' > ')
  }
}
