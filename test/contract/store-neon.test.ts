// The contract of a store, over PostgreSQL by Neon's HTTP driver, which has no interactive transactions.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { neon as connect, neonConfig } from '@neondatabase/serverless'
import { neon } from '../../src/stores/neon.ts'
import { postgres } from '../../src/stores/postgres.ts'
import { newAccount, newUser, signIn } from '../../src/testing/contract/store/records.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { type NeonProxy, startNeonProxy } from '../support/neon-proxy.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(postgresUrl)
let proxy: NeonProxy
before(async () => {
  proxy = await startNeonProxy()
  neonConfig.fetchEndpoint = () => proxy.endpoint
})
after(() => proxy.stop())

describeStore(
  'neon',
  async () => {
    const { url, drop } = await ownPostgresDatabase()
    return { store: neon(url), remove: drop }
  },
  { skip },
)

describeStore(
  'neon in a schema of its own, by the application’s own driver',
  async () => {
    const { url, drop } = await ownPostgresDatabase()
    return { store: neon(connect(url, { arrayMode: true }), { schema: 'Odd "schema"' }), remove: drop }
  },
  { skip },
)

describe('neon', { skip }, () => {
  test('each method is one request, but for those that end many sessions, which are two', async () => {
    const { url, drop } = await ownPostgresDatabase()
    const store = neon(url)
    try {
      await store.migrate()
      const { session, user } = await signIn(store)
      const asked = async (use: () => unknown): Promise<number> => {
        const before = proxy.requests()
        await use()
        return proxy.requests() - before
      }
      assert.equal(await asked(() => store.sessions.find(session.id)), 1)
      const other = newUser()
      assert.equal(await asked(() => store.users.create(other, newAccount(other.id))), 1)
      assert.equal(await asked(() => store.sessions.delete(session.id)), 1)
      assert.equal(await asked(() => store.users.delete(other.id)), 1)
      await signIn(store, user.id)
      assert.equal(await asked(() => store.sessions.deleteOfUser(user.id, null)), 2)
    } finally {
      await store.close()
      await drop()
    }
  })

  test('G8 what ends over HTTP is heard by a server with connections', async () => {
    const { url, drop } = await ownPostgresDatabase()
    const [edge, server] = [neon(url), postgres(url)]
    try {
      await edge.migrate()
      const { session, user } = await signIn(edge)
      const heard: unknown[] = []
      server.watch?.begin((change) => heard.push(change))
      await until(() => server.watch?.isTrusted() === true)
      heard.length = 0
      await edge.sessions.delete(session.id)
      await until(() => heard.length > 0)
      assert.deepEqual(heard, [{ kind: 'sessions', sessionIds: [session.id] }])
      heard.length = 0
      await edge.users.delete(user.id)
      await until(() => heard.length > 0)
      assert.deepEqual(heard, [{ kind: 'user', userId: user.id }])
    } finally {
      await edge.close()
      await server.close()
      await drop()
    }
  })

  test('a server that does not answer is an unavailable store, and nothing of the URL is told', async () => {
    const store = neon('postgres://somebody:secret@db.example.com/app')
    neonConfig.fetchEndpoint = () => 'http://127.0.0.1:1/sql'
    try {
      await assert.rejects(store.users.find('nobody'), (error: Error & { code: string }) => {
        assert.equal(error.code, 'store_unavailable')
        assert.doesNotMatch(error.message, /secret/)
        return true
      })
    } finally {
      neonConfig.fetchEndpoint = () => proxy.endpoint
    }
  })
})

test('what is neither a URL nor a driver is refused without repeating it', () => {
  for (const wrong of ['mysql://somebody:secret@host/db', '', 7, {}, null]) {
    assert.throws(
      () => neon(wrong as never),
      (error: Error) =>
        /^config_option_invalid: neon\(\) takes/.test(error.message) && !/secret/.test(error.message),
    )
  }
  assert.throws(() => neon('postgres://host/db', { schema: '' }), /neon\(\{ schema \}\).* found ""/)
})

async function until(holds: () => boolean): Promise<void> {
  for (let waits = 0; waits < 200; waits++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come to hold')
}
