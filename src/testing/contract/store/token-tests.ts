// Store contract: provider tokens, and the leases under which they are changed (docs/security-cases.md J1, J5).
import assert from 'node:assert/strict'
import type { Store } from '../../../contracts/store.ts'
import type { Lease, StoredTokens } from '../../../contracts/tokens.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newHandle, newUser } from './records.ts'
import type { TheStore } from './the-store.ts'

export function tokenTests(test: RegisterTest, store: TheStore): void {
  test('tokens come back as they were saved, and nowhere else', async () => {
    const saved = await savedTokens(store())
    assert.deepEqual(await store().tokens.find(saved.accountId), saved)
    assert.equal(await store().tokens.find(newHandle()), null)
    assert.equal(await store().tokens.find(saved.userId), null)
  })

  test('absent tokens, an unknown expiry and a long token are kept as they are', async () => {
    const saved = await savedTokens(store(), {
      sealedAccessToken: 'a'.repeat(30_000),
      sealedRefreshToken: null,
      sealedIdToken: null,
      scopes: [],
      expiresAt: null,
      revokedAt: 1_700_000_000_000,
    })
    assert.deepEqual(await store().tokens.find(saved.accountId), saved)
  })

  test('a writer wins only over the version that it has read', async () => {
    const first = await savedTokens(store())
    const second = { ...first, version: 2, sealedAccessToken: newHandle() }
    assert.equal(await store().tokens.save(second, { ifVersion: 1, lease: null }), 'saved')
    const late = { ...first, version: 2, sealedAccessToken: newHandle() }
    assert.equal(await store().tokens.save(late, { ifVersion: 1, lease: null }), 'changed')
    assert.equal(await store().tokens.save(late, { ifVersion: null, lease: null }), 'changed')
    assert.deepEqual(await store().tokens.find(first.accountId), second)
  })

  test('of many writers over one version, one is the winner', async () => {
    const first = await savedTokens(store())
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        store().tokens.save({ ...first, version: 2 }, { ifVersion: 1, lease: null }),
      ),
    )
    assert.equal(outcomes.filter((outcome) => outcome === 'saved').length, 1)
  })

  test('tokens go with their account and with their user', async () => {
    const user = newUser()
    const accounts = [newAccount(user.id), newAccount(user.id)] as const
    await store().users.create(user, accounts[0])
    await store().users.linkAccount(accounts[1])
    for (const { id } of accounts) await saveFor(store(), user.id, id)
    await store().users.unlinkAccount(user.id, accounts[0].id)
    assert.equal(await store().tokens.find(accounts[0].id), null)
    assert.notEqual(await store().tokens.find(accounts[1].id), null)
    await store().users.delete(user.id)
    assert.equal(await store().tokens.find(accounts[1].id), null)
  })

  test('tokens of an account that is gone are refused', async () => {
    await assert.rejects(
      saveFor(store(), newHandle(), newHandle()),
      (error) => error instanceof LatchkeyError && error.code === 'account_not_found',
    )
  })

  test('deleting tokens leaves the account', async () => {
    const saved = await savedTokens(store())
    assert.equal(await store().tokens.delete(saved.accountId), true)
    assert.equal(await store().tokens.delete(saved.accountId), false)
    assert.equal(await store().tokens.find(saved.accountId), null)
    assert.equal((await store().users.listAccounts(saved.userId)).length, 1)
  })

  test('all tokens are listed once, page by page', async () => {
    const ids = new Set<string>()
    for (let made = 0; made < 5; made++) ids.add((await savedTokens(store())).accountId)
    const seen: string[] = []
    let after: string | null = null
    for (;;) {
      const page: readonly StoredTokens[] = await store().tokens.list(after, 2)
      assert.ok(page.length <= 2)
      const last = page.at(-1)
      if (!last) break
      seen.push(...page.map(({ accountId }) => accountId))
      after = last.accountId
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.ok([...ids].every((id) => seen.includes(id)))
  })
}

