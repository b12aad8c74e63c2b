// Store contract: linked accounts.
import assert from 'node:assert/strict'
import type { LinkedAccount, User } from '../../../contracts/user.ts'
import type { RegisterTest } from '../test-runner.ts'
import { ISSUER, newAccount, newHandle, newUser } from './records.ts'
import { nearlyEqualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function accountTests(test: RegisterTest, store: TheStore): void {
  async function createUser(
    account: Partial<LinkedAccount> = {},
  ): Promise<{ user: User; account: LinkedAccount }> {
    const user = newUser()
    const linked = newAccount(user.id, account)
    await store().users.create(user, linked)
    return { user, account: linked }
  }

  identityKeyTests(test, store)
  linkTests(test, store, createUser)
  unlinkTests(test, store, createUser)
  emailTests(test, store, createUser)

  test('users.updateAccount refreshes what the provider says and keeps the bond', async () => {
    const { account } = await createUser()
    const news = {
      provider: 'renamed',
      email: 'Grace@Example.com',
      emailVerified: false,
      name: null,
      picture: 'https://pictures.example.com/grace.png',
      lastUsedAt: account.lastUsedAt + 1,
    }
    await store().users.updateAccount(account, { ...news, subject: account.subject })
    assert.deepEqual(await store().users.findAccount(account), { ...account, ...news })
    await store().users.updateAccount(
      { issuer: ISSUER, subject: newHandle() },
      { ...news, subject: 'a-stranger' },
    )
  })

  test('users.listAccounts answers the oldest first', async () => {
    const { user, account } = await createUser({ linkedAt: 2_000 })
    const youngest = newAccount(user.id, { linkedAt: 3_000 })
    const oldest = newAccount(user.id, { linkedAt: 1_000 })
    await store().users.linkAccount(youngest)
    await store().users.linkAccount(oldest)
    assert.deepEqual(await store().users.listAccounts(user.id), [oldest, account, youngest])
    assert.deepEqual(await store().users.listAccounts(newHandle()), [])
  })

  test('accounts are known by the beginning of their issuer', async () => {
    const host = newHandle()
    await createUser({ issuer: `http://127.0.0.1:4000/${host}/google` })
    assert.equal(await store().users.hasAccountWithIssuerPrefix(`http://127.0.0.1:4000/${host}`), true)
    assert.equal(await store().users.hasAccountWithIssuerPrefix(`http://127.0.0.1:4000/${host}/google`), true)
    assert.equal(
      await store().users.hasAccountWithIssuerPrefix(`http://127.0.0.1:4000/${host}/google/`),
      false,
    )
    assert.equal(await store().users.hasAccountWithIssuerPrefix(`http://127.0.0.1:4001/${host}`), false)
    assert.equal(await store().users.hasAccountWithIssuerPrefix(`HTTP://127.0.0.1:4000/${host}`), false)
    assert.equal(await store().users.hasAccountWithIssuerPrefix(`http://127_0.0.1:4000/${host}`), false)
  })
}

type CreateUser = (account?: Partial<LinkedAccount>) => Promise<{ user: User; account: LinkedAccount }>

function identityKeyTests(test: RegisterTest, store: TheStore): void {
  test('subjects are compared byte for byte', async () => {
    const issuer = `https://${newHandle()}.example.com`
    await assertToldApart(nearlyEqualTexts.map((subject) => ({ issuer, subject })))
  })

  test('issuers are compared byte for byte', async () => {
    const subject = newHandle()
    const host = `https://${newHandle()}.example.com`
    const issuers = [
      host,
      host.toUpperCase(),
      `${host}/`,
      `${host} `,
      `${host}:443`,
      `${host}/ä`,
      `${host}/a\u0308`,
    ]
    await assertToldApart(issuers.map((issuer) => ({ issuer, subject })))
  })

  async function assertToldApart(keys: readonly { issuer: string; subject: string }[]): Promise<void> {
    const accounts = keys.map((key) => newAccount(newHandle(), key))
    for (const account of accounts) {
      const { created } = await store().users.create(newUser({ id: account.userId }), account)
      assert.equal(created, true, JSON.stringify(account.subject))
    }
    for (const account of accounts) assert.deepEqual(await store().users.findAccount(account), account)
  }

  test('an unknown identity is null', async () => {
    assert.equal(await store().users.findAccount({ issuer: ISSUER, subject: newHandle() }), null)
  })
}

function linkTests(test: RegisterTest, store: TheStore, createUser: CreateUser): void {
  test('linkAccount adds an identity, once', async () => {
    const { user } = await createUser()
    const account = newAccount(user.id)
    assert.equal(await store().users.linkAccount(account), 'linked')
    assert.equal(
      await store().users.linkAccount({ ...account, id: newHandle(), name: 'another' }),
      'already-linked',
    )
    assert.deepEqual(await store().users.findAccount(account), account)
  })

  test('linkAccount refuses another user’s identity', async () => {
    const { account } = await createUser()
    const { user: other } = await createUser()
    const claim = newAccount(other.id, { issuer: account.issuer, subject: account.subject })
    assert.equal(await store().users.linkAccount(claim), 'taken')
    assert.deepEqual(await store().users.findAccount(account), account)
    assert.equal((await store().users.listAccounts(other.id)).length, 1)
  })

  test('of many users who link one identity at once, one gets it', async () => {
    const { issuer, subject } = newAccount('')
    const users = await Promise.all(Array.from({ length: 10 }, () => createUser()))
    const outcomes = await Promise.all(
      users.map(({ user }) => store().users.linkAccount(newAccount(user.id, { issuer, subject }))),
    )
    assert.equal(outcomes.filter((outcome) => outcome === 'linked').length, 1)
    assert.equal(outcomes.filter((outcome) => outcome === 'taken').length, 9)
    const winner = users[outcomes.indexOf('linked')]
    assert.equal((await store().users.findAccount({ issuer, subject }))?.userId, winner?.user.id)
  })
}

function unlinkTests(test: RegisterTest, store: TheStore, createUser: CreateUser): void {
  test('F8 unlinkAccount removes one of two, and keeps the last', async () => {
    const { user, account } = await createUser()
    const second = newAccount(user.id)
    await store().users.linkAccount(second)
    assert.equal(await store().users.unlinkAccount(user.id, account.id), 'unlinked')
    assert.equal(await store().users.findAccount(account), null)
    assert.equal(await store().users.unlinkAccount(user.id, second.id), 'last-account')
    assert.deepEqual(await store().users.listAccounts(user.id), [second])
  })

  test('unlinkAccount knows only the user’s own accounts', async () => {
    const { account } = await createUser()
    const { user: other } = await createUser()
    await store().users.linkAccount(newAccount(other.id))
    assert.equal(await store().users.unlinkAccount(other.id, account.id), 'not-found')
    assert.equal(await store().users.unlinkAccount(other.id, newHandle()), 'not-found')
    assert.deepEqual(await store().users.findAccount(account), account)
  })

  test('an unlinked identity can be linked again, by anybody', async () => {
    const { user, account } = await createUser()
    await store().users.linkAccount(newAccount(user.id))
    await store().users.unlinkAccount(user.id, account.id)
    const { user: other } = await createUser()
    const again = newAccount(other.id, { subject: account.subject })
    assert.equal(await store().users.linkAccount(again), 'linked')
    assert.deepEqual(await store().users.findAccount(account), again)
  })

  test('F8 unlinking all accounts at once leaves one', async () => {
    for (const count of [2, 2, 2, 5]) {
      const { user } = await createUser()
      for (let index = 1; index < count; index++) await store().users.linkAccount(newAccount(user.id))
      const accounts = await store().users.listAccounts(user.id)
      const outcomes = await Promise.all(accounts.map(({ id }) => store().users.unlinkAccount(user.id, id)))
      assert.equal(outcomes.filter((outcome) => outcome === 'unlinked').length, count - 1)
      assert.equal(outcomes.filter((outcome) => outcome === 'last-account').length, 1)
      assert.equal((await store().users.listAccounts(user.id)).length, 1)
    }
  })
}

function emailTests(test: RegisterTest, store: TheStore, createUser: CreateUser): void {
  test('accounts are found by verified e-mail, ASCII case aside, oldest first', async () => {
    const name = newHandle()
    const { account: young } = await createUser({ email: `${name}@example.com`, linkedAt: 2_000 })
    const { account: old } = await createUser({ email: `${name.toUpperCase()}@EXAMPLE.com`, linkedAt: 1_000 })
    const found = await store().users.listAccountsByVerifiedEmail(`${name}@Example.COM`, 10)
    assert.deepEqual(found, [old, young])
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(`${name}@example.com`, 1), [old])
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(`${name}@example.org`, 10), [])
  })

  test('an address that is not verified finds no user, until it is', async () => {
    const email = `${newHandle()}@example.com`
    const { account } = await createUser({ email, emailVerified: false })
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(email, 10), [])
    await store().users.updateAccount(account, { ...account, emailVerified: true })
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(email, 10), [
      { ...account, emailVerified: true },
    ])
    await store().users.updateAccount(account, { ...account, emailVerified: false })
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(email, 10), [])
  })

  test('letters beyond ASCII keep their case, accents and width', async () => {
    const name = newHandle()
    const { account } = await createUser({ email: `ÄI${name}@example.com` })
    assert.deepEqual(await store().users.listAccountsByVerifiedEmail(`Äi${name}@example.com`, 10), [account])
    for (const other of ['äI', 'Äı', 'Äİ', 'AI', 'A\u0308I', 'ÄＩ', 'ÄI ']) {
      assert.deepEqual(
        await store().users.listAccountsByVerifiedEmail(`${other}${name}@example.com`, 10),
        [],
        other,
      )
    }
  })
}
