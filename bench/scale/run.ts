// Whether what is fast with a thousand sessions is fast with five million: `npm run scale`. Fills databases of its own,
// measures both in turns, prints query plans, and takes the databases away. docs/scaling.md has the figures.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Kysely } from 'kysely'
import { PostgresEngine } from '../../src/stores/postgres/postgres-engine.ts'
import type { SqlDatabase } from '../../src/stores/sql/database.ts'
import { findSessionSql } from '../../src/stores/sql/find-session-sql.ts'
import { NetworkDatabase } from '../../src/stores/sql/network-database.ts'
import { SqlStore } from '../../src/stores/sql/sql-store.ts'
import { compileStatements } from '../../src/stores/sql/statements.ts'
import type { Tables } from '../../src/stores/sql/tables.ts'
import { SqliteDatabase } from '../../src/stores/sqlite/sqlite-database.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../../test/support/database-servers.ts'
import { startProvider, type TestProvider } from '../../test/support/provider.ts'
import { abandonLogins } from './abandoned-logins.ts'
import { type CrowdedApplication, openCrowd, operationNames, secretHash } from './crowded-application.ts'
import { type Crowd, fillPostgres, fillSqlite, sessionIdOf, userIdOf } from './fill.ts'

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '1000000' },
    'sessions-per-user': { type: 'string', default: '5' },
    starts: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
  },
})
const SMALL_USERS = 1_000
/** Of each operation in each round; a sweep takes its rows away, and the small database has 500 to take. */
const TIMES = { 'session check': 200, 'login, new': 15, 'login, returning': 15, list: 100, sweep: 4 } as const

interface Place {
  readonly database: SqlDatabase
  readonly fill: (crowd: Crowd) => unknown
  readonly size: () => Promise<number>
  readonly drop: () => Promise<void>
}

const engines = [
  {
    name: 'PostgreSQL',
    sessionsPerUser: Number(values['sessions-per-user']),
    explain: 'explain',
    make: newPostgres,
  },
  { name: 'SQLite', sessionsPerUser: 1, explain: 'explain query plan', make: newSqlite },
]

async function newPostgres(): Promise<Place> {
  const { url, drop } = await ownPostgresDatabase()
  const database = new NetworkDatabase(new PostgresEngine(url, false))
  const sizeOfIt = {
    sql: 'select pg_database_size(current_database()) as bytes',
    values: [],
    orNothing: false,
  }
  return {
    database,
    fill: (crowd) => fillPostgres(url, crowd),
    size: async () => Number((await database.run<{ bytes: string }>(sizeOfIt)).rows[0]?.bytes),
    drop,
  }
}

async function newSqlite(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-scale-'))
  const file = join(folder, 'app.db')
  return {
    database: new SqliteDatabase(file),
    fill: (crowd) => fillSqlite(file, crowd),
    size: async () => (await stat(file)).size,
    drop: () => rm(folder, { recursive: true }),
  }
}

interface FilledPlace extends Place {
  readonly crowd: Crowd
  readonly application: CrowdedApplication
}

async function open(
  engine: (typeof engines)[number],
  users: number,
  provider: TestProvider,
): Promise<FilledPlace> {
  const place = await engine.make()
  const store = new SqlStore(place.database)
  await store.migrate()
  // The small one has sessions enough for the sweeps.
  const sessions = Math.max(users * engine.sessionsPerUser, 5_000)
  const crowd = { users, sessions, issuer: provider.issuer, secretHash }
  const begunAt = performance.now()
  await place.fill(crowd)
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(0)
  const mebibytes = ((await place.size()) / 2 ** 20).toFixed(0)
  console.log(
    `${engine.name}: ${users} users, ${sessions} sessions, filled in ${seconds} s: ${mebibytes} MiB`,
  )
  return { ...place, crowd, application: await openCrowd(store, crowd, provider) }
}

async function compare(small: FilledPlace, large: FilledPlace): Promise<void> {
  for (const name of operationNames) {
    const times: [number[], number[]] = [[], []]
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [index, place] of [small, large].entries()) {
        const measured = await timeEach(place.application.operations[name], TIMES[name])
        times[index]?.push(...measured)
      }
    }
    const [few, many] = [medianOf(times[0]), medianOf(times[1])]
    const ratio = (many / few).toFixed(2)
    console.log(
      `  ${name.padEnd(18)} ${few.toFixed(0).padStart(7)} µs ${many.toFixed(0).padStart(7)} µs  × ${ratio}`,
    )
  }
}

async function timeEach(operation: () => Promise<void>, times: number): Promise<readonly number[]> {
  const measured: number[] = []
  for (let time = 0; time < times; time++) {
    const begunAt = performance.now()
    await operation()
    measured.push((performance.now() - begunAt) * 1000)
  }
  return measured
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function printPlans({ database, crowd }: FilledPlace, explain: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: await database.openDialect() })
  const statements = compileStatements(db, database.traits)
  const now = Date.now()
  const queries = {
    'session check': { sql: findSessionSql(database.traits), values: [sessionIdOf(1)] },
    login: statements.findAccount({ issuer: crowd.issuer, subject: 'subject-7' }),
    list: statements.listSessions({ user_id: userIdOf(7), now }),
    sweep: statements.sweepSessions({ now, limit: 500 }),
  }
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await database.run<Record<string, unknown>>({
      sql: `${explain} ${query.sql}`,
      values: query.values,
      orNothing: false,
    })
    console.log(`  plan of ${name}:`)
    for (const row of rows) console.log(`    ${row.detail ?? row['QUERY PLAN']}`)
  }
}

async function measureEngine(engine: (typeof engines)[number]): Promise<void> {
  const provider = await startProvider()
  const places: FilledPlace[] = []
  try {
    for (const users of [SMALL_USERS, Number(values.users)]) places.push(await open(engine, users, provider))
    const [small, large] = places
    if (!small || !large) return
    await compare(small, large)
    await printPlans(large, engine.explain)
  } finally {
    for (const { application, drop } of places) {
      await application.close()
      await drop()
    }
    await provider.stop()
  }
}

async function measureAbandonedLogins(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-scale-'))
  console.log('Logins begun and abandoned:')
  const file = join(folder, 'app.db')
  const { rows, microsecondsEach } = await abandonLogins(file, Number(values.starts), (sample) => {
    const { starts, heapMiB, residentMiB } = sample
    console.log(`  after ${starts}: heap ${heapMiB.toFixed(1)} MiB, resident ${residentMiB.toFixed(0)} MiB`)
  })
  console.log(`  ${microsecondsEach.toFixed(0)} µs each; rows left in the store: ${rows}`)
  await rm(folder, { recursive: true })
}

for (const engine of engines) {
  const missing = engine.name === 'PostgreSQL' && (await skipWithout(postgresUrl))
  if (missing) console.log(`PostgreSQL: ${missing}`)
  else await measureEngine(engine)
}
await measureAbandonedLogins()
