// Store contract: users.
import assert from 'node:assert/strict'
import type { User } from '../../../contracts/user.ts'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newHandle, newSession, newUser } from './records.ts'
import { unusualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function userTests(test: RegisterTest, store: TheStore): void {
  test('a user and the first account come back as they were stored', async () => {
    const user = newUser()
    const account = newAccount(user.id)
    const outcome = await store().users.create(user, account)
    assert.deepEqual(outcome, { user, created: true })
    assert.deepEqual(await store().users.find(user.id), user)
    assert.deepEqual(await store().users.findAccount(account), account)
  })

  test('a user without e-mail, name and picture is a user too', async () => {
    const nothing = { email: null, emailVerified: false, name: null, picture: null }
    const user = newUser(nothing)
    const account = newAccount(user.id, nothing)
    await store().users.create(user, account)
    assert.deepEqual(await store().users.find(user.id), user)
    assert.deepEqual(await store().users.findAccount(account), account)
  })

  test('an unknown user is null', async () => {
    assert.equal(await store().users.find(newHandle()), null)
  })

  test('users are listed newest id first, a part at a time, with their fields', async () => {
    const users: User[] = []
    for (let count = 0; count < 3; count++) {
      const user = newUser({ name: `Listed ${newHandle()}` })
      await store().users.create(user, newAccount(user.id))
      users.push(user)
    }
    users.sort((a, b) => (a.id < b.id ? 1 : -1))
    const [first, second, third] = users
    await store().users.saveFields(second?.id ?? '', '{"plan":"pro"}', null)
    const list = (before: string | null, limit: number) => store().users.list({ search: null, before, limit })
    const all = await list(null, 10_000)
    const ids = all.map(({ user }) => user.id)
    assert.deepEqual(ids, [...ids].sort().reverse())
    assert.deepEqual(
      all.filter(({ user }) => users.some(({ id }) => id === user.id)),
      [
        { user: first, userFields: null },
        { user: second, userFields: '{"plan":"pro"}' },
        { user: third, userFields: null },
      ],
    )
    assert.deepEqual(await list(null, 2), all.slice(0, 2))
    assert.deepEqual(await list(ids[1] ?? null, 2), all.slice(2, 4))
    assert.deepEqual(await list('', 10), [])
  })

  test('users are found by a part of their name or address, whatever the case of ASCII, and by their id', async () => {
    const part = newHandle()
    const named = newUser({ name: `Anna ${part} Ek`, email: null })
    const addressed = newUser({ name: null, email: `${part.toUpperCase()}@example.com` })
    const neither = newUser()
    for (const user of [named, addressed, neither]) await store().users.create(user, newAccount(user.id))
    const find = async (search: string) =>
      (await store().users.list({ search, before: null, limit: 10 })).map(({ user }) => user.id).sort()
    assert.deepEqual(await find(part), [named.id, addressed.id].sort())
    assert.deepEqual(await find(part.toUpperCase()), [named.id, addressed.id].sort())
    assert.deepEqual(await find(`anna ${part}`), [named.id])
    assert.deepEqual(await find(neither.id), [neither.id])
    assert.deepEqual(await find(newHandle()), [])
  })

  test('what a database takes for a pattern is text', async () => {
    for (const sign of ['%', '_', '!', '\\', "'", '*', '[a-z]', '%_', 'å']) {
      const part = newHandle()
      const user = newUser({ name: `${part}${sign}x` })
      const other = newUser({ name: `${part}yx` })
      for (const each of [user, other]) await store().users.create(each, newAccount(each.id))
      const found = await store().users.list({ search: `${part}${sign}x`, before: null, limit: 10 })
      assert.deepEqual(
        found.map(({ user: { id } }) => id),
        [user.id],
        sign,
      )
    }
  })

  test('unusual text and far moments come back exactly', async () => {
    for (const text of unusualTexts) {
      const user = newUser({ name: text, email: `${text}@example.com`, createdAt: 4_102_444_800_123 })
      const account = newAccount(user.id, { name: text, email: user.email, picture: text, linkedAt: 1 })
      await store().users.create(user, account)
      assert.deepEqual(await store().users.find(user.id), user)
      assert.deepEqual(await store().users.findAccount(account), account)
    }
  })

  test('a hundred first logins of one identity at once make one user', async () => {
    const { issuer, subject } = newAccount('')
    const users = Array.from({ length: 100 }, () => newUser())
    const outcomes = await Promise.all(
      users.map((user) => store().users.create(user, newAccount(user.id, { issuer, subject }))),
    )
    assert.equal(outcomes.filter(({ created }) => created).length, 1)
    assert.equal(new Set(outcomes.map(({ user }) => user.id)).size, 1)
    const stored = await Promise.all(users.map(({ id }) => store().users.find(id)))
    assert.equal(stored.filter((user) => user !== null).length, 1)
    const winner = outcomes[0]?.user.id ?? ''
    assert.equal((await store().users.findAccount({ issuer, subject }))?.userId, winner)
    assert.equal((await store().users.listAccounts(winner)).length, 1)
  })

  test('a first login of a linked identity answers its user and changes nothing', async () => {
    const user = newUser()
    const account = newAccount(user.id)
    await store().users.create(user, account)
    const late = newUser()
    const outcome = await store().users.create(late, newAccount(late.id, { subject: account.subject }))
    assert.deepEqual(outcome, { user, created: false })
    assert.equal(await store().users.find(late.id), null)
    assert.deepEqual(await store().users.findAccount(account), account)
  })

  test('two users may have the same e-mail address', async () => {
    const email = `${newHandle()}@example.com`
    const [one, two] = [newUser({ email }), newUser({ email })]
    await store().users.create(one, newAccount(one.id, { email }))
    assert.equal((await store().users.create(two, newAccount(two.id, { email }))).created, true)
  })

  test('users.update replaces the profile and nothing else', async () => {
    const user = newUser()
    await store().users.create(user, newAccount(user.id))
    const profile = { email: null, emailVerified: false, name: 'Grace 🚀', picture: null }
    await store().users.update(user.id, profile)
    assert.deepEqual(await store().users.find(user.id), { ...user, ...profile })
    await store().users.update(newHandle(), profile)
  })

  test('users.delete takes accounts and sessions along, answers the sessions, and leaves others alone', async () => {
    const [user, other] = [newUser(), newUser()]
    const [account, otherAccount] = [newAccount(user.id), newAccount(other.id)]
    await store().users.create(user, account)
    await store().users.create(other, otherAccount)
    const second = newAccount(user.id, { issuer: 'https://github.example.com' })
    await store().users.linkAccount(second)
    const sessions = [newSession(user.id), newSession(user.id)]
    const otherSession = newSession(other.id)
    for (const session of [...sessions, otherSession]) await store().sessions.insert(session)

    const ended = await store().users.delete(user.id)
    assert.deepEqual([...ended].sort(), sessions.map(({ id }) => id).sort())
    assert.equal(await store().users.find(user.id), null)
    assert.equal(await store().users.findAccount(account), null)
    assert.equal(await store().users.findAccount(second), null)
    for (const { id } of sessions) assert.equal(await store().sessions.find(id), null)
    assert.deepEqual(await store().users.find(other.id), other)
    assert.deepEqual(await store().users.findAccount(otherAccount), otherAccount)
    assert.deepEqual((await store().sessions.find(otherSession.id))?.session, otherSession)
    assert.deepEqual(await store().users.delete(user.id), [])
  })

  test('nothing is stored for a user who is gone', async () => {
    const user = newUser()
    const refused = { code: 'account_not_found' }
    await assert.rejects(store().sessions.insert(newSession(user.id)), refused)
    await assert.rejects(store().users.linkAccount(newAccount(user.id)), refused)
    await store().users.create(user, newAccount(user.id))
    await store().sessions.insert(newSession(user.id))
    assert.equal(await store().users.linkAccount(newAccount(user.id)), 'linked')
  })

  test('sessions that start while their user is deleted do not live on', async () => {
    const user = newUser()
    await store().users.create(user, newAccount(user.id))
    const sessions = Array.from({ length: 20 }, () => newSession(user.id))
    const starts = sessions.map((session) => store().sessions.insert(session))
    await Promise.allSettled([...starts.slice(0, 10), store().users.delete(user.id), ...starts.slice(10)])
    for (const { id } of sessions) assert.equal(await store().sessions.find(id), null)
  })
}
