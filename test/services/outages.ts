// A server whose database or Redis is cut off, stalled, slow or busy: protected pages stay closed, public ones stay open,
// no acknowledged change is lost, it recovers without a restart, and the log gives the reason.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { type CuttableProxy, cuttableProxy } from '../support/cuttable-proxy.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { type SharedStore, sharedKinds } from './databases.ts'
import { disturbances } from './disturb.ts'
import { until } from './server-group.ts'
import { skipWithoutNetworks } from './surroundings.ts'

interface Part {
  readonly name: string
  readonly proxy: CuttableProxy
}

/** More than a pool's connections. */
const MORE_THAN_CONNECTIONS = 30

const DEFAULT_PORTS = { postgres: 5432, mysql: 3306, redis: 6379 }

for (const kind of sharedKinds) {
  const { endConnections, whileUsersAreLocked } = disturbances[kind.engine]
  describe(`a server on ${kind.name}`, () => {
    const cleaning = new AsyncDisposableStack()
    let h: TestProvider
    let shared: SharedStore
    let app: Application
    let parts: readonly Part[]

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      shared = await kind.open()
      cleaning.defer(shared.drop)
      const database = await part(kind.engine, shared.database)
      const redis = shared.redis ? await part('redis', shared.redis) : null
      parts = redis ? [database, redis] : [database]
      app = await startApplication({
        providers: { h },
        database: database.proxy.url,
        environment: { REDIS_URL: redis?.proxy.url },
      })
      cleaning.defer(() => app.stop())
    })
    afterEach(() => h.reset())
    after(() => cleaning.disposeAsync())

    async function part(name: keyof typeof DEFAULT_PORTS, url: string): Promise<Part> {
      const proxy = await cuttableProxy(url, DEFAULT_PORTS[name])
      cleaning.defer(proxy.close)
      return { name, proxy }
    }

    async function signedIn(): Promise<Browser> {
      const browser = app.browser()
      assert.equal((await signIn(browser, app, 'h', { at: h, as: newPerson() })).status, 200)
      return browser
    }

    const statusOf = async (browser: Browser, path: string): Promise<number> =>
      (await browser.tab(app.url('/')).fetch(path)).status

    /** Waits until cached sessions are too old to be used, a second at most. */
    async function assertClosed(browser: Browser): Promise<void> {
      await until(async () => (await statusOf(browser, '/api/me')) === 503)
      assert.equal(await statusOf(browser, '/profile'), 503)
      assert.equal(await statusOf(browser, '/'), 200)
      assert.equal(await statusOf(app.browser(), '/'), 200)
      assert.equal(await statusOf(app.browser(), '/api/me'), 401)
    }

    async function assertRecovers(browser: Browser): Promise<void> {
      await until(async () => (await whoIs(browser, app).catch(() => null)) !== null, 30)
      // One login may still get a connection that has closed unnoticed.
      const next = app.browser()
      const person = newPerson()
      await until(async () => (await signIn(next, app, 'h', { at: h, as: person })).status === 200, 5)
      assert.equal((await whoIs(next, app))?.sub, person.sub)
    }

    test('that is cut off from a part is closed, says so, and recovers with everybody still signed in', async () => {
      for (const { name, proxy } of parts) {
        const browser = await signedIn()
        h.person = newPerson()
        const late = app.browser()
        const callback = await catchCallback(late.tab(), app, 'h')
        const printed = app.output.length
        await proxy.cut()
        const page = await deliver(late.tab(), callback)
        assert.ok(page.status >= 500, `${name}: ${page.status} ${page.text}`)
        if (name === 'redis' || parts.length === 1) await assertClosed(browser)
        assert.match(app.output.slice(printed), /store_unavailable/, name)
        await proxy.mend()
        await assertRecovers(browser)
        assert.equal(await whoIs(late, app), null)
        assert.equal((await signIn(late, app, 'h', { at: h, as: newPerson() })).status, 200)
      }
    })

    // On machines with network namespaces, partitions.ts tests this with a real network.
    if (skipWithoutNetworks())
      test('behind a partition answers in bounded time, and goes on when it ends', async () => {
        for (const { proxy } of parts) {
          const browser = await signedIn()
          proxy.hold()
          const begunAt = Date.now()
          if (proxy === parts.at(-1)?.proxy) await assertClosed(browser)
          else assert.ok((await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })).status >= 500)
          // Not fast, but bounded by the time limits of one connection and one query.
          assert.ok(Date.now() - begunAt < 60_000)
          proxy.letThrough()
          await assertRecovers(browser)
        }
      })

    test('whose protected routes alone meet the outage says so in its log', async () => {
      const browser = await signedIn()
      const printed = app.output.length
      for (const { proxy } of parts) await proxy.cut()
      await assertClosed(browser)
      // The log has at most one line a second, and the last one may belong to the previous outage.
      await until(async () => {
        await statusOf(browser, '/api/me')
        return /store_failed.*store_unavailable/.test(app.output.slice(printed))
      }, 5)
      for (const { proxy } of parts) await proxy.mend()
      await assertRecovers(browser)
    })

    test('with slow databases is slow, and right', async () => {
      for (const { proxy } of parts) proxy.hold()
      const slowing = setInterval(() => {
        for (const { proxy } of parts) {
          proxy.letThrough()
          proxy.hold()
        }
      }, 150)
      try {
        assert.ok(await whoIs(await signedIn(), app))
      } finally {
        clearInterval(slowing)
        for (const { proxy } of parts) proxy.letThrough()
      }
    })

    test('whose connections are ended by the database makes new ones', async () => {
      const browser = await signedIn()
      await endConnections(shared.database)
      await assertRecovers(browser)
    })

    test('whose connections all wait for a lock keeps public pages open, gives up, and goes on after it', async () => {
      const browser = await signedIn()
      const logins: Promise<number>[] = []
      const answers: number[] = []
      await whileUsersAreLocked(shared.database, async () => {
        for (let login = 0; login < MORE_THAN_CONNECTIONS; login++) {
          const page = signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
          logins.push(page.then(({ status }) => status))
        }
        for (const login of logins) void login.then((status) => answers.push(status))
        await until(() => answers.includes(503))
        assert.equal(await statusOf(app.browser(), '/'), 200)
      })
      for (const status of await Promise.all(logins)) assert.ok([200, 503].includes(status), String(status))
      await assertRecovers(browser)
    })
  })
}
