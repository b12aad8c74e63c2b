// A server whose database or Redis is cut off, held up, slow, busy or full: what is protected stays closed, what is public
// stays open, nothing that was acknowledged is lost, it recovers without a restart, and the log says why.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { type CuttableProxy, cuttableProxy } from '../support/cuttable-proxy.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { type SharedStore, sharedKinds } from './databases.ts'
import { startRedis } from './own-redis.ts'
import { until } from './server-group.ts'

interface Part {
  readonly name: string
  readonly proxy: CuttableProxy
}

for (const kind of sharedKinds) {
  describe(`a server on ${kind.name}`, () => {
    let h: TestProvider
    let shared: SharedStore
    let app: Application
    let parts: readonly Part[]

    before(async () => {
      h = await startProvider()
      shared = await kind.open()
      const database = { name: 'PostgreSQL', proxy: await cuttableProxy(shared.database, 5432) }
      const redis = shared.redis ? { name: 'Redis', proxy: await cuttableProxy(shared.redis, 6379) } : null
      parts = redis ? [database, redis] : [database]
      app = await startApplication({
        providers: { h },
        database: database.proxy.url,
        environment: { REDIS_URL: redis?.proxy.url },
      })
    })
    afterEach(() => h.reset())
    after(async () => {
      await app.stop()
      for (const { proxy } of parts) await proxy.close()
      await shared.drop()
      await h.stop()
    })

    async function signedIn(): Promise<Browser> {
      const browser = app.browser()
      assert.equal((await signIn(browser, app, 'h', { at: h, as: newPerson() })).status, 200)
      return browser
    }

    const statusOf = async (browser: Browser, path: string): Promise<number> =>
      (await browser.tab(app.url('/')).fetch(path)).status

    /** Until what was remembered is too old to be used, a second at most. */
    async function assertClosed(browser: Browser): Promise<void> {
      await until(async () => (await statusOf(browser, '/api/me')) === 503)
      assert.equal(await statusOf(browser, '/profile'), 503)
      assert.equal(await statusOf(browser, '/'), 200)
      assert.equal(await statusOf(app.browser(), '/'), 200)
      assert.equal(await statusOf(app.browser(), '/api/me'), 401)
    }

    async function assertRecovers(browser: Browser): Promise<void> {
      await until(async () => (await whoIs(browser, app).catch(() => null)) !== null, 30)
      // One login may still meet a connection whose end was not yet noticed.
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
        if (name === 'Redis' || parts.length === 1) await assertClosed(browser)
        assert.match(app.output.slice(printed), /store_unavailable/, name)
        await proxy.mend()
        await assertRecovers(browser)
        assert.equal(await whoIs(late, app), null)
        assert.equal((await signIn(late, app, 'h', { at: h, as: newPerson() })).status, 200)
      }
    })

    test('behind a partition answers in bounded time, and goes on when it ends', async () => {
      for (const { proxy } of parts) {
        const browser = await signedIn()
        proxy.hold()
        const begunAt = Date.now()
        if (proxy === parts.at(-1)?.proxy) await assertClosed(browser)
        else assert.ok((await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })).status >= 500)
        // Bounded, not fast: the time limits of one connection and one query.
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
      // A line a second at most: the one before may belong to the last outage.
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
      await administer(shared.database, (client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      )
      await assertRecovers(browser)
    })

    test('whose connections all wait for a lock keeps public pages open, and goes on after it', async () => {
      const browser = await signedIn()
      await administer(shared.database, async (client) => {
        await client.query('begin; lock table latchkey_users in access exclusive mode')
        const logins = Array.from({ length: 30 }, () =>
          signIn(app.browser(), app, 'h', { at: h, as: newPerson() }).catch(() => null),
        )
        await wait(500)
        assert.equal(await statusOf(app.browser(), '/'), 200)
        await client.query('rollback')
        for (const page of await Promise.all(logins)) assert.ok(page && [200, 503].includes(page.status))
      })
      await assertRecovers(browser)
    })
  })
}

test('a server whose Redis is full signs nobody in, keeps who is, and goes on when there is room', async (t) => {
  const redis = await startRedis()
  if (!redis) return t.skip('there is no redis-server on this machine')
  t.after(redis.stop)
  const h = await startProvider()
  t.after(() => h.stop())
  const app = await startApplication({ providers: { h }, environment: { REDIS_URL: redis.url } })
  t.after(() => app.stop())
  const signInSomebody = (browser: Browser) => signIn(browser, app, 'h', { at: h, as: newPerson() })
  const early = app.browser()
  await signInSomebody(early)
  await redis.limitMemory(1)
  const late = app.browser()
  assert.equal((await signInSomebody(late)).status, 503)
  assert.equal(await whoIs(late, app), null)
  assert.ok(await whoIs(early, app))
  assert.match(app.output, /store_unavailable/)
  await redis.limitMemory(0)
  assert.equal((await signInSomebody(late)).status, 200)
  assert.ok(await whoIs(late, app))
})

async function administer(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
