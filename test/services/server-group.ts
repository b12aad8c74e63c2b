// Several servers of the reference app, each in its own process, with one origin, one secret and one store.
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Application, findFreePort, prepareApplication } from '../support/application.ts'
import { Browser } from '../support/browser.ts'
import type { CookieJar } from '../support/cookie-jar.ts'
import type { TestProvider } from '../support/provider.ts'
import { type Nginx, startNginx } from './nginx.ts'

export interface GroupOptions {
  readonly size: number
  readonly provider: TestProvider
  readonly database: string
  readonly redis?: string | undefined
  /** Default: a new secret. */
  readonly secret?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** How one server differs from the others. */
export interface ServerChange {
  readonly secret?: string
  readonly environment?: Readonly<Record<string, string>>
}

export class ServerGroup {
  readonly origin: string
  readonly servers: Application[] = []
  readonly #port: number
  readonly #options: GroupOptions & { readonly secret: string }
  #nginx: Nginx | null = null

  constructor(options: GroupOptions, port: number) {
    this.#options = { secret: randomBytes(32).toString('base64url'), ...options }
    this.#port = port
    this.origin = `http://localhost:${port}`
  }

  async start(): Promise<void> {
    for (let index = 0; index < this.#options.size; index++) this.servers.push(await this.prepare())
    await Promise.all(this.servers.map((server) => server.start()))
    const ports = this.servers.map(({ port }) => port)
    this.#nginx = await startNginx(this.#port, ports)
  }

  /** Prepares one more server, not started and not behind nginx, or one that replaces another. */
  prepare({
    environment: own,
    ...instead
  }: ServerChange & { readonly port?: number } = {}): Promise<Application> {
    const { provider, database, redis, secret, environment } = this.#options
    return prepareApplication({
      providers: { h: provider },
      database,
      secret,
      origin: this.origin,
      environment: { TRUST_PROXY: '1', REDIS_URL: redis, ...environment, ...own },
      ...instead,
    })
  }

  server(index: number): Application {
    const server = this.servers[index]
    if (!server) throw new Error(`there is no server ${index}`)
    return server
  }

  /** Replaces a server as a deployment does: the old one gets SIGTERM, then the new one starts. */
  async replace(index: number, change: ServerChange): Promise<void> {
    const { port } = this.server(index)
    await this.server(index).stop()
    const next = await this.prepare({ port, ...change })
    this.servers[index] = next
    await next.start()
  }

  /** A browser that talks to the load balancer. */
  browser(): Browser {
    return new Browser()
  }

  /** The same person (with their cookie jar), pinned to this server. */
  browserAt(index: number, jar?: CookieJar): Browser {
    const proxied = { [this.origin]: `http://127.0.0.1:${this.server(index).port}` }
    return new Browser({ proxied, ...(jar ? { jar } : {}) })
  }

  /** Also checks each server's output for every secret of the run. */
  async stop(): Promise<void> {
    await this.#nginx?.stop()
    await Promise.all(this.servers.map((server) => server.stop()))
  }
}

export async function startServerGroup(options: GroupOptions): Promise<ServerGroup> {
  const group = new ServerGroup(options, await findFreePort())
  await group.start()
  return group
}

/** Waits for a change that must reach the other servers, or for a recovery. */
export async function until(isSo: () => Promise<boolean> | boolean, seconds = 15): Promise<void> {
  const giveUpAt = Date.now() + seconds * 1000
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`it did not happen within ${seconds} seconds`)
    await wait(50)
  }
}
