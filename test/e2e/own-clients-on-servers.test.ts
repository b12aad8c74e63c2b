// Two servers with one store: a client's code or token from one of them is valid once at the other, and ends there too.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from 'latchkey'
import { mysql } from 'latchkey/stores/mysql'
import { postgres } from 'latchkey/stores/postgres'
import { redis } from 'latchkey/stores/redis'
import { sqlite } from 'latchkey/stores/sqlite'
import type { Tab } from '../support/browser.ts'
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
} from '../support/database-servers.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { allow, codeRequest, ownClients, redeem, refresh, sendForm, whoHolds } from '../support/own-client.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

interface Kind {
  readonly name: string
  readonly skip: string | false
  /** Opens the store as one server does. */
  readonly open: (own: OwnDatabase & { readonly prefix?: string }) => Store
  readonly own: () => Promise<OwnDatabase & { readonly prefix?: string }>
}

/** Permanent rows are in a file, expiring ones in Redis. */
async function ownFileAndKeys(): Promise<OwnDatabase & { readonly prefix: string }> {
  const [file, keys] = [await ownSqliteFile(), await ownRedisKeys()]
  return { url: file.url, prefix: keys.prefix, drop: () => keys.drop().finally(file.drop) }
}

const fileOf = (url: string): string => url.slice('sqlite:'.length)

const kinds: readonly Kind[] = [
  { name: 'SQLite', skip: false, open: ({ url }) => sqlite(fileOf(url)), own: ownSqliteFile },
  {
    name: 'PostgreSQL',
    skip: await skipWithout(postgresUrl),
    open: ({ url }) => postgres(url),
    own: ownPostgresDatabase,
  },
  {
    name: 'MariaDB',
    skip: await skipWithout(mysqlUrl),
    open: ({ url }) => mysql(url),
    own: ownMysqlDatabase,
  },
  {
    name: 'Redis',
    skip: await skipWithout(redisUrl),
    open: ({ url, prefix }) => redis(redisUrl, { behind: sqlite(fileOf(url)), prefix }),
    own: ownFileAndKeys,
  },
]

/** A session that ended at another server leaves this server's cache a moment later. */
async function ends(app: InProcessApplication, token: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await whoHolds(app, token)) !== null; tries++) await wait(50)
  assert.equal(await whoHolds(app, token), null)
}

for (const kind of kinds) {
  describe(`own clients of two servers on ${kind.name}`, { skip: kind.skip }, () => {
    const cleaning = new AsyncDisposableStack()
    let h: TestProvider
    let one: InProcessApplication
    let two: InProcessApplication

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      const own = await kind.own()
      cleaning.defer(own.drop)
      const common = {
        providers: [describeProvider('h', h)],
        clients: ownClients,
        bearer: true,
        secret: randomBytes(32).toString('base64url'),
        audience: 'harbour',
      }
      const start = async () => {
        const app = await startInProcess({ ...common, store: kind.open(own) })
        cleaning.defer(() => app.stop())
        return app
      }
      one = await start()
      two = await start()
    })
    after(() => cleaning.disposeAsync())

    async function person(): Promise<Tab> {
      const browser = one.browser()
      await signIn(browser, one, 'h', { at: h, as: newPerson() })
      return browser.tab(`${one.origin}/`)
    }

    test('a code is redeemed once over both, and a refresh token rotates over both', async () => {
      const tab = await person()
      const asked = codeRequest()
      const first = await redeem(two, asked, await allow(tab, one, asked))
      assert.equal(first.status, 200, JSON.stringify(first.body))
      const key = { 'idempotency-key': randomUUID() }
      const repeated = await Promise.all(
        [one, two, one, two].map((app) => refresh(app, 'phone', first.body.refresh_token, key)),
      )
      assert.deepEqual(
        repeated.map(({ status }) => status),
        [200, 200, 200, 200],
      )
      const racing = await Promise.all(
        repeated.map(({ body }, index) => refresh(index % 2 ? one : two, 'phone', body.refresh_token)),
      )
      const winners = racing.filter(({ status }) => status === 200)
      assert.ok(winners.length <= 1, 'of four twins at most one goes on')
      for (const { body } of winners) await ends(one, body.access_token)
      const other = codeRequest()
      const callback = await allow(tab, one, other)
      const both = await Promise.all([one, two].map((app) => redeem(app, other, callback)))
      assert.ok(both.some(({ status }) => status === 400))
    })

    test('a device is allowed at one and comes to the other; what is ended at one ends at the other', async () => {
      const tab = await person()
      const shown = (await sendForm(two, '/auth/device', { client_id: 'cli' })).body
      await tab.open(`${one.origin}/auth/device?user_code=${shown.user_code}`)
      await tab.submit({ label: /^Allow/ })
      const fields = {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        client_id: 'cli',
        device_code: shown.device_code,
      }
      const { body } = await sendForm(two, '/auth/token', fields)
      assert.notEqual(await whoHolds(two, body.access_token), null)
      assert.equal(await whoHolds(one, body.access_token), await whoHolds(two, body.access_token))
      await tab.open(one.url('/auth/account'))
      await tab.submit({ action: '/auth/sessions/end-others' })
      assert.equal(await whoHolds(one, body.access_token), null, 'at once')
      await ends(two, body.access_token)
      assert.equal((await refresh(two, 'cli', body.refresh_token)).body.error, 'invalid_grant')
    })
  })
}
