// The application under test: the reference app of examples/quickstart in its own process, configured only by its
// environment (as its documentation says), and examined only over HTTP.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { freePort as findFreePort } from '../../src/testing/contract/adapter/free-port.ts'
import { Browser, type BrowserOptions } from './browser.ts'
import { exchange } from './http-exchange.ts'
import type { TestProvider } from './provider.ts'
import { findLeaks, rememberSecret } from './secrets.ts'

export { findFreePort }

export interface ApplicationOptions {
  /** By their id in the application. */
  readonly providers?: Readonly<Record<string, TestProvider>>
  /** Overrides all derived variables; `undefined` removes one. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Default: true, on loopback, so that no development feature is on. */
  readonly production?: boolean
  /** Default: `http://localhost:PORT`. With https, browsers behave as if a proxy terminates TLS. */
  readonly origin?: string
  /** Default: a new SQLite file. */
  readonly database?: string
  readonly secret?: string
  /** Default: a free port. */
  readonly port?: number
  readonly directory?: string
}

/** Row counts, to check that an attack created nothing. */
export interface Census {
  readonly users: number
  readonly accounts: number
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const started = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

export class Application {
  readonly origin: string
  readonly port: number
  readonly secret: string
  readonly directory: string
  readonly options: ApplicationOptions
  #child: ChildProcess | null = null
  #output = ''

  constructor(options: ApplicationOptions, port: number) {
    this.options = options
    this.port = port
    this.origin = options.origin ?? `http://localhost:${port}`
    this.secret = options.secret ?? randomBytes(32).toString('base64url')
    for (const each of this.secret.split(',')) rememberSecret('LATCHKEY_SECRET', each)
    this.directory = options.directory ?? mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  }

  get databaseFile(): string {
    return join(this.directory, 'app.db')
  }

  /** Everything printed so far. */
  get output(): string {
    return this.#output
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** The exit code, if it ended by itself. */
  get exitCode(): number | null {
    return this.#child?.exitCode ?? null
  }

  /** Starts the process without waiting for an answer. */
  launch(): void {
    const child = spawn(
      process.execPath,
      ['--conditions=latchkey-source', join(root, 'examples/quickstart/server.ts')],
      {
        cwd: this.directory,
        env: this.#environment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    started.add(child)
    child.on('exit', () => started.delete(child))
    const collect = (chunk: Buffer): void => {
      this.#output += chunk.toString('utf8')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    this.#child = child
  }

  /** Starts the process and waits until it answers. */
  async start(): Promise<void> {
    this.launch()
    const giveUpAt = Date.now() + 30_000
    while (!(await this.isAnswering())) {
      if (!this.isRunning) throw new Error(`the application ended with ${this.exitCode}:\n${this.#output}`)
      if (Date.now() > giveUpAt) throw new Error(`the application does not answer:\n${this.#output}`)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
  }

  async isAnswering(): Promise<boolean> {
    try {
      return (await this.get('/')).status < 500
    } catch {
      return false
    }
  }

  /** Waits until the process ends by itself, for starts that must fail. */
  async waitForExit(timeoutMilliseconds = 15_000): Promise<number | null> {
    const child = this.#child
    if (child === null || child.exitCode !== null) return this.exitCode
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMilliseconds)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
    })
    return this.exitCode
  }

  /** The id of the running process. */
  get processId(): number {
    const processId = this.#child?.pid
    if (processId === undefined) throw new Error('the application does not run')
    return processId
  }

  /** Sends the process a signal, without waiting. */
  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name)
  }

  /** Ends the process; keeps the files for a restart. */
  async halt(): Promise<void> {
    const child = this.#child
    if (child === null || !this.isRunning) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
    await new Promise((resolve) => child.once('exit', resolve))
    clearTimeout(timer)
  }

  /** Ends the process, deletes its files, and searches its output for the secrets of this run (case L1). */
  async stop(): Promise<void> {
    await this.halt()
    if (this.options.directory === undefined) rmSync(this.directory, { recursive: true, force: true })
    const leaks = findLeaks(this.#output)
    if (leaks.length > 0) throw new Error(`L1: the application printed secrets: ${leaks.join(', ')}`)
  }

  /** A new browser, without cookies. */
  browser(options: BrowserOptions = {}): Browser {
    const proxied = this.origin.startsWith('https:') ? { [this.origin]: `http://127.0.0.1:${this.port}` } : {}
    return new Browser({ proxied, ...options })
  }

  /** The absolute address of a path. */
  url(path: string): string {
    return `${this.origin}${path}`
  }

  /** Sends a request without cookies, like a script or another server. */
  get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): ReturnType<typeof exchange> {
    const url = new URL(`http://127.0.0.1:${this.port}${path}`)
    return exchange({ method, url, headers: { host: new URL(this.origin).host, ...headers } })
  }

  /** Counts users and linked accounts in the database file. */
  census(): Census {
    const database = new DatabaseSync(this.databaseFile, { readOnly: true })
    try {
      const count = (table: string): number =>
        Number(database.prepare(`select count(*) as n from ${table}`).get()?.n)
      return { users: count('latchkey_users'), accounts: count('latchkey_accounts') }
    } finally {
      database.close()
    }
  }

  #environment(): Record<string, string> {
    const environment: Record<string, string | undefined> = {
      PATH: process.env.PATH,
      HOME: this.directory,
      NODE_ENV: this.options.production === false ? undefined : 'production',
      PORT: String(this.port),
      ORIGIN: this.origin,
      LATCHKEY_SECRET: this.secret,
      DATABASE_URL: this.options.database ?? `sqlite:${this.databaseFile}`,
      ...providerVariables(this.options.providers ?? {}),
      ...this.options.environment,
    }
    return Object.fromEntries(
      Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
  }
}

/** Starts the reference app and waits until it answers. */
export async function startApplication(options: ApplicationOptions = {}): Promise<Application> {
  const application = await prepareApplication(options)
  await application.start()
  return application
}

/** Returns the application before its start, for starts that must fail. */
export async function prepareApplication(options: ApplicationOptions = {}): Promise<Application> {
  return new Application(options, options.port ?? (await findFreePort()))
}

function providerVariables(
  providers: Readonly<Record<string, TestProvider>>,
): Record<string, string | undefined> {
  const variables: Record<string, string | undefined> = { OIDC_PROVIDERS: Object.keys(providers).join(',') }
  for (const [id, provider] of Object.entries(providers)) {
    const prefix = `OIDC_${id.toUpperCase().replaceAll('-', '_')}_`
    variables[`${prefix}CLIENT_ID`] = provider.clientId
    variables[`${prefix}CLIENT_SECRET`] = provider.clientSecret ?? undefined
    variables[`${prefix}ISSUER`] = provider.issuer
    if (provider.shape === 'github') {
      variables[`${prefix}KIND`] = 'github'
      variables[`${prefix}BASE_URL`] = provider.origin
    }
  }
  return variables
}
