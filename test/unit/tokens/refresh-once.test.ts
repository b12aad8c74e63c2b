// One refresh at a time: how two refreshers of one account affect each other. Each represents a process.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Store } from '../../../src/contracts/store.ts'
import type { StoredTokens } from '../../../src/contracts/tokens.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { memory } from '../../../src/stores/memory.ts'
import { keepTokens } from '../../../src/tokens/keep-tokens.ts'
import { createRefresher, type Refreshed, type RefreshWish } from '../../../src/tokens/refresh-once.ts'
import type { ProviderTokens } from '../../../src/tokens/vault.ts'
import { newTokens, type TokenBench, tokenBench } from './kept-by-memory.ts'

const invalidGrant = new LatchkeyError('provider_refused', {
  refusal: { from: 'token endpoint', status: 400, error: 'invalid_grant', description: null },
})
const down = new LatchkeyError('provider_unavailable')

interface Scene extends TokenBench {
  readonly stale: StoredTokens
  readonly changes: string[]
  /** Represents a process of its own. */
  readonly refresh: (redeem: RefreshWish['redeem']) => Promise<Refreshed>
  readonly accessToken: () => Promise<string | null>
}

async function scene(store: Store = memory()): Promise<Scene> {
  const bench = await tokenBench(store)
  await keepTokens(bench.vault, bench.owner, { tokens: newTokens(), isWholeGrant: false })
  const stale = await bench.store.tokens.find(bench.owner.accountId)
  assert.ok(stale)
  const changes: string[] = []
  const stored = async () => bench.store.tokens.find(bench.owner.accountId)
  return {
    ...bench,
    stale,
    changes,
    refresh: (redeem) =>
      createRefresher({ vault: bench.vault, newOwnerId: randomUUID }).refresh({
        stale,
        redeem,
        onChange: async (change) => {
          changes.push(change)
        },
      }),
    async accessToken() {
      const now = await stored()
      return now && ((await bench.vault.open(now))?.accessToken ?? null)
    },
  }
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

const second: ProviderTokens = newTokens({ accessToken: 'access-2', refreshToken: 'refresh-2' })
const third: ProviderTokens = newTokens({ accessToken: 'access-3', refreshToken: 'refresh-3' })

test('J1 two processes: one redeems, the other waits for what comes of it', async () => {
  const { refresh, changes } = await scene()
  let redeemed = 0
  const slowly = async () => {
    redeemed += 1
    await new Promise((resolve) => setTimeout(resolve, 100))
    return second
  }
  const outcomes = await Promise.all([refresh(slowly), refresh(slowly), refresh(slowly)])
  assert.equal(redeemed, 1)
  assert.deepEqual(changes, ['refreshed'])
  for (const outcome of outcomes) {
    assert.equal(outcome.state === 'settled' && outcome.stored?.version, 2)
  }
})

test('an owner that was asleep and lost the lease writes nothing, and gets what the next owner wrote', async () => {
  const { refresh, clock, accessToken, changes } = await scene()
  const waking = gate()
  const asleep = refresh(async () => {
    await waking.opened
    return second
  })
  await new Promise((resolve) => setTimeout(resolve, 10))
  clock.now += 60_000
  await refresh(async () => third)
  waking.open()
  const outcome = await asleep
  assert.equal(outcome.state === 'settled' && outcome.stored?.version, 2)
  assert.equal(await accessToken(), 'access-3')
  assert.deepEqual(changes, ['refreshed'])
})

test('an owner that lost the lease to one who is not done yet waits for that one', async () => {
  const { refresh, clock, accessToken } = await scene()
  const [waking, finishing] = [gate(), gate()]
  const asleep = refresh(async () => {
    await waking.opened
    return second
  })
  await new Promise((resolve) => setTimeout(resolve, 10))
  clock.now += 60_000
  const next = refresh(async () => {
    await finishing.opened
    return third
  })
  await new Promise((resolve) => setTimeout(resolve, 10))
  waking.open()
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await accessToken(), 'access-1')
  finishing.open()
  await Promise.all([asleep, next])
  assert.equal(await accessToken(), 'access-3')
})

