// Servers on node:http with one store each: several at once, what a slice of load costs each of them, and how much they carry
// together.
import { latchkeyOn } from '../equipment/contestants.ts'
import { type Laboratory, openLaboratory, type Server, sessionsInTurn } from '../equipment/laboratory.ts'
import { readOptions } from '../equipment/options.ts'

export const SLICE_MILLISECONDS = 400

export interface ServerOptions {
  readonly store: string
  /** A core of its own; or, where there are only two, the one that load and provider are on too. */
  readonly core: 'server' | 'provider'
  /** Default: the library's own. */
  readonly cacheSeconds?: number | undefined
}

export interface Cost {
  /** CPU microseconds of each server for one request or login. */
  readonly each: readonly number[]
  /** Of all servers together. */
  readonly perSecond: number
}

export class ServerBench {
  readonly #lab: Laboratory
  #people = 0

  constructor(lab: Laboratory) {
    this.#lab = lab
  }

  /** Those that could be prepared on this machine. */
  get stores(): readonly string[] {
    return this.#lab.options.stores.filter((store) => this.#lab.hasStore(store))
  }

  start({ store, core, cacheSeconds }: ServerOptions): Promise<Server> {
    return this.#lab.start(latchkeyOn('node:http', store), { role: core, settings: { cacheSeconds } })
  }

  /** One slice of signed-in requests, at all of these servers at once. */
  async requests(servers: readonly Server[]): Promise<Cost> {
    const costs = await Promise.all(
      servers.map((server) =>
        this.#lab.measure(server, {
          task: 'repeat',
          path: '/protected',
          cookies: this.#lab.minted(server.contestant.store, 0, sessionsInTurn),
          expectedStatus: 200,
          connections: 16,
          until: { milliseconds: SLICE_MILLISECONDS },
        }),
      ),
    )
    return {
      each: costs.map(({ microseconds }) => microseconds),
      perSecond: costs.reduce((sum, { perSecond }) => sum + perSecond, 0),
    }
  }

  /** Complete logins of people who were never there before. Answers CPU microseconds for one. */
  async logins(server: Server, logins: number): Promise<number> {
    const firstPerson = this.#people
    this.#people += logins
    const task = { task: 'login', recipe: 'latchkey', connections: 4, firstPerson, logins } as const
    return (await this.#lab.measure(server, task)).microseconds
  }

  close(): Promise<void> {
    return this.#lab.close()
  }
}

/** From `dist/`, which it builds. */
export async function openServerBench(): Promise<ServerBench> {
  return new ServerBench(await openLaboratory(readOptions(['--quick', '--stores=sqlite,postgres,redis'])))
}
