// Stores whose server disappears and returns: protected pages stay closed, access resumes without a restart, nothing is lost.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { SessionRecord } from '../../../src/contracts/session.ts'
import type { Store } from '../../../src/contracts/store.ts'
import { memory } from '../../../src/stores/memory.ts'
import { mysql } from '../../../src/stores/mysql.ts'
import { postgres } from '../../../src/stores/postgres.ts'
import { redis } from '../../../src/stores/redis.ts'
import { newHandle, newSession, signIn } from '../../../src/testing/contract/store/records.ts'
import { cuttableProxy } from '../../support/cuttable-proxy.ts'
import {
  mysqlUrl,
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownRedisKeys,
  postgresUrl,
  redisUrl,
  skipWithout,
} from '../../support/database-servers.ts'

const unavailable = { code: 'store_unavailable' }

const redisInFront = (url: string, prefix?: string): Store => redis(url, { behind: memory(), prefix })

interface Kind {
  readonly name: string
  readonly url: string
  readonly port: number
  readonly own: () => Promise<OwnDatabase & { readonly prefix?: string }>
  readonly make: (url: string, prefix?: string) => Store
}

const kinds: readonly Kind[] = [
  { name: 'postgres', url: postgresUrl, port: 5432, own: ownPostgresDatabase, make: (url) => postgres(url) },
  { name: 'mysql', url: mysqlUrl, port: 3306, own: ownMysqlDatabase, make: mysql },
  { name: 'redis', url: redisUrl, port: 6379, own: ownRedisKeys, make: redisInFront },
]

for (const { name, url, port, own, make } of kinds) {
  describe(`the ${name} store`, { skip: await skipWithout(url) }, () => {
    test('is unavailable while its server is away, and recovers without a restart', async (t) => {
      const database = await own()
      t.after(database.drop)
      const proxy = await cuttableProxy(database.url, port)
      t.after(proxy.close)
      const store = make(proxy.url, database.prefix)
      t.after(() => store.close())
      await store.migrate()
      const { session } = await signIn(store)

      for (let outage = 0; outage < 2; outage++) {
        await proxy.cut()
        await assertClosed(store, session)
        await proxy.mend()
        assert.deepEqual((await untilAvailable(() => store.sessions.find(session.id)))?.session, session)
      }
      assert.equal(await store.sessions.delete(session.id), true)
    })

    test('that never had a server is unavailable, says so without the password, and can be closed', async () => {
      const store = make(url.replace(/\/\/.*/, '//somebody:pa55word@127.0.0.1:1/0'))
      const error = await store.marks.useOnce(newHandle(), Date.now() + 60_000).then(
        () => assert.fail('there is no server'),
        (reason: Error) => reason,
      )
      assert.match(error.message, /^store_unavailable: .*ECONNREFUSED/)
      assert.doesNotMatch(error.message, /pa55word|somebody/)
      await store.close()
      await assert.rejects(store.marks.useOnce(newHandle(), Date.now() + 60_000), unavailable)
    })
  })
}

async function assertClosed(store: Store, { id, userId }: SessionRecord): Promise<void> {
  await assert.rejects(async () => store.sessions.find(id), unavailable)
  await assert.rejects(store.sessions.insert(newSession(userId)), unavailable)
  await assert.rejects(store.sessions.delete(id), unavailable)
  await assert.rejects(store.marks.useOnce(newHandle(), Date.now() + 60_000), unavailable)
}

/** Retries, because a client looks for its server only once a second. */
async function untilAvailable<Result>(use: () => Result): Promise<Awaited<Result>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await use()
    } catch (error) {
      if (attempt === 50) throw error
      await setTimeout(100)
    }
  }
}
