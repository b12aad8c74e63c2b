// From a stored token to a usable one.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { findValidToken, type ValidToken } from '../../../src/tokens/find-valid-token.ts'
import { keepTokens } from '../../../src/tokens/keep-tokens.ts'
import { createRefresher } from '../../../src/tokens/refresh-once.ts'
import type { ProviderTokens, Vault } from '../../../src/tokens/vault.ts'
import { newTokens, OTHER_SECRET, SECRET, type TokenBench, tokenBench } from './kept-by-memory.ts'

interface Asked {
  readonly token: ValidToken
  readonly redeemed: number
}

async function ask(
  { vault, owner }: Pick<TokenBench, 'vault' | 'owner'>,
  refusedVersion: number | null = null,
  next: ProviderTokens = newTokens({ accessToken: 'access-2', refreshToken: 'refresh-2' }),
): Promise<Asked> {
  let redeemed = 0
  const refresher = createRefresher({ vault, newOwnerId: randomUUID })
  const token = await findValidToken(
    { vault, refresher },
    {
      accountId: owner.accountId,
      refusedVersion,
      redeem: async () => {
        redeemed += 1
        return next
      },
      onChange: async () => {},
    },
  )
  return { token, redeemed }
}

async function kept(fields: (now: number) => Partial<ProviderTokens>): Promise<TokenBench> {
  const bench = await tokenBench()
  const tokens = newTokens(fields(bench.clock.now))
  await keepTokens(bench.vault, bench.owner, { tokens, isWholeGrant: false })
  return bench
}

function accessTokenOf(token: ValidToken): string {
  assert.ok(token.state === 'fresh', token.state)
  return token.accessToken
}

test('no tokens are absent', async () => {
  assert.deepEqual((await ask(await tokenBench())).token, { state: 'absent' })
})

test('a token is refreshed a minute before its end, and not before', async () => {
  const bench = await kept((now) => ({ expiresAt: now + 3_600_000 }))
  bench.clock.now += 3_539_000
  assert.equal(accessTokenOf((await ask(bench)).token), 'access-1')
  bench.clock.now += 1_000
  assert.equal(accessTokenOf((await ask(bench)).token), 'access-2')
})

test('a short-lived token is refreshed in the last tenth of its life', async () => {
  const bench = await kept((now) => ({ expiresAt: now + 30_000 }))
  bench.clock.now += 26_000
  assert.equal((await ask(bench)).redeemed, 0)
  bench.clock.now += 1_000
  assert.equal((await ask(bench)).redeemed, 1)
})

test('a token without an end is used until the API refuses it', async () => {
  const bench = await kept(() => ({}))
  bench.clock.now += 365 * 86_400_000
  assert.equal((await ask(bench)).redeemed, 0)
  assert.equal(accessTokenOf((await ask(bench, 1)).token), 'access-2')
})

test('a refused token that another caller has replaced already is not refreshed again', async () => {
  const bench = await kept(() => ({}))
  bench.clock.now += 60_000
  assert.equal((await ask(bench, 1)).redeemed, 1)
  assert.deepEqual(await ask(bench, 1).then(({ redeemed }) => redeemed), 0)
})

test('a refused token that is seconds old is not refused for its age', async () => {
  const bench = await kept(() => ({}))
  const { token, redeemed } = await ask(bench, 1)
  assert.equal(redeemed, 0)
  assert.equal(accessTokenOf(token), 'access-1')
})

test('without a refresh token an expired token is the end, and a living one is used to its last second', async () => {
  const bench = await kept((now) => ({ expiresAt: now + 3_600_000, refreshToken: null }))
  bench.clock.now += 3_599_000
  assert.equal(accessTokenOf((await ask(bench)).token), 'access-1')
  bench.clock.now += 1_000
  assert.deepEqual((await ask(bench)).token, { state: 'revoked', scopes: ['openid'] })
})

test('a provider whose new tokens are expired already is asked once, not in a loop', async () => {
  const bench = await kept((now) => ({ expiresAt: now }))
  const { token, redeemed } = await ask(bench, null, newTokens({ expiresAt: bench.clock.now }))
  assert.equal(redeemed, 1)
  assert.equal(token.state, 'unavailable')
})

test('U36 tokens under an old secret move to the newest one when they are used', async () => {
  const bench = await kept(() => ({}))
  const rotated: Vault = bench.vaultWith([OTHER_SECRET, SECRET])
  assert.equal(accessTokenOf((await ask({ ...bench, vault: rotated })).token), 'access-1')
  assert.equal(
    accessTokenOf((await ask({ ...bench, vault: bench.vaultWith([OTHER_SECRET]) })).token),
    'access-1',
  )
  assert.equal((await bench.store.tokens.find(bench.owner.accountId))?.version, 1)
})

test('tokens whose secret is gone are absent', async () => {
  const bench = await kept(() => ({}))
  assert.equal((await ask({ ...bench, vault: bench.vaultWith([OTHER_SECRET]) })).token.state, 'absent')
})