test('J3 invalid_grant revokes only the version that was redeemed', async () => {
  const { refresh, store, stale, accessToken, changes } = await scene()
  const outcome = await refresh(async () => {
    await store.tokens.save({ ...stale, version: 2 }, { ifVersion: 1, lease: null })
    throw invalidGrant
  })
  assert.equal(outcome.state === 'settled' && outcome.stored?.revokedAt, null)
  assert.equal(await accessToken(), 'access-1')
  assert.deepEqual(changes, [])
})

test('J3 the accepted twin: invalid_grant for what is kept leaves no token behind', async () => {
  const { refresh, store, owner, changes } = await scene()
  await refresh(async () => {
    throw invalidGrant
  })
  const stored = await store.tokens.find(owner.accountId)
  assert.equal(stored?.version, 2)
  assert.ok(stored.revokedAt)
  assert.deepEqual(
    [stored.sealedAccessToken, stored.sealedRefreshToken, stored.sealedIdToken],
    [null, null, null],
  )
  assert.deepEqual(changes, ['revoked'])
})

test('a sign-in that came between wins with a refresh token of its own', async () => {
  const { refresh, vault, owner, accessToken } = await scene()
  await refresh(async () => {
    await keepTokens(vault, owner, { tokens: third, isWholeGrant: false })
    return second
  })
  assert.equal(await accessToken(), 'access-3')
})

test('a sign-in that came between and kept the redeemed refresh token gets its successor', async () => {
  const { refresh, store, vault, owner } = await scene()
  await refresh(async () => {
    await keepTokens(vault, owner, { tokens: { ...third, refreshToken: null }, isWholeGrant: false })
    return second
  })
  const stored = await store.tokens.find(owner.accountId)
  assert.ok(stored)
  assert.equal((await vault.open(stored))?.refreshToken, 'refresh-2')
  assert.equal(stored.version, 3)
})

test('tokens that were unlinked meanwhile do not come back', async () => {
  const { refresh, store, owner } = await scene()
  const outcome = await refresh(async () => {
    await store.tokens.delete(owner.accountId)
    return second
  })
  assert.deepEqual(outcome, { state: 'settled', stored: null })
  assert.equal(await store.tokens.find(owner.accountId), null)
})

test('a store that fails for a moment loses no rotated token', async () => {
  const store = memory()
  const save = store.tokens.save.bind(store.tokens)
  const { refresh, accessToken } = await scene(store)
  let failures = 2
  store.tokens.save = async (...request) => {
    if (failures-- > 0) throw new LatchkeyError('store_unavailable')
    return save(...request)
  }
  await refresh(async () => second)
  assert.equal(await accessToken(), 'access-2')
})

test('J4 after a failure nobody asks for a moment, then twice as long, up to half a minute', async () => {
  const { vault, stale, clock } = await scene()
  const refresher = createRefresher({ vault, newOwnerId: randomUUID })
  let asked = 0
  const wish: RefreshWish = {
    stale,
    redeem: async () => {
      asked += 1
      throw down
    },
    onChange: async () => {},
  }
  const waits: number[] = []
  for (let round = 0; round < 8; round++) {
    const outcome = await refresher.refresh(wish)
    assert.ok(outcome.state === 'unavailable')
    waits.push(outcome.retryAfterSeconds)
    clock.now += outcome.retryAfterSeconds * 1000 - 1
    await refresher.refresh(wish)
    clock.now += 1
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 30, 30, 30])
  assert.equal(asked, 8)
})

test('J4 what the provider asks for is kept to', async () => {
  const { refresh } = await scene()
  const outcome = await refresh(async () => {
    throw new LatchkeyError('provider_unavailable', { retryAfterSeconds: 120 })
  })
  assert.deepEqual(outcome, {
    state: 'unavailable',
    reason: 'provider_unavailable',
    retryAfterSeconds: 120,
    isRefused: false,
  })
})
