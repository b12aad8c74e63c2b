// The store really stops, or is killed, and restarts while people sign in, return and sign out: acknowledged changes
// persist, no person is mistaken for another, and the servers recover by themselves.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { signIn } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { skipWithoutNginx } from './nginx.ts'
import { skipWithoutOwnMariadb, startOwnMariadb } from './own-mariadb.ts'
import { skipWithoutOwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { skipWithoutOwnRedis, startOwnRedis } from './own-redis.ts'
import type { OwnServer } from './own-server.ts'
import { type ServerGroup, startServerGroup, until } from './server-group.ts'
import { Traffic } from './traffic.ts'

const TIMES = 3

interface Kind {
  readonly name: string
  readonly skip: string | false
  readonly start: () => Promise<OwnServer>
  /** Provides the servers' variables. */
  readonly use: (
    own: OwnServer,
    cleaning: AsyncDisposableStack,
  ) => Promise<{ database: string; redis?: string }>
}

const asDatabase: Kind['use'] = async ({ url }) => ({ database: url })

const kinds: readonly Kind[] = [
  { name: 'PostgreSQL', skip: skipWithoutOwnPostgres, start: startOwnPostgres, use: asDatabase },
  { name: 'MariaDB', skip: skipWithoutOwnMariadb, start: startOwnMariadb, use: asDatabase },
  {
    name: 'Redis, with PostgreSQL behind it,',
    skip: skipWithoutOwnRedis || (await skipWithout(postgresUrl)),
    start: startOwnRedis,
    async use({ url }, cleaning) {
      const { url: database, drop } = await ownPostgresDatabase()
      cleaning.defer(drop)
      return { database, redis: url }
    },
  },
]

for (const { name, skip, start, use } of kinds) {
  describe(`${name} that ends and starts again`, { skip: skipWithoutNginx() || skip }, () => {
    const cleaning = new AsyncDisposableStack()
    let h: TestProvider
    let own: OwnServer
    let group: ServerGroup

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      own = await start()
      cleaning.defer(own.remove)
      group = await startServerGroup({ size: 2, provider: h, ...(await use(own, cleaning)) })
      cleaning.defer(() => group.stop())
    })
    after(() => cleaning.disposeAsync())

    for (const how of ['stop', 'kill'] as const) {
      test(`after each ${how}: nothing lost, nobody mistaken, and the same servers go on`, async () => {
        const processes = group.servers.map(({ processId }) => processId)
        const printed = group.servers.map(({ output }) => output.length)
        const traffic = new Traffic(group, h)
        try {
          for (let time = 0; time < TIMES; time++) {
            await traffic.untilLogins(8)
            await own.end(how)
            await traffic.untilRefused()
            await assertClosed()
            await own.start()
          }
          await traffic.untilLogins(8)
        } finally {
          await traffic.stop()
        }
        assert.deepEqual(await traffic.broken(), [])
        assert.deepEqual(
          group.servers.map(({ processId }) => processId),
          processes,
        )
        for (const [index, { output }] of group.servers.entries()) {
          assert.match(output.slice(printed[index]), /store_unavailable/)
        }
      })
    }

    async function assertClosed(): Promise<void> {
      const nobody = group.browser()
      const statusOf = async (path: string) => (await nobody.tab(group.origin).fetch(path)).status
      assert.equal(await statusOf('/'), 200)
      assert.equal(await statusOf('/api/me'), 401)
      // A login in progress may still be served from data that was read before.
      await until(async () => (await signIn(group.browser(), group, 'h')).status === 503, 20)
    }
  })
}