export function leaseTests(test: RegisterTest, store: TheStore): void {
  const now = Date.now()
  const times = { now, expiresAt: now + 15_000 }

  test('of many who want a lease at once, one gets it', async () => {
    const key = newHandle()
    const leases = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store().tokens.acquireLease(key, `owner-${index}`, times)),
    )
    assert.equal(leases.filter(Boolean).length, 1)
    assert.ok(await store().tokens.acquireLease(newHandle(), 'somebody', times))
  })

  test('a lease that is released or ran out has a next owner with a higher fence', async () => {
    const key = newHandle()
    const first = await getLease(store(), key, times)
    await store().tokens.releaseLease(first)
    const second = await getLease(store(), key, times)
    assert.ok(second.fence > first.fence)
    const afterwards = { now: times.expiresAt, expiresAt: times.expiresAt + 15_000 }
    const third = await getLease(store(), key, afterwards)
    assert.ok(third.fence > second.fence)
  })

  test('who renews a lease keeps it; who lost it can neither renew nor release it', async () => {
    const key = newHandle()
    const lost = await getLease(store(), key, times)
    assert.equal(await store().tokens.renewLease(lost, times.expiresAt + 5_000), true)
    assert.equal(
      await store().tokens.acquireLease(key, 'other', {
        now: times.expiresAt,
        expiresAt: times.expiresAt + 15_000,
      }),
      null,
    )
    const held = await getLease(store(), key, { now: times.expiresAt + 5_000, expiresAt: now + 60_000 })
    assert.equal(await store().tokens.renewLease(lost, now + 90_000), false)
    await store().tokens.releaseLease(lost)
    assert.equal(
      await store().tokens.acquireLease(key, 'third', { now: now + 59_999, expiresAt: now + 90_000 }),
      null,
    )
    assert.equal(await store().tokens.renewLease(held, now + 90_000), true)
  })

  test('who lost the lease writes nothing; who holds it does', async () => {
    const saved = await savedTokens(store())
    const lost = await getLease(store(), saved.accountId, times)
    const held = await getLease(store(), saved.accountId, { now: times.expiresAt, expiresAt: now + 60_000 })
    const next = { ...saved, version: 2 }
    assert.equal(await store().tokens.save(next, { ifVersion: 1, lease: lost }), 'lease-lost')
    assert.deepEqual(await store().tokens.find(saved.accountId), saved)
    assert.equal(await store().tokens.save(next, { ifVersion: 1, lease: held }), 'saved')
    assert.deepEqual(await store().tokens.find(saved.accountId), next)
  })

  test('a sweep takes leases that ran out long ago, and no other', async () => {
    const key = newHandle()
    const lease = await getLease(store(), key, times)
    await store().tokens.sweep(times.expiresAt + 1_000, 1000)
    assert.equal(await store().tokens.renewLease(lease, times.expiresAt), true)
    await store().tokens.sweep(times.expiresAt + 86_400_000, 1000)
    assert.equal(await store().tokens.renewLease(lease, times.expiresAt), false)
  })
}

async function getLease(
  store: Store,
  key: string,
  times: { readonly now: number; readonly expiresAt: number },
): Promise<Lease> {
  const lease = await store.tokens.acquireLease(key, newHandle(), times)
  assert.ok(lease, 'the lease is free')
  return lease
}

async function savedTokens(store: Store, fields: Partial<StoredTokens> = {}): Promise<StoredTokens> {
  const user = newUser()
  const account = newAccount(user.id)
  await store.users.create(user, account)
  return saveFor(store, user.id, account.id, fields)
}

async function saveFor(
  store: Store,
  userId: string,
  accountId: string,
  fields: Partial<StoredTokens> = {},
): Promise<StoredTokens> {
  const now = Date.now()
  const tokens: StoredTokens = {
    accountId,
    userId,
    version: 1,
    sealedAccessToken: newHandle(),
    sealedRefreshToken: newHandle(),
    sealedIdToken: newHandle(),
    scopes: ['openid', 'https://api.example.com/read'],
    expiresAt: now + 3_600_000,
    revokedAt: null,
    updatedAt: now,
    ...fields,
  }
  assert.equal(await store.tokens.save(tokens, { ifVersion: null, lease: null }), 'saved')
  return tokens
}
