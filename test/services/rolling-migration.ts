// Servers of two versions on one schema, behind nginx, while people keep signing in. The previous version is the current
// code, and the next one is the same code with one more migration (test/support/next-version.ts): only the schema differs,
// and a rolling deployment shares exactly that. No older release is needed.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Browser } from '../support/browser.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { migrateWithNextVersion, nextMigration, nextVersion } from '../support/next-version.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { type SharedStore, sharedKinds } from './databases.ts'
import { skipWithoutNginx } from './nginx.ts'
import { type ServerGroup, startServerGroup, until } from './server-group.ts'
import { Traffic } from './traffic.ts'

const everyServer = [0, 1, 2]

for (const kind of sharedKinds.filter(({ hasRedis }) => !hasRedis)) {
  describe(`servers of two versions on ${kind.name}`, { skip: skipWithoutNginx() }, () => {
    const cleaning = new AsyncDisposableStack()
    let h: TestProvider
    let shared: SharedStore
    let group: ServerGroup

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      shared = await kind.open()
      cleaning.defer(shared.drop)
      group = await startServerGroup({ size: everyServer.length, provider: h, ...shared })
      cleaning.defer(() => group.stop())
    })
    after(() => cleaning.disposeAsync())

    /** A person signs in across two servers, is known to all, and signs out at one for all. */
    async function assertTogether(): Promise<void> {
      for (const here of everyServer) {
        const there = (here + 1) % everyServer.length
        const jar = group.browser().jar
        h.person = newPerson()
        const callback = await catchCallback(group.browserAt(here, jar).tab(), group, 'h')
        assert.equal((await deliver(group.browserAt(there, jar).tab(), callback)).status, 200)
        for (const server of everyServer) {
          assert.equal((await whoIs(group.browserAt(server, jar), group))?.sub, h.person.sub)
        }
        const stolen = new Browser({ jar: jar.copy() })
        await group.browserAt(here, jar).tab(`${group.origin}/`).post('/auth/logout')
        for (const server of everyServer) {
          await until(async () => !(await whoIs(group.browserAt(server, stolen.jar), group)), 5)
        }
      }
    }

    /** Asserts that no request fails while the change runs. */
    async function unnoticed(change: () => Promise<unknown>): Promise<void> {
      const traffic = new Traffic(group, h)
      try {
        await traffic.untilLogins(4)
        await change()
        await traffic.untilLogins(8)
      } finally {
        await traffic.stop()
      }
      assert.deepEqual(traffic.refusals, [])
      assert.deepEqual(await traffic.broken(), [])
    }

    test('a server of the next version does not start before its migration', async () => {
      const early = await group.prepare({ environment: { ...nextVersion, MIGRATE: '0' } })
      try {
        early.launch()
        assert.notEqual(await early.waitForExit(), 0)
        assert.match(early.output, new RegExp(`pending: ${nextMigration}`))
      } finally {
        await early.stop()
      }
    })

    test('the schema of the next version is applied while the version before serves', async () => {
      await unnoticed(async () => {
        const [applied] = (await migrateWithNextVersion(shared.database)).split('\n')
        assert.equal(applied, `Applied ${nextMigration}`)
      })
      for (const server of group.servers) assert.doesNotMatch(server.output, /failed/)
    })

    test('servers are replaced one by one, and both versions work together', async () => {
      const early = group.browser()
      const person = newPerson()
      await signIn(early, group, 'h', { at: h, as: person })
      for (const index of everyServer) {
        await unnoticed(() => group.replace(index, { environment: { ...nextVersion, MIGRATE: '0' } }))
        await assertTogether()
      }
      assert.equal((await whoIs(early, group))?.sub, person.sub)
    })

    test('the program alone goes a step back, and starts on the schema of the next version', async () => {
      for (const index of everyServer) await unnoticed(() => group.replace(index, {}))
      await assertTogether()
    })

    test('then the schema goes a step back, and nobody notices', async () => {
      await unnoticed(async () => {
        assert.equal(await migrateWithNextVersion(shared.database, '--down'), `Took back ${nextMigration}\n`)
      })
      await assertTogether()
    })
  })
}
