// How long a server takes from its fork to its first response, compared with the bare framework. `npm run bench -- start-up`
import { type Contestant, chosen, latchkeyBesideBare } from './equipment/contestants.ts'
import { openConnection } from './equipment/http-connection.ts'
import type { Laboratory } from './equipment/laboratory.ts'
import { printTable } from './equipment/print-table.ts'
import { runAlone } from './equipment/run-alone.ts'
import { show, summarize } from './equipment/statistics.ts'

/** A start-up takes longer than a request and varies less, so that few rounds are enough. */
const rounds = 3

/** Measures and prints. `contestants` must include the bare host of each. */
export async function measureStartUps(lab: Laboratory, contestants: readonly Contestant[]): Promise<void> {
  console.error('Start-ups …')
  const publicTimes = new Map(contestants.map((contestant) => [contestant, [] as number[]]))
  const signedInTimes = new Map(contestants.map((contestant) => [contestant, [] as number[]]))
  for (let round = 0; round < (lab.options.isQuick ? 1 : rounds); round++) {
    for (const contestant of contestants) {
      publicTimes.get(contestant)?.push(await firstAnswer(lab, contestant, '/'))
      if (contestant.kind === 'peer') continue
      signedInTimes.get(contestant)?.push(await firstAnswer(lab, contestant, '/protected'))
    }
  }
  printTable(
    'First answer after the fork',
    ['contestant', 'ms', 'over bare, ms', 'first signed-in answer over bare, ms'],
    contestants.map((contestant) => {
      const floor =
        contestants.find(({ kind, host }) => kind === 'bare' && host === contestant.host) ?? contestant
      const over = (times: typeof publicTimes) => {
        const own = times.get(contestant) ?? []
        if (contestant.kind === 'bare' || own.length === 0) return ''
        return show(summarize(own.map((time, round) => time - (times.get(floor)?.[round] ?? 0))), 0)
      }
      return [
        `${contestant.host}: ${contestant.name}`,
        show(summarize(publicTimes.get(contestant) ?? []), 0),
        over(publicTimes),
        over(signedInTimes),
      ]
    }),
  )
}

async function firstAnswer(lab: Laboratory, contestant: Contestant, path: string): Promise<number> {
  const { process, port } = await lab.start(contestant)
  try {
    const connection = await openConnection(port)
    // Peers have no session yet; the bare host gets the same cookie as Latchkey.
    const { kind, store } = contestant
    const cookie = kind === 'peer' ? '' : `Cookie: ${lab.cookieHeader(store || 'sealed', port)}\r\n`
    const { status } = await connection.exchange(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${cookie}\r\n`,
    )
    const milliseconds = performance.now() - process.forkedAt
    connection.close()
    if (status !== 200) throw new Error(`${contestant.name} answered ${path} with ${status}`)
    return milliseconds
  } finally {
    await process.stop()
  }
}

await runAlone(import.meta, (lab) => measureStartUps(lab, chosen(latchkeyBesideBare(lab), lab.options.only)))
