// Stores without room: no connection, no disk space, no memory. No login is half completed, signed-in people stay signed in
// if the store can still be read, and the same server recovers once there is room.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { type Application, startApplication } from '../support/application.ts'
import { Browser } from '../support/browser.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { administer, type OwnPostgres, skipWithoutOwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { skipWithoutOwnRedis, startOwnRedis } from './own-redis.ts'
import { until } from './server-group.ts'
import { skipWithoutSmallDisk, withSmallDisk } from './surroundings.ts'

/** Inserted rows first fill a table's existing pages, before it needs a new one. */
const MOST_LOGINS = 300

/** Three times the size of an empty database. */
const DISK_MEBIBYTES = 24

const skipWithoutDisk = skipWithoutSmallDisk()

describe('a server whose PostgreSQL', { skip: skipWithoutOwnPostgres }, () => {
  const cleaning = new AsyncDisposableStack()
  let h: TestProvider
  let own: OwnPostgres

  before(async () => {
    h = await startProvider()
    cleaning.defer(() => h.stop())
    own = await startOwnPostgres({
      settings: { max_connections: '20' },
      ...(skipWithoutDisk ? {} : { within: withSmallDisk(DISK_MEBIBYTES, 'postgres') }),
    })
    cleaning.defer(own.remove)
  })
  after(() => cleaning.disposeAsync())

  async function start(
    t: { after: (end: () => Promise<void>) => void },
    database: string,
  ): Promise<Application> {
    const app = await startApplication({ providers: { h }, database })
    t.after(() => app.stop())
    return app
  }

  const signInAs = (browser: Browser, app: Application, person = newPerson()) =>
    signIn(browser, app, 'h', { at: h, as: person })

  test('takes no more connections is closed, says so, and goes on when it does', async (t) => {
    const app = await start(t, own.url)
    const early = app.browser()
    const person = newPerson()
    await signInAs(early, app, person)
    const taken: pg.Client[] = []
    const release = async (): Promise<void> => {
      await Promise.all(taken.splice(0).map((client) => client.end()))
    }
    t.after(release)
    await takeEveryConnection(own.url, taken)
    const statusOf = async (browser: Browser, path: string) =>
      (await browser.tab(app.url('/')).fetch(path)).status
    await until(async () => (await statusOf(early, '/api/me')) === 503)
    assert.equal(await statusOf(early, '/'), 200)
    assert.equal(await statusOf(app.browser(), '/api/me'), 401)
    const late = app.browser()
    assert.equal((await signInAs(late, app)).status, 503)
    assert.match(app.output, /store_unavailable.*53300/)
    await release()
    await until(async () => (await whoIs(early, app).catch(() => null))?.sub === person.sub)
    assert.equal(await whoIs(late, app), null)
    assert.equal((await signInAs(late, app)).status, 200)
  })
  test('has a full disk signs nobody in, lets people out, loses nobody, and goes on with room', {
    skip: skipWithoutDisk,
  }, async (t) => {
    const database = await databaseOnSmallDisk(own)
    const app = await start(t, database)
    const early = app.browser()
    const person = newPerson()
    await signInAs(early, app, person)
    const leaving = app.browser()
    await signInAs(leaving, app)
    await fillDisk(database)
    const late = await someoneRefused(app)
    assert.match(app.output, /store_unavailable.*53100/)
    assert.equal(await whoIs(late, app), null)
    assert.equal((await whoIs(early, app))?.sub, person.sub)
    const stolen = new Browser({ jar: leaving.jar.copy() })
    assert.equal((await leaving.tab(app.url('/')).post('/auth/logout')).status, 200)
    assert.equal(await whoIs(stolen, app), null)
    await administer(database, (client) => client.query('drop table filler'))
    assert.equal((await signInAs(late, app)).status, 200)
    assert.ok(await whoIs(late, app))
    assert.equal((await whoIs(early, app))?.sub, person.sub)
  })

  /** A person whose login failed on the full disk. */
  async function someoneRefused(app: Application): Promise<Browser> {
    for (let login = 0; login < MOST_LOGINS; login++) {
      const browser = app.browser()
      const page = await signInAs(browser, app)
      if (page.status === 503) return browser
      assert.equal(page.status, 200, page.text)
    }
    throw new Error('there was room for everybody')
  }
})

test('a server whose Redis is full signs nobody in, keeps who is, and goes on when there is room', {
  skip: skipWithoutOwnRedis,
}, async (t) => {
  const cleaning = new AsyncDisposableStack()
  t.after(() => cleaning.disposeAsync())
  const redis = await startOwnRedis()
  cleaning.defer(redis.remove)
  const h = await startProvider()
  cleaning.defer(() => h.stop())
  const app = await startApplication({ providers: { h }, environment: { REDIS_URL: redis.url } })
  cleaning.defer(() => app.stop())
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

/** Takes connections until the server refuses more and the server under test has none. */
async function takeEveryConnection(url: string, taken: pg.Client[]): Promise<void> {
  await until(async () => {
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
    } catch (error) {
      assert.equal(error instanceof Error && 'code' in error && error.code, '53300')
      const { rowCount } = (await taken[0]?.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'latchkey%'",
      )) ?? { rowCount: null }
      return rowCount === 0
    }
    taken.push(client)
    return false
  }, 30)
}

/** A database whose rows are on the small disk; its transaction log is elsewhere. */
async function databaseOnSmallDisk({ url, folder }: OwnPostgres): Promise<string> {
  await administer(url, async (client) => {
    await client.query(`create tablespace small location '${folder.path}/small-disk'`)
    await client.query('create database small tablespace small')
  })
  return Object.assign(new URL(url), { pathname: '/small' }).href
}

async function fillDisk(database: string): Promise<void> {
  await administer(database, async (client) => {
    await client.query('create table filler (text text)')
    for (const rows of [100, 1]) {
      await assert.rejects(
        async () => {
          for (;;)
            await client.query(`insert into filler select repeat('x', 2000) from generate_series(1, ${rows})`)
        },
        { code: '53100' },
      )
    }
  })
}
