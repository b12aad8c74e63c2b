// The throughput of one warm server on each store.

import { sessionsInTurn, type Usage } from '../equipment/laboratory.ts'
import { printTable } from '../equipment/print-table.ts'
import { show, summarize } from '../equipment/statistics.ts'
import type { ServerBench } from './server-bench.ts'

/** Enough for a server to reach its full speed. */
const WARM_UP = { slices: 15, logins: 5_000 } as const
const LOGINS = 100

export async function measureOneServer(bench: ServerBench, rounds: number): Promise<void> {
  const rows: string[][] = []
  for (const store of bench.stores) {
    const server = await bench.start({ store, core: 'server' })
    await bench.logins(server, WARM_UP.logins)
    for (let slice = 0; slice < WARM_UP.slices; slice++) await bench.requests([server])
    const [requests, logins]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      requests.push((await bench.requests([server])).each[0] ?? Number.NaN)
      logins.push((await bench.logins(server, LOGINS)) / 1_000)
    }
    const { rssBytes } = await server.process.ask<Usage>({ question: 'usage' })
    rows.push([store, show(summarize(requests)), show(summarize(logins), 2), (rssBytes / 2 ** 20).toFixed(0)])
    await server.process.stop()
  }
  printTable(
    `One server on node:http after ${WARM_UP.logins} logins, ${sessionsInTurn} sessions in turn`,
    ['', 'CPU µs, signed-in request', 'CPU ms, first login', 'resident MiB'],
    rows,
  )
}
