// Controls a process of token-caller.ts: starts it, triggers its calls, or kills it.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TokenCall, TokenCallResult } from './token-caller.ts'

const program = fileURLToPath(new URL('token-caller.ts', import.meta.url))

export class TokenCaller {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  #output = ''

  constructor(call: TokenCall) {
    this.#child = spawn(process.execPath, ['--conditions=latchkey-source', program], {
      env: { ...process.env, TOKEN_CALL: JSON.stringify(call) },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text
    })
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  go(): void {
    this.#child.stdin.write('go\n')
  }

  async line(index: number): Promise<string> {
    const giveUpAt = Date.now() + 30_000
    while (this.#output.split('\n').length <= index + 1 && this.#child.exitCode === null) {
      if (Date.now() > giveUpAt) throw new Error('the process said nothing for 30 seconds')
      await wait(10)
    }
    return this.#output.split('\n')[index] ?? ''
  }

  async result(): Promise<TokenCallResult> {
    return JSON.parse(await this.line(1))
  }
}

/** Starts the process, and waits until it is ready. */
export async function startTokenCaller(call: TokenCall): Promise<TokenCaller> {
  const caller = new TokenCaller(call)
  if ((await caller.line(0)) !== 'ready') throw new Error('the process did not become ready')
  return caller
}
