// Store contract: the application's own fields of a user.
import assert from 'node:assert/strict'
import type { User } from '../../../contracts/user.ts'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newHandle, newSession, newUser } from './records.ts'
import { unusualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function userFieldTests(test: RegisterTest, store: TheStore): void {
  async function createUser(): Promise<User> {
    const user = newUser()
    await store().users.create(user, newAccount(user.id))
    return user
  }

  test('a user has no fields of the application’s own until they are saved', async () => {
    const user = await createUser()
    assert.equal(await store().users.findFields(user.id), null)
    assert.equal(await store().users.saveFields(user.id, '{"role":"admin"}', null), true)
    assert.equal(await store().users.findFields(user.id), '{"role":"admin"}')
    assert.deepEqual(await store().users.find(user.id), user)
  })

  test('a session is read together with the fields of now', async () => {
    const user = await createUser()
    const session = newSession(user.id)
    await store().sessions.insert(session)
    assert.deepEqual(await store().sessions.find(session.id), { session, user, userFields: null })
    await store().users.saveFields(user.id, '{"a":1}', null)
    assert.deepEqual(await store().sessions.find(session.id), { session, user, userFields: '{"a":1}' })
  })

  test('fields come back exactly', async () => {
    const user = await createUser()
    let before: string | null = null
    for (const text of [...unusualTexts, 'x'.repeat(16_000)]) {
      const fields = JSON.stringify({ text })
      assert.equal(await store().users.saveFields(user.id, fields, before), true)
      assert.equal(await store().users.findFields(user.id), fields)
      before = fields
    }
  })

  test('fields that changed since they were read are not overwritten', async () => {
    const user = await createUser()
    const save = (value: number) => store().users.saveFields(user.id, `{"n":${value}}`, null)
    const outcomes = await Promise.all([save(1), save(2), save(3)])
    assert.equal(outcomes.filter((isSaved) => isSaved).length, 1)
    const now = await store().users.findFields(user.id)
    assert.equal(await store().users.saveFields(user.id, '{}', '{"n":99}'), false)
    assert.equal(await store().users.findFields(user.id), now)
    assert.equal(await store().users.saveFields(user.id, '{}', now), true)
  })

  test('the fields of an unknown user are null, and cannot be saved', async () => {
    assert.equal(await store().users.findFields(newHandle()), null)
    assert.equal(await store().users.saveFields(newHandle(), '{}', null), false)
    const user = await createUser()
    await store().users.saveFields(user.id, '{}', null)
    await store().users.delete(user.id)
    assert.equal(await store().users.findFields(user.id), null)
    assert.equal(await store().users.saveFields(user.id, '{}', '{}'), false)
  })
}
