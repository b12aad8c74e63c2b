// Runs a program of examples/ that talks to a person: reads its output and answers on its standard input.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../tools/programs.ts'

const patience = 30_000

export class ExampleProgram {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #ended: Promise<number | null>
  #output = ''
  #errors = ''

  constructor(
    file: string,
    { args = [], environment = {} }: { readonly args?: readonly string[]; readonly environment?: object },
  ) {
    this.#child = spawn(
      process.execPath,
      ['--conditions=latchkey-source', path.join(root, 'examples', file), ...args],
      {
        env: { PATH: process.env.PATH, ...environment },
      },
    )
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text
    })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text
    })
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve))
  }

  /** Waits until its output matches, and returns the match. */
  async says(pattern: RegExp): Promise<string> {
    const giveUpAt = Date.now() + patience
    for (;;) {
      const found = pattern.exec(`${this.#output}\n${this.#errors}`)
      if (found) return found[1] ?? found[0]
      if (Date.now() > giveUpAt || this.#child.exitCode !== null)
        throw new Error(`it never said ${pattern}: ${this.#output}${this.#errors}`)
      await wait(20)
    }
  }

  answer(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  /** Waits for its end. Returns its exit code and both outputs. */
  async end(): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
    const code = await this.#ended
    return { code, output: this.#output.trim(), errors: this.#errors.trim() }
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
