// Store contract: the shape of a store object.
import assert from 'node:assert/strict'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newHandle, newSession, newUser } from './records.ts'
import type { TheStore } from './the-store.ts'

export function shapeTests(test: RegisterTest, store: TheStore): void {
  test('a store and its facets can be spread, so that another facet may stand in front', async () => {
    const { users, sessions, marks, tokens, audit, ...rest } = { ...store() }
    const copy = {
      ...rest,
      users: { ...users },
      sessions: { ...sessions },
      marks: { ...marks },
      tokens: { ...tokens },
      audit: { ...audit },
    }
    assert.ok(copy.name.length > 0)
    assert.deepEqual(await copy.pendingMigrations(), [])
    const user = newUser()
    const session = newSession(user.id)
    assert.deepEqual(await copy.users.create(user, newAccount(user.id)), { user, created: true })
    await copy.sessions.insert(session)
    assert.deepEqual((await store().sessions.find(session.id))?.session, session)
    assert.equal(await copy.marks.useOnce(newHandle(), Date.now() + 60_000), true)
    assert.equal(await copy.tokens.find(newHandle()), null)
    assert.deepEqual(await copy.audit.list({ userId: user.id, limit: 1 }), [])
  })
}
