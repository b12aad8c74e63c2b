// A network partition between a server and its store, in networks made for the test: packets vanish, no connection is
// refused. The other server can always reach the store.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '../support/browser.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { skipWithoutNginx } from './nginx.ts'
import { skipWithoutOwnMariadb, startOwnMariadb } from './own-mariadb.ts'
import { makeNetwork, type OwnNetwork } from './own-network.ts'
import { skipWithoutOwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { skipWithoutOwnRedis, startOwnRedis } from './own-redis.ts'
import type { OwnServer, OwnServerOptions } from './own-server.ts'
import { type ServerGroup, startServerGroup, until } from './server-group.ts'
import { skipWithoutNetworks } from './surroundings.ts'

/** The documented bound: a session that ended elsewhere is never served from memory for longer. */
const BOUND_MILLISECONDS = 1_000
/** At this interval there are more requests than connections. */
const ASK_EVERY_MILLISECONDS = 50
const ASK_FOR_MILLISECONDS = 3_000

const CUT_OFF = 0
const CONNECTED = 1

interface Kind {
  readonly name: string
  readonly skip: string | false
  /** Starts a store in that network. Returns the environment of a server that reaches it at an address. */
  readonly start: (
    network: OwnNetwork,
    cleaning: AsyncDisposableStack,
  ) => Promise<(address: string) => { DATABASE_URL: string; REDIS_URL?: string }>
}

const kinds: readonly Kind[] = [
  {
    name: 'PostgreSQL',
    skip: skipWithoutOwnPostgres,
    start: asDatabase(startOwnPostgres),
  },
  {
    name: 'MariaDB',
    skip: skipWithoutOwnMariadb,
    start: asDatabase(startOwnMariadb),
  },
  {
    name: 'Redis',
    skip: skipWithoutOwnRedis || (await skipWithout(postgresUrl)),
    async start({ within, direct }, cleaning) {
      const { url, drop } = await ownPostgresDatabase()
      cleaning.defer(drop)
      const own = await startOwnRedis({ within, host: direct })
      cleaning.defer(own.remove)
      return (address) => ({ DATABASE_URL: url, REDIS_URL: at(address, own.url) })
    },
  },
]

function asDatabase(startOwn: (options: OwnServerOptions) => Promise<OwnServer>): Kind['start'] {
  return async ({ within, direct }, cleaning) => {
    const own = await startOwn({ within, host: direct })
    cleaning.defer(own.remove)
    return (address) => ({ DATABASE_URL: at(address, own.url) })
  }
}

function at(address: string, url: string): string {
  return Object.assign(new URL(url), { hostname: address }).href
}

// The tests mostly wait, so they run concurrently.
describe('a partition', { concurrency: true }, () => {
  for (const kind of kinds) describePartition(kind)
})

function describePartition({ name, skip, start }: Kind): void {
  describe(`a server that is cut off from ${name}`, {
    skip: skipWithoutNginx() || skipWithoutNetworks() || skip,
    concurrency: 1,
  }, () => {
    const cleaning = new AsyncDisposableStack()
    let h: TestProvider
    let network: OwnNetwork
    let group: ServerGroup

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      network = await makeNetwork()
      cleaning.defer(network.remove)
      const reachedAt = await start(network, cleaning)
      const { DATABASE_URL: database, ...environment } = reachedAt(network.direct)
      group = await startServerGroup({ size: 2, provider: h, database, environment })
      cleaning.defer(() => group.stop())
      await group.replace(CUT_OFF, { environment: reachedAt(network.cuttable) })
    })
    after(() => cleaning.disposeAsync())

    const statusOf = async (browser: Browser, path: string): Promise<number> =>
      (await browser.tab(group.origin).fetch(path)).status

    /** Signs a person in and makes both servers cache the session. */
    async function signInAtBoth(person = newPerson()): Promise<Browser> {
      const browser = group.browserAt(CONNECTED)
      await signIn(browser, group, 'h', { at: h, as: person })
      for (const server of [CONNECTED, CUT_OFF, CUT_OFF]) {
        assert.equal((await whoIs(group.browserAt(server, browser.jar), group))?.sub, person.sub)
      }
      return group.browserAt(CUT_OFF, browser.jar)
    }

    /** Sends requests for this long without waiting for responses. Returns each status with the time of its request. */
    async function keepAsking(browser: Browser): Promise<readonly { after: number; status: number }[]> {
      const since = performance.now()
      const asked: Promise<{ after: number; status: number }>[] = []
      while (performance.now() - since < ASK_FOR_MILLISECONDS) {
        const after = performance.now() - since
        asked.push(statusOf(browser, '/api/me').then((status) => ({ after, status })))
        await wait(ASK_EVERY_MILLISECONDS)
      }
      return Promise.all(asked)
    }

    test('G8 takes nobody for signed in whom another server signed out, and answers all the same', async () => {
      const kept = newPerson()
      const keeper = await signInAtBoth(kept)
      const stolen = await signInAtBoth()
      const leaving = group.browserAt(CONNECTED, stolen.jar.copy())
      const { processId, output } = group.server(CUT_OFF)
      await network.cut()
      const [answers, page] = await Promise.all([
        keepAsking(stolen),
        leaving.tab(`${group.origin}/`).post('/auth/logout'),
      ])
      assert.equal(page.status, 200)
      for (const { after, status } of answers) {
        const allowed = after < BOUND_MILLISECONDS ? [200, 503] : [503]
        assert.ok(allowed.includes(status), `${status} to what was asked ${after} ms after the cut`)
      }
      assert.equal(await statusOf(group.browserAt(CUT_OFF), '/'), 200)
      assert.equal(await statusOf(group.browserAt(CUT_OFF), '/api/me'), 401)
      const late = group.browserAt(CUT_OFF)
      assert.equal((await signIn(late, group, 'h', { at: h, as: newPerson() })).status, 503)
      assert.match(group.server(CUT_OFF).output.slice(output.length), /store_failed.*store_unavailable/)

      await network.mend()
      const answered = async (browser: Browser) => whoIs(browser, group).catch(() => undefined)
      await until(async () => {
        // Whatever the first response after the outage is, it must not accept the ended session.
        assert.ok(!(await answered(stolen)))
        return (await answered(keeper))?.sub === kept.sub
      }, 60)
      await until(async () => (await answered(stolen)) === null, 60)
      await until(async () => (await signIn(late, group, 'h', { at: h, as: newPerson() })).status === 200, 60)
      assert.ok(await whoIs(late, group))
      assert.equal(group.server(CUT_OFF).processId, processId)
    })

    test('ends when it is told to, though the store does not answer', async () => {
      await signInAtBoth()
      await network.cut()
      group.server(CUT_OFF).signal('SIGTERM')
      assert.equal(await group.server(CUT_OFF).waitForExit(30_000), 0)
      await network.mend()
      await group.server(CUT_OFF).start()
    })
  })
}
