// One of the programs in examples/, started as a newcomer would: in its own process, in an empty folder, without credentials
// unless the test sets some, and examined only over HTTP.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from './application.ts'
import type { Page, Tab } from './browser.ts'
import { Browser } from './browser.ts'
import { findLeaks } from './secrets.ts'

export class Example {
  readonly origin: string
  readonly #child: ChildProcess
  readonly #folder: string
  #output = ''

  constructor(child: ChildProcess, port: number, folder: string) {
    this.#child = child
    this.#folder = folder
    this.origin = `http://localhost:${port}`
    const collect = (chunk: Buffer): void => {
      this.#output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
  }

  /** Everything printed so far. */
  get output(): string {
    return this.#output
  }

  browser(): Browser {
    return new Browser()
  }

  url(path: string): string {
    return `${this.origin}${path}`
  }

  /** Ends it, and searches its output for the secrets of this run (case L1). */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGKILL')
      await new Promise((resolve) => this.#child.once('exit', resolve))
    }
    rmSync(this.#folder, { recursive: true, force: true })
    const leaks = findLeaks(this.#output)
    if (leaks.length > 0) throw new Error(`L1: the example printed secrets: ${leaks.join(', ')}`)
  }
}

export interface ExampleOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts `examples/NAME/server.ts` and waits until it answers. */
export async function startExample(
  name: string,
  { port, environment = {} }: ExampleOptions = {},
): Promise<Example> {
  const ownPort = port ?? (await findFreePort())
  const folder = mkdtempSync(path.join(tmpdir(), `latchkey-${name}-`))
  const server = path.join(root, 'examples', name, 'server.ts')
  const child = spawn(process.execPath, ['--conditions=latchkey-source', server], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      PORT: String(ownPort),
      LATCHKEY_DEV_PORT: String(await findFreePort()),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const example = new Example(child, ownPort, folder)
  await waitForAnswer(`http://127.0.0.1:${ownPort}/`, child).catch((error: unknown) => {
    throw new Error(`${name} does not start:\n${example.output}`, { cause: error })
  })
  return example
}

/** Continues through the pages of the local identity provider as this person. */
export async function passAs(tab: Tab, person: string): Promise<Page> {
  await tab.submit({ fields: { person } })
  return tab.submit({ label: 'Allow' })
}
