// Servers on node:http, each with one store: several at once, what a slice of load costs each of them, and their combined
// throughput.
import { latchkeyOn } from '../equipment/contestants.ts'
import { type Laboratory, openLaboratory, type Server, sessionsInTurn } from '../equipment/laboratory.ts'
import { readOptions } from '../equipment/options.ts'

export const SLICE_MILLISECONDS = 400

export interface ServerOptions {
  readonly store: string
  /** `server`: its own core. `provider`: the provider's core, which on a machine with two cores is the load generator's too. */
  readonly core: 'server' | 'provider'
  /** Default: the library's default. */
  readonly cacheSeconds?: number | undefined
}

export interface Cost {
  /** CPU time of each server per request or login, in microseconds. */
  readonly each: readonly number[]
  /** All servers together. */
  readonly perSecond: number
}

export class ServerBench {
  readonly #lab: Laboratory
  #people = 0

  constructor(lab: Laboratory) {
    this.#lab = lab
  }

  /** The stores that are available on this machine. */
  get stores(): readonly string[] {
    return this.#lab.options.stores.filter((store) => this.#lab.hasStore(store))
  }

  start({ store, core, cacheSeconds }: ServerOptions): Promise<Server> {
    return this.#lab.start(latchkeyOn('node:http', store), { role: core, settings: { cacheSeconds } })
  }

  /** One slice of signed-in requests to all of these servers at the same time. */
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

  /** Complete logins of new people. Returns the CPU time of one, in microseconds. */
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

/** Builds `dist/`, and runs the servers from it. */
export async function openServerBench(): Promise<ServerBench> {
  return new ServerBench(await openLaboratory(readOptions(['--quick', '--stores=sqlite,postgres,redis'])))
}
