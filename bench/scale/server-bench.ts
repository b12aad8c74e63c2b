// Servers of the published form in processes of their own, the load for them, and what it costs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alsoWhenKilled } from '../../test/support/also-when-killed.ts'
import { run as build } from '../../tools/build.ts'
import { type Child, startChild } from '../equipment/child-process.ts'
import { findFreePort } from '../equipment/find-free-port.ts'
import type { CookieSet, LoadResult } from '../equipment/load-process.ts'
import { type PreparedStore, prepareStores } from '../equipment/prepared-stores.ts'

const secret = 'a secret of the benchmark that is long enough'
const serverModule = new URL('server.mjs', import.meta.url).href
/** Of the prepared ones; a server remembers them all. */
export const SESSIONS_IN_TURN = 2_000
export const SLICE_MILLISECONDS = 400

export interface Server {
  readonly store: string
  readonly port: number
  readonly process: Child
}

export interface ServerOptions {
  readonly store: string
  /** A core of its own; or, where there are only two, the one that load and provider are on too. */
  readonly core: 'server' | 'provider'
  /** Default: the library's own. */
  readonly cacheSeconds?: number | undefined
}

interface Usage {
  readonly cpuMicroseconds: number
  readonly rssBytes: number
}

export interface Cost {
  /** CPU microseconds of each server for one request or login. */
  readonly each: readonly number[]
  /** Of all servers together. */
  readonly perSecond: number
}

/** What all servers of a run share. */
interface Ground {
  readonly stores: ReadonlyMap<string, PreparedStore>
  readonly providerPort: number
  readonly load: Child
}

export class ServerBench {
  readonly #ground: Ground
  readonly #clear: () => Promise<void>
  #people = 0

  constructor(ground: Ground, clear: () => Promise<void>) {
    this.#ground = ground
    this.#clear = clear
  }

  /** Those that could be prepared on this machine. */
  get stores(): readonly string[] {
    return [...this.#ground.stores.keys()]
  }

  async start({ store, core, cacheSeconds }: ServerOptions): Promise<Server> {
    const { stores, providerPort } = this.#ground
    const port = await findFreePort()
    const settings = {
      port,
      providerPort,
      secret,
      store,
      cacheSeconds,
      ...(await stores.get(store)?.place()),
    }
    const args = [serverModule, JSON.stringify(settings)]
    const child = { file: 'servers/serve.mjs', args, role: core }
    return { store, port, process: await startChild(child) }
  }

  /** One slice of signed-in requests, at all of these servers at once. */
  requests(servers: readonly Server[]): Promise<Cost> {
    const { load, stores } = this.#ground
    return costOf(servers, ({ store, port }) => {
      const cookies: CookieSet = { file: stores.get(store)?.file ?? '', from: 0, count: SESSIONS_IN_TURN }
      const task = { task: 'repeat', path: '/protected', expectedStatus: 200, connections: 16 }
      return load.ask<LoadResult>({ ...task, port, cookies, until: { milliseconds: SLICE_MILLISECONDS } })
    })
  }

  /** Complete logins of people who were never there before. */
  logins(server: Server, count: number): Promise<Cost> {
    const { load, providerPort } = this.#ground
    const firstPerson = this.#people
    this.#people += count
    return costOf([server], ({ port }) => {
      const task = { task: 'login', recipe: 'latchkey', connections: 4, port, providerPort }
      return load.ask<LoadResult>({ ...task, firstPerson, logins: count })
    })
  }

  async residentMiB({ process }: Server): Promise<number> {
    return (await process.ask<Usage>({ question: 'usage' })).rssBytes / 2 ** 20
  }

  close(): Promise<void> {
    return this.#clear()
  }
}

async function costOf(
  servers: readonly Server[],
  loadOn: (server: Server) => Promise<LoadResult>,
): Promise<Cost> {
  const usages = () => Promise.all(servers.map(({ process }) => process.ask<Usage>({ question: 'usage' })))
  const before = await usages()
  const results = await Promise.all(servers.map(loadOn))
  const after = await usages()
  const spent = (at: number): number =>
    (after[at]?.cpuMicroseconds ?? Number.NaN) - (before[at]?.cpuMicroseconds ?? Number.NaN)
  return {
    each: results.map(({ count }, at) => spent(at) / count),
    perSecond: results.reduce((sum, { count, milliseconds }) => sum + (count / milliseconds) * 1_000, 0),
  }
}

/** From `dist/`, which it builds. */
export async function openServerBench(): Promise<ServerBench> {
  if ((await build()) !== 0) throw new Error('The build failed.')
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-servers-'))
  const removeFolder = alsoWhenKilled(() => rm(folder, { recursive: true, force: true }))
  const providerPort = await findFreePort()
  const args = [String(providerPort)]
  const provider = await startChild({ file: 'equipment/provider-process.ts', args, role: 'provider' })
  const load = await startChild({ file: 'equipment/load-process.ts', role: 'load' })
  const names = ['sqlite', 'postgres', 'redis']
  const stores = await prepareStores({ folder, secret, names, isQuick: true })
  return new ServerBench({ stores, providerPort, load }, async () => {
    await Promise.all([provider.stop(), load.stop()])
    for (const { drop } of stores.values()) await drop()
    await removeFolder()
  })
}
