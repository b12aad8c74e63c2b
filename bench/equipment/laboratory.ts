// Everything that a measurement needs: the provider and the load generator, each in its own process, minted sessions, and
// servers that are started, warmed up, asked for their CPU time and stopped.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alsoWhenKilled } from '../../test/support/also-when-killed.ts'
import { run as build } from '../../tools/build.ts'
import { type Child, startChild } from './child-process.ts'
import type { Contestant } from './contestants.ts'
import { findFreePort } from './find-free-port.ts'
import type { CookieSet, LoadResult, LoadTask } from './load-process.ts'
import type { Options } from './options.ts'
import { type PreparedStore, prepareStores, type StorePlace } from './prepared-stores.ts'

const secret = 'a secret of the benchmark that is long enough'

/** The number of minted sessions that are used in turn; the rest are used only once each. */
export const sessionsInTurn = 2_000

export interface Server {
  readonly contestant: Contestant
  readonly port: number
  readonly process: Child
  /** The cookies of a signed-in browser; null for a bare server, which gets the cookies of the other contestants. */
  readonly cookies: CookieSet | null
}

/** What one slice of load costs the server. */
export interface Cost {
  readonly count: number
  /** CPU time of the server's process per request or login, in microseconds. */
  readonly microseconds: number
  readonly perSecond: number
  /** The share of time in which the server's core was busy; below 0.9, the load generator was the limit. */
  readonly busy: number
}

export interface StartOptions {
  /** On whose core the server runs. Default: its own. */
  readonly role?: 'server' | 'provider'
  /** Further settings of the server. */
  readonly settings?: Readonly<Record<string, unknown>>
}

export interface Laboratory {
  readonly options: Options
  start(contestant: Contestant, options?: StartOptions): Promise<Server>
  /** Runs one slice of load and returns what it cost the server. */
  measure(server: Server, task: Task): Promise<Cost>
  /** Signs one person in and returns the Cookie header. */
  signIn(server: Server): Promise<CookieSet>
  /** Whether this store is available on this machine. */
  hasStore(store: string): boolean
  /** Cookie headers of minted sessions. */
  minted(store: string, from: number, count: number): CookieSet
  mintedCount(store: string): number
  /** One of the Cookie headers, for this port. */
  cookieHeader(store: string, port: number): string
  close(): Promise<void>
}

/** A task without the ports, which are those of the server. */
export type Task = DistributiveOmit<LoadTask, 'port' | 'providerPort'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

export async function openLaboratory(options: Options): Promise<Laboratory> {
  // Builds the package, so that no start-up time includes type stripping.
  if (!options.isSource && (await build()) !== 0) throw new Error('The build failed; --source goes without.')
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-bench-'))
  const removeFolder = alsoWhenKilled(() => rm(folder, { recursive: true, force: true }))
  const providerPort = await findFreePort()
  const nodeArguments = options.isSource ? ['--conditions=latchkey-source'] : []
  const [provider, load] = await Promise.all([
    startChild({ file: 'equipment/provider-process.ts', args: [String(providerPort)], role: 'provider' }),
    startChild({ file: 'equipment/load-process.ts', role: 'load' }),
  ])
  const stores = await prepareStores({ folder, secret, names: options.stores, isQuick: options.isQuick })
  const servers = new Set<Child>()
  let databases = 0

  function preparedFor(store: string): PreparedStore {
    const prepared = stores.get(store)
    if (!prepared) throw new Error(`No store ${store} was prepared.`)
    return prepared
  }

  /** For peers with a database: a separate process creates it, so that no start-up time includes that. */
  async function placeForPeer({ store, file }: Contestant): Promise<StorePlace> {
    const place = { database: path.join(folder, `peer-${databases++}.db`) }
    const port = await findFreePort()
    if (file.includes('better-auth')) {
      await (await startServer(file, { port, providerPort, secret, store, ...place, migrate: true })).stop()
    }
    return place
  }

  async function startServer(
    file: string,
    settings: object,
    role: StartOptions['role'] = 'server',
  ): Promise<Child> {
    const server = await startChild({
      file: 'servers/serve.mjs',
      args: [new URL(`../${file}`, import.meta.url).href, JSON.stringify(settings)],
      role,
      nodeArguments: [...nodeArguments, ...options.nodeArguments],
    })
    servers.add(server)
    return server
  }

  return {
    options,
    hasStore: (store) => stores.has(store),
    minted: (store, from, count) => ({ file: preparedFor(store).file, from, count }),
    mintedCount: (store) => preparedFor(store).count,
    cookieHeader: (store, port) => preparedFor(store).firstHeader.replace('PORT', String(port)),
    async start(contestant, { role, settings: own } = {}) {
      const { file, kind, store } = contestant
      const port = await findFreePort()
      const place = kind === 'latchkey' ? await preparedFor(store).place() : await placeForPeer(contestant)
      const settings = { port, providerPort, secret, store, ...place, ...own, migrate: false }
      const process = await startServer(file, settings, role)
      const cookies = kind === 'latchkey' ? { file: preparedFor(store).file, from: 0, count: 1 } : null
      return { contestant, port, process, cookies }
    },
    async measure({ process, port }, task) {
      const before = await process.ask<Usage>({ question: 'usage' })
      const { count, milliseconds } = await load.ask<LoadResult>({ ...task, port, providerPort })
      const after = await process.ask<Usage>({ question: 'usage' })
      const cpu = after.cpuMicroseconds - before.cpuMicroseconds
      return {
        count,
        microseconds: cpu / count,
        perSecond: (count / milliseconds) * 1_000,
        busy: cpu / (milliseconds * 1_000),
      }
    },
    async signIn({ contestant, port }) {
      const { login: recipe } = contestant
      if (recipe === null) throw new Error(`Nobody can sign in at ${contestant.name}`)
      return { headers: [await load.ask<string>({ task: 'sign-in', port, providerPort, recipe })] }
    },
    async close() {
      await Promise.all([provider, load, ...servers].map((child) => child.stop()))
      for (const store of stores.values()) await store.drop()
      await removeFolder()
    },
  }
}

/** A server's answer to `{ question: 'usage' }`. */
export interface Usage {
  readonly rssBytes: number
  readonly cpuMicroseconds: number
}
