// Where the time of a session check goes as the file grows: the same checks, with different amounts of the file cached by
// SQLite. A page that SQLite has not cached costs a call to the operating system; a cached one may still be far from the
// processor.
import { readFileSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { findSessionSql } from '../../src/stores/parts/sql/find-session-sql.ts'
import { printTable } from '../equipment/print-table.ts'
import { show, summarize } from '../equipment/statistics.ts'
import { type Crowd, sessionIdOf } from './crowd.ts'
import { livingSession } from './crowded-application.ts'
import type { Place } from './places.ts'

const CHECKS = 2_000
/** `held`: KiB of pages that SQLite caches. `mapped`: bytes of the file that are mapped into the process instead. */
const VARIANTS = [
  { name: '32 MiB held, as Latchkey does', held: 32 * 1024, mapped: 0 },
  { name: 'the whole file held', held: 8 * 1024 * 1024, mapped: 0 },
  { name: 'the whole file mapped', held: 32 * 1024, mapped: 2 ** 31 - 65_536 },
]

interface Reader {
  readonly title: string
  readonly crowd: Crowd
  readonly database: DatabaseSync
  readonly find: StatementSync
  readonly rounds: {
    readonly median: number
    readonly reads: number
    readonly user: number
    readonly system: number
  }[]
}

export async function printSqlitePages(places: readonly Place[], rounds: number): Promise<void> {
  const readers = places.flatMap((place) => VARIANTS.map((variant) => openReader(place, variant)))
  for (const reader of readers) {
    // Reads the whole file once, so that no round waits for the disk, then runs enough checks to fill the cache.
    reader.database.exec("select count(*) from latchkey_sessions where user_agent = ''")
    reader.database.exec("select count(*) from latchkey_users where name = ''")
    for (let time = 0; time < 10; time++) check(reader)
  }
  for (let round = 0; round < rounds; round++) {
    for (const reader of readers) reader.rounds.push(check(reader))
  }
  for (const { database } of readers) database.close()
  printTable(
    'SQLite: a session check without the application',
    ['', 'µs', 'reads', 'CPU of the process, µs', 'CPU of the system, µs'],
    readers.map(({ title, rounds: all }) => {
      const of = (pick: (round: Reader['rounds'][number]) => number) => summarize(all.map(pick))
      return [
        title,
        show(of(({ median }) => median)),
        of(({ reads }) => reads).median.toFixed(2),
        of(({ user }) => user).median.toFixed(1),
        of(({ system }) => system).median.toFixed(1),
      ]
    }),
  )
}

function openReader({ where, crowd }: Place, { name, held, mapped }: (typeof VARIANTS)[number]): Reader {
  const database = new DatabaseSync(where)
  database.exec(`pragma cache_size = -${held}; pragma mmap_size = ${mapped}`)
  const find = database.prepare(findSessionSql({ firstPlaceholder: '?' }))
  find.setReturnArrays(true)
  return { title: `${crowd.users} users, ${name}`, crowd, database, find, rounds: [] }
}

function check({ crowd, find }: Reader): Reader['rounds'][number] {
  const ids = Array.from({ length: CHECKS }, () => sessionIdOf(livingSession(crowd)))
  const times: number[] = []
  const [readsBefore, cpuBefore] = [countReads(), process.cpuUsage()]
  for (const id of ids) {
    const begunAt = performance.now()
    find.get(id)
    times.push((performance.now() - begunAt) * 1_000)
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    median: summarize(times).median,
    reads: (countReads() - readsBefore) / CHECKS,
    user: user / CHECKS,
    system: system / CHECKS,
  }
}

/** The number of read calls of this process, counted by Linux; NaN on other systems. */
function countReads(): number {
  try {
    return Number(/syscr: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
  } catch {
    return Number.NaN
  }
}
