// How long a session that was signed out on one server stays valid on others with the same store: the time from the response
// to the sign-out until each of them refuses it. `npm run bench -- ended-elsewhere`
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import {
  mysqlUrl,
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownRedisKeys,
  ownSqliteFile,
  postgresUrl,
  redisUrl,
  skipWithout,
} from '../test/support/database-servers.ts'
import { startTestGateway, TEST_SECRET } from '../test/support/gateway.ts'
import { openSocket, signInAt, signOutAt, startSocketServer } from '../test/support/socket-servers.ts'
import { readOptions } from './equipment/options.ts'
import { printTable } from './equipment/print-table.ts'
import { describeMachine } from './equipment/run-alone.ts'
import { summarize } from './equipment/statistics.ts'

const POLL_EVERY_MILLISECONDS = 5
/** Longer than the longest polling interval of the servers, so that sign-outs fall at random moments of it. */
const LONGEST_REST_MILLISECONDS = 1_500
/** More than any server may take; after this, the session counts as never ended. */
const PATIENCE_MILLISECONDS = 10_000

/** One set-up of servers and their stores. */
interface Kind {
  readonly name: string
  readonly servers: readonly string[]
  readonly open: () => Promise<readonly OwnDatabase[]>
  readonly environment: (stores: readonly OwnDatabase[]) => Readonly<Record<string, string>>
}

const ofDatabase = ([database]: readonly OwnDatabase[]) => ({ DATABASE_URL: database?.url ?? '' })

const kinds: readonly Kind[] = [
  {
    name: 'SQLite, one file',
    servers: [],
    open: async () => [await ownSqliteFile()],
    environment: ofDatabase,
  },
  {
    name: 'PostgreSQL',
    servers: [postgresUrl],
    open: async () => [await ownPostgresDatabase()],
    environment: ofDatabase,
  },
  {
    name: 'MariaDB',
    servers: [mysqlUrl],
    open: async () => [await ownMysqlDatabase()],
    environment: ofDatabase,
  },
  {
    name: 'Redis before PostgreSQL',
    servers: [postgresUrl, redisUrl],
    open: async () => [await ownPostgresDatabase(), await ownRedisKeys()],
    environment: (stores) => ({ ...ofDatabase(stores), REDIS_URL: stores[1]?.url ?? '' }),
  },
]

/** Milliseconds from the response to the sign-out until each of these events; one figure for each sign-out. */
type Delays = Readonly<Record<keyof typeof columns, number[]>>

const columns = {
  request: 'another server refuses a request',
  signal: 'its AbortSignal fires',
  socket: 'its WebSocket closes',
  gateway: 'a gateway refuses a request',
  gatewaySocket: 'a WebSocket through it closes',
}

const options = readOptions(process.argv.slice(2))
const signOuts = options.isQuick ? 5 : 40
console.log(`${describeMachine()}.`)
const rows: string[][] = []
for (const kind of kinds) {
  const missing = (await Promise.all(kind.servers.map(skipWithout))).find(Boolean)
  if (missing) console.log(`Without ${kind.name}: ${missing}.`)
  else rows.push([kind.name, ...Object.values(await measure(kind)).map(describe)])
}
printTable(
  `Milliseconds after a sign-out at one of several servers: median, highest of ${signOuts}`,
  ['store', ...Object.values(columns)],
  rows,
)

function describe(delays: readonly number[]): string {
  const { median, most } = summarize(delays)
  return `${median.toFixed(0)}, ${most.toFixed(0)}`
}

async function measure(kind: Kind): Promise<Delays> {
  const delays: Delays = { request: [], signal: [], socket: [], gateway: [], gatewaySocket: [] }
  await using cleaning = new AsyncDisposableStack()
  const stores = await kind.open()
  for (const { drop } of stores) cleaning.defer(drop)
  const gateway = await startTestGateway({ environment: kind.environment(stores) })
  cleaning.defer(gateway.stop)
  const { origin } = gateway
  const environment = { ORIGIN: origin, LATCHKEY_SECRET: TEST_SECRET, ...kind.environment(stores) }
  const [one, other] = [await startSocketServer(environment), await startSocketServer(environment)]
  cleaning.defer(one.stop)
  cleaning.defer(other.stop)
  const there = `http://127.0.0.1:${other.port}`

  for (let signOut = 0; signOut < signOuts; signOut++) {
    const cookie = await signInAt(one.port)
    const headers = { cookie }
    const isKnown = async () => (await (await fetch(`${there}/auth/session`, { headers })).text()) !== 'null'
    const isAdmitted = async () => (await fetch(`${origin}/auth/verify`, { headers })).status === 200
    const socket = await openSocket(`${there.replace('http', 'ws')}/socket`, cookie)
    const gatewaySocket = await openSocket(`${origin.replace('http', 'ws')}/socket`, cookie)
    if (!(await isKnown()) || !(await isAdmitted())) throw new Error('the person was not signed in')
    const moments = {
      request: until(isKnown),
      signal: fetch(`${there}/ended`, { headers }).then(() => performance.now()),
      socket: once(socket, 'close').then(() => performance.now()),
      gateway: until(isAdmitted),
      gatewaySocket: once(gatewaySocket, 'close').then(() => performance.now()),
    }
    await wait(Math.random() * LONGEST_REST_MILLISECONDS)
    const { status } = await signOutAt(one.port, cookie, origin)
    if (status !== 303) throw new Error(`the sign-out was answered ${status}`)
    const answeredAt = performance.now()
    const late = wait(PATIENCE_MILLISECONDS, Number.POSITIVE_INFINITY, { ref: false })
    for (const [name, list] of Object.entries(delays)) {
      const moment = await Promise.race([moments[name as keyof Delays], late])
      // Other servers may learn of it while the response is still on its way.
      list.push(Math.max(0, moment - answeredAt))
    }
  }
  return delays
}

/** The moment at which `isSo` was first false. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  while (await isSo()) await wait(POLL_EVERY_MILLISECONDS)
  return performance.now()
}
