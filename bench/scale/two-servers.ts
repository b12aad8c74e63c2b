// How much more two servers handle than one, on one PostgreSQL and one Redis. With few cores, throughput alone cannot show it,
// since two servers, the load generator and the databases share them. So it is measured in two ways: by the CPU time that each
// server needs for a request while the other is under load too, which shows what a core of its own would handle; and by the
// throughput of two servers that share the core that one server had.
import { createClient } from 'redis'
import { redisUrl } from '../../test/support/database-servers.ts'
import type { Server } from '../equipment/laboratory.ts'
import { printTable } from '../equipment/print-table.ts'
import { show, summarize } from '../equipment/statistics.ts'
import { type ServerBench, SLICE_MILLISECONDS } from './server-bench.ts'

const WARM_UP_SLICES = 20

interface Round {
  /** CPU time per request, in microseconds. */
  readonly alone: number
  readonly together: number
  readonly inRedis: number
  /** How much more two servers handle. */
  readonly byCpu: number
  readonly byThroughput: number
}

export async function measureTwoServers(bench: ServerBench, rounds: number): Promise<void> {
  const rows: string[][] = []
  for (const cacheSeconds of [undefined, 0]) {
    const start = (core: 'server' | 'provider') => bench.start({ store: 'redis', core, cacheSeconds })
    const servers = [await start('server'), await start('provider'), await start('server')] as const
    for (const server of servers) {
      for (let slice = 0; slice < WARM_UP_SLICES; slice++) await bench.requests([server])
    }
    const measured: Round[] = []
    for (let round = 0; round < rounds; round++) measured.push(await measureRound(bench, servers))
    for (const server of servers) await server.process.stop()
    const of = (pick: (one: Round) => number) => summarize(measured.map(pick))
    rows.push([
      cacheSeconds === 0 ? 'each request asks Redis' : 'sessions remembered',
      show(of(({ alone }) => alone)),
      show(of(({ together }) => together)),
      show(
        of(({ byCpu }) => byCpu),
        2,
      ),
      show(
        of(({ byThroughput }) => byThroughput),
        2,
      ),
      show(of(({ inRedis }) => inRedis)),
    ])
  }
  printTable(
    'Two servers on one PostgreSQL and Redis, signed-in requests',
    ['', 'CPU µs alone', 'CPU µs, the other under load too', 'by CPU', 'by throughput', 'CPU µs in Redis'],
    rows,
  )
}

/** `elsewhere` runs on another core than the other two. */
async function measureRound(
  bench: ServerBench,
  [first, elsewhere, beside]: readonly [Server, Server, Server],
): Promise<Round> {
  const alone = await bench.requests([first])
  const elsewhereAlone = await bench.requests([elsewhere])
  const redisBefore = await redisMicroseconds()
  const together = await bench.requests([first, elsewhere])
  const inRedis = (await redisMicroseconds()) - redisBefore
  const onOneCore = await bench.requests([first, beside])
  const [a, b] = [alone.each[0] ?? Number.NaN, elsewhereAlone.each[0] ?? Number.NaN]
  const [aTogether = Number.NaN, bTogether = Number.NaN] = together.each
  return {
    alone: (a + b) / 2,
    together: (aTogether + bTogether) / 2,
    inRedis: inRedis / ((together.perSecond * SLICE_MILLISECONDS) / 1_000),
    byCpu: a / aTogether + b / bTogether,
    byThroughput: (2 * onOneCore.perSecond) / alone.perSecond,
  }
}

async function redisMicroseconds(): Promise<number> {
  const client = await createClient({ url: redisUrl }).connect()
  const text = await client.info('cpu')
  await client.close()
  const used = (name: string): number =>
    Number(new RegExp(`^used_cpu_${name}:([\\d.]+)`, 'm').exec(text)?.[1])
  return (used('user') + used('sys')) * 1_000_000
}
