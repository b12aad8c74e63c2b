// Whether what is fast with a thousand sessions is still fast with five million: `npm run scale`. Fills its own databases,
// measures them alternately, prints query plans, and drops the databases. docs/scaling.md has the figures.
import { parseArgs } from 'node:util'
import { postgresUrl, redisUrl, skipWithout } from '../../test/support/database-servers.ts'
import { measureAbandonedLogins } from './abandoned-logins.ts'
import { measurePostgres, measureRedisMemory } from './capacity.ts'
import { compare } from './compare.ts'
import { EXPIRED } from './crowd.ts'
import { measureOneServer } from './one-server.ts'
import { type EngineName, openPlaces, type Places } from './places.ts'
import { printPages, printPlans } from './plans.ts'
import { openServerBench } from './server-bench.ts'
import { printSqlitePages } from './sqlite-pages.ts'
import { measureTwoServers } from './two-servers.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: 'string', default: '1000000' },
    'sessions-per-user': { type: 'string', default: '5' },
    starts: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '10' },
    keep: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const SMALL_USERS = 1_000

async function measureGrowth(places: Places, engine: EngineName): Promise<void> {
  const sessionsPerUser = engine === 'SQLite' ? 1 : Number(values['sessions-per-user'])
  const takeOf = (users: number) =>
    places.take(engine, { users, sessions: users * sessionsPerUser + EXPIRED })
  const [small, large] = [await takeOf(SMALL_USERS), await takeOf(Number(values.users))]
  for (const place of [small, large]) {
    const { users, sessions } = place.crowd
    console.log(
      `${engine}: ${users} users, ${sessions} sessions: ${((await place.bytes()) / 2 ** 20).toFixed(0)} MiB`,
    )
  }
  await compare([small, large], places.provider, rounds)
  if (engine === 'PostgreSQL') await printPages([small, large])
  else await printSqlitePages([small, large], rounds)
  await printPlans(large)
  if (engine === 'PostgreSQL') await measurePostgres(large)
}

const isAsked = (part: string): boolean => positionals.length === 0 || positionals.includes(part)

const places = await openPlaces(values.keep)
try {
  for (const engine of ['PostgreSQL', 'SQLite'] as const) {
    if (!isAsked(engine.toLowerCase())) continue
    const missing = engine === 'PostgreSQL' && (await skipWithout(postgresUrl))
    if (missing) console.log(`PostgreSQL: ${missing}`)
    else await measureGrowth(places, engine)
  }
} finally {
  await places.close()
}
if (isAsked('redis')) {
  const missing = await skipWithout(redisUrl)
  if (missing) console.log(`Redis: ${missing}`)
  else await measureRedisMemory()
}
if (isAsked('servers')) {
  const bench = await openServerBench()
  try {
    await measureOneServer(bench, rounds)
    if (bench.stores.includes('redis')) await measureTwoServers(bench, rounds)
  } finally {
    await bench.close()
  }
}
if (isAsked('abandoned')) await measureAbandonedLogins(Number(values.starts))
