// Store contract: sessions until they end.
import assert from 'node:assert/strict'
import type { User } from '../../../contracts/user.ts'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newHandle, newSession, newUser, renewalOf } from './records.ts'
import { nearlyEqualTexts, unusualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function sessionTests(test: RegisterTest, store: TheStore): void {
  async function createUser(): Promise<User> {
    const user = newUser()
    await store().users.create(user, newAccount(user.id))
    return user
  }

  test('a session comes back as it was stored, with its user', async () => {
    const user = await createUser()
    const plain = newSession(user.id)
    const full = newSession(user.id, {
      providerSessionId: newHandle(),
      acr: 'urn:mace:incommon:iap:silver',
      sealedIdToken: 's'.repeat(20_000),
      userAgent: null,
      clientAddress: '2001:db8::1',
    })
    for (const session of [plain, full]) {
      await store().sessions.insert(session)
      assert.deepEqual(await store().sessions.find(session.id), { session, user, userFields: null })
    }
  })

  test('a session’s user is the user of now', async () => {
    const user = await createUser()
    const session = newSession(user.id)
    await store().sessions.insert(session)
    assert.deepEqual((await store().sessions.find(session.id))?.user, user)
    const profile = { email: 'new@example.com', emailVerified: false, name: 'New', picture: null }
    await store().users.update(user.id, profile)
    assert.deepEqual((await store().sessions.find(session.id))?.user, { ...user, ...profile })
  })

  test('an unknown session is null, and ids are compared byte for byte', async () => {
    const user = await createUser()
    const session = newSession(user.id, { id: `aB${newHandle()}` })
    await store().sessions.insert(session)
    assert.ok(await store().sessions.find(session.id))
    for (const other of [newHandle(), `${session.id} `, `Ab${session.id.slice(2)}`, `${session.id}\t`, '']) {
      assert.equal(await store().sessions.find(other), null)
      assert.equal(await store().sessions.delete(other), false)
    }
  })

  test('unusual text in a session comes back exactly', async () => {
    const user = await createUser()
    for (const text of unusualTexts) {
      const session = newSession(user.id, { acr: text, userAgent: text, clientAddress: text, subject: text })
      await store().sessions.insert(session)
      assert.deepEqual((await store().sessions.find(session.id))?.session, session)
    }
    for (const text of nearlyEqualTexts) {
      const session = newSession(user.id, { subject: text, providerSessionId: text })
      await store().sessions.insert(session)
      assert.deepEqual((await store().sessions.find(session.id))?.session, session)
    }
  })

  test('extendSession moves the rolling expiry, tells the device, and nothing else', async () => {
    const user = await createUser()
    const session = newSession(user.id)
    await store().sessions.insert(session)
    const renewal = renewalOf(session)
    assert.equal(await store().sessions.extend(session.id, renewal), true)
    assert.equal(await store().sessions.extend(session.id, renewal), true, 'the same again')
    assert.deepEqual((await store().sessions.find(session.id))?.session, { ...session, ...renewal })
  })

  test('an ended session does not come back to life', async () => {
    const user = await createUser()
    const session = newSession(user.id)
    await store().sessions.insert(session)
    assert.equal(await store().sessions.delete(session.id), true)
    assert.equal(await store().sessions.delete(session.id), false)
    const renewal = renewalOf(session)
    assert.equal(await store().sessions.extend(session.id, renewal), false)
    assert.equal(await store().sessions.find(session.id), null)
    assert.deepEqual(await store().sessions.list(user.id, session.createdAt), [])
  })

  test('a session that is extended and ended at once stays ended', async () => {
    const user = await createUser()
    for (let round = 0; round < 10; round++) {
      const session = newSession(user.id)
      await store().sessions.insert(session)
      const renewal = renewalOf(session)
      const extend = () => store().sessions.extend(session.id, renewal)
      await Promise.all([extend(), store().sessions.delete(session.id), extend(), extend()])
      assert.equal(await store().sessions.find(session.id), null)
    }
  })

  test('sessions.list answers a user’s live sessions, newest first', async () => {
    const user = await createUser()
    const other = await createUser()
    const now = Date.now()
    const expiresAt = now + 60_000
    const middle = newSession(user.id, { createdAt: now - 2_000, expiresAt })
    const newest = newSession(user.id, { createdAt: now - 1_000, expiresAt })
    const oldest = newSession(user.id, { createdAt: now - 3_000, expiresAt })
    const expired = newSession(user.id, { createdAt: now - 9_000, expiresAt: now - 1 })
    for (const session of [middle, newest, oldest, expired, newSession(other.id)]) {
      await store().sessions.insert(session)
    }
    assert.deepEqual(await store().sessions.list(user.id, now), [newest, middle, oldest])
    assert.deepEqual(await store().sessions.list(user.id, expiresAt), [])
    assert.deepEqual(await store().sessions.list(newHandle(), now), [])
  })
}
