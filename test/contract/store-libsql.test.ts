// The contract of a store, over libSQL: with its own driver, in memory and in a file, and over HTTP.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { createClient } from '@libsql/client'
import { libsql } from '../../src/stores/libsql.ts'
import { newAccount, newUser, signIn } from '../../src/testing/contract/store/records.ts'
import { startHranaServer } from '../support/hrana-server.ts'
import { describeStore } from './store.ts'

describeStore('libsql in memory', async () => ({ store: libsql('file::memory:') }))

describeStore('libsql over HTTP', async () => {
  const server = await startHranaServer()
  return { store: libsql(server.url), remove: server.stop }
})

describeStore(
  'libsql in a file, by the application’s own client',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-libsql-'))
    const client = createClient({ url: `file:${join(folder, 'app.db')}` })
    return {
      store: libsql(client),
      async remove() {
        assert.equal(client.closed, false, 'it stays open when the store is closed')
        client.close()
        await rm(folder, { recursive: true })
      },
    }
  },
  { facets: ['users', 'marks'] },
)

describe('libsql', () => {
  test('each method is one request, but for those that end many sessions, which are two', async () => {
    const server = await startHranaServer({ token: 'secret' })
    const store = libsql(server.url, { authToken: 'secret' })
    try {
      await store.migrate()
      const { session, user } = await signIn(store)
      const asked = async (use: () => unknown): Promise<number> => {
        const before = server.requests()
        await use()
        return server.requests() - before
      }
      assert.equal(await asked(() => store.sessions.find(session.id)), 1)
      const other = newUser()
      assert.equal(await asked(() => store.users.create(other, newAccount(other.id))), 1)
      assert.equal(await asked(() => store.users.delete(other.id)), 1)
      assert.equal(await asked(() => store.sessions.deleteOfUser(user.id, null)), 2)
    } finally {
      await store.close()
      await server.stop()
    }
  })

  test('a wrong token and a server that is not there are an unavailable store, and nothing of the token is told', async () => {
    const server = await startHranaServer({ token: 'right' })
    for (const url of [server.url, 'http://127.0.0.1:1']) {
      const store = libsql(url, { authToken: 'wrong-secret' })
      await assert.rejects(store.users.find('nobody'), (error: Error & { code: string }) => {
        assert.equal(error.code, 'store_unavailable')
        assert.doesNotMatch(error.message, /wrong-secret/)
        return true
      })
      await store.close()
    }
    await server.stop()
  })

  test('a database without foreign keys is refused before anything that needs them', async () => {
    const server = await startHranaServer()
    const client = createClient({ url: server.url })
    await client.execute('pragma foreign_keys = off')
    const refusal = {
      code: 'store_unavailable',
      message: /failed/,
      cause: { message: /Foreign keys are off/ },
    }
    await assert.rejects(libsql(client).migrate(), (error: Error & { code: string }) => {
      assert.equal(error.code, refusal.code)
      assert.match(String((error.cause as Error).message), refusal.cause.message)
      return true
    })
    client.close()
    await server.stop()
  })
})

test('what is neither a URL nor a client is refused without repeating it', () => {
  for (const wrong of ['postgres://somebody:secret@host/db', '', 7, {}, null]) {
    assert.throws(
      () => libsql(wrong as never),
      (error: Error) =>
        /^config_option_invalid: libsql\(\) takes/.test(error.message) && !/secret/.test(error.message),
    )
  }
})
