// Asks questions on a terminal: a choice from a list, a text, yes or no. Without a terminal, or with --yes, nothing is asked.
import { createInterface } from 'node:readline/promises'

export interface Asker {
  /** Returns the value of the chosen option; `usual` for an empty answer. */
  readonly choose: (question: string, options: readonly Option[], usual: string) => Promise<string>
  /** Returns a text; `usual` for an empty answer. Asks again until `fault` returns null. */
  readonly text: (
    question: string,
    usual: string,
    fault: (answer: string) => string | null,
  ) => Promise<string>
  readonly confirm: (question: string) => Promise<boolean>
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** Asks on these streams. `close` stops reading the input. */
export function createAsker(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Asker & { readonly close: () => void } {
  const terminal = createInterface({ input, output })
  const ask = async (question: string): Promise<string> => (await terminal.question(`${question} `)).trim()

  return {
    async choose(question, options, usual) {
      const lines = options.map(({ value, label }, index) => `  ${index + 1}. ${value}: ${label}`)
      for (;;) {
        const answer = await ask(`${question}\n${lines.join('\n')}\n[${usual}]`)
        if (answer === '') return usual
        const chosen = options[Number(answer) - 1] ?? options.find(({ value }) => value === answer)
        if (chosen) return chosen.value
        output.write(`"${answer.slice(0, 40)}" is none of them.\n`)
      }
    },
    async text(question, usual, fault) {
      for (;;) {
        const answer = (await ask(`${question} [${usual}]`)) || usual
        const wrong = fault(answer)
        if (wrong === null) return answer
        output.write(`${wrong}\n`)
      }
    },
    async confirm(question) {
      return /^y(es)?$/i.test(await ask(`${question} [y/N]`))
    },
    close: () => terminal.close(),
  }
}
