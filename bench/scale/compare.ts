// Measures the small and the large database alternately in one run: disturbances on the machine affect both, and the ratio
// within each round is free of them.
import { sqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import type { TestProvider } from '../../test/support/provider.ts'
import { printTable } from '../equipment/print-table.ts'
import { show, summarize } from '../equipment/statistics.ts'
import {
  type CrowdedApplication,
  NothingToSweep,
  type OperationName,
  openCrowd,
  operationNames,
} from './crowded-application.ts'
import type { Place } from './places.ts'

/** How often each operation runs in a round. A sweep deletes its rows; there are enough for 50 sweeps. */
const TIMES = {
  'session check': 2_000,
  list: 1_000,
  sweep: 4,
  'login, new': 12,
  'login, returning': 12,
} as const
/** How often before the rounds, so that the code is compiled and the pages that every operation needs are in memory. */
const WARM_UP = {
  'session check': 4_000,
  list: 2_000,
  sweep: 1,
  'login, new': 60,
  'login, returning': 60,
} as const

/** Medians of a round, in microseconds. */
interface Round {
  readonly whole: number
  readonly inStore: number
}

type Rounds = Map<OperationName, Round[]>

export async function compare(
  [small, large]: readonly [Place, Place],
  provider: TestProvider,
  rounds: number,
): Promise<void> {
  const measured: { readonly app: CrowdedApplication; readonly results: Rounds }[] = []
  for (const place of [small, large]) {
    const app = await openCrowd(sqlStore(place.open()), place.crowd, provider)
    measured.push({ app, results: new Map(operationNames.map((name) => [name, []])) })
  }
  for (const name of operationNames) {
    for (const { app } of measured) await measureRound(app, name, WARM_UP[name])
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of operationNames) {
      // The order alternates, since the second one finds the processor warm.
      for (const { app, results } of round % 2 ? [...measured].reverse() : measured) {
        const result = await measureRound(app, name, TIMES[name])
        if (result) results.get(name)?.push(result)
      }
    }
  }
  for (const { app } of measured) await app.close()
  print([small, large], measured[0]?.results ?? new Map(), measured[1]?.results ?? new Map())
}

async function measureRound(
  app: CrowdedApplication,
  name: OperationName,
  times: number,
): Promise<Round | null> {
  const whole: number[] = []
  const inStore: number[] = []
  for (let time = 0; time < times; time++) {
    const act = await app.operations[name]()
    app.takeStoreTime()
    const begunAt = performance.now()
    try {
      await act()
    } catch (error) {
      if (error instanceof NothingToSweep) return null
      throw error
    }
    whole.push((performance.now() - begunAt) * 1000)
    inStore.push(app.takeStoreTime() * 1000)
  }
  return { whole: summarize(whole).median, inStore: summarize(inStore).median }
}

async function print([small, large]: readonly [Place, Place], few: Rounds, many: Rounds): Promise<void> {
  const rows = operationNames.flatMap((name) => {
    const rowOf = (title: string, pick: (round: Round) => number): string[] => {
      const [a, b] = [(few.get(name) ?? []).map(pick), (many.get(name) ?? []).map(pick)]
      const digits = summarize(a).median < 100 ? 1 : 0
      const ratios = b.map((each, round) => each / (a[round] ?? Number.NaN))
      return [title, show(summarize(a), digits), show(summarize(b), digits), show(summarize(ratios), 2)]
    }
    const whole = rowOf(name, (round) => round.whole)
    return name.startsWith('login')
      ? [whole, rowOf(`${name}: in the store`, (round) => round.inStore)]
      : [whole]
  })
  const title = ({ crowd }: Place): string => `${crowd.users} users, ${crowd.sessions} sessions, µs`
  printTable(
    `${small.engine}: medians of ${few.get('list')?.length} rounds in turns`,
    ['', title(small), title(large), 'ratio'],
    rows,
  )
}
