// How a sign-in changes the tokens that are already stored.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTokens } from '../../../src/tokens/keep-tokens.ts'
import type { ProviderTokens } from '../../../src/tokens/vault.ts'
import { newTokens, type TokenBench, tokenBench } from './kept-by-memory.ts'

async function keep({ vault, owner }: TokenBench, tokens: ProviderTokens, isWholeGrant = false) {
  await keepTokens(vault, owner, { tokens, isWholeGrant })
  const stored = await vault.store.tokens.find(owner.accountId)
  assert.ok(stored)
  return { ...stored, ...(await vault.open(stored)) }
}

test('a first sign-in keeps what came; the next one replaces it', async () => {
  const bench = await tokenBench()
  assert.equal((await keep(bench, newTokens())).version, 1)
  const next = await keep(bench, newTokens({ accessToken: 'access-2', refreshToken: 'refresh-2' }))
  assert.deepEqual([next.version, next.accessToken, next.refreshToken], [2, 'access-2', 'refresh-2'])
})

test('J2 a sign-in without a refresh token keeps the one that is there', async () => {
  const bench = await tokenBench()
  await keep(bench, newTokens())
  const next = await keep(bench, newTokens({ accessToken: 'access-2', refreshToken: null }))
  assert.deepEqual([next.accessToken, next.refreshToken], ['access-2', 'refresh-1'])
})

test('a refresh token that the provider has refused does not come back', async () => {
  const bench = await tokenBench()
  const {
    accessToken: _a,
    refreshToken: _r,
    idToken: _i,
    isNewestKey: _k,
    ...first
  } = await keep(bench, newTokens())
  const revoked = { ...first, version: 2, revokedAt: bench.clock.now }
  await bench.store.tokens.save(revoked, { ifVersion: 1, lease: null })
  const next = await keep(bench, newTokens({ refreshToken: null }))
  assert.deepEqual([next.version, next.refreshToken, next.revokedAt], [3, null, null])
})

test('J7 a plain sign-in, which asks for less, does not take granted scopes away', async () => {
  const bench = await tokenBench()
  await keep(bench, newTokens({ scopes: ['openid', 'calendar'] }))
  const signIn = newTokens({ accessToken: 'access-2', refreshToken: 'refresh-2', scopes: ['openid'] })
  assert.deepEqual((await keep(bench, signIn)).scopes, ['openid', 'calendar'])
  assert.deepEqual((await keep(bench, signIn, true)).scopes, ['openid'])
})

test('J7 without a refresh token the newer grant counts', async () => {
  const bench = await tokenBench()
  await keep(bench, newTokens({ refreshToken: null, scopes: ['openid', 'calendar'] }))
  assert.deepEqual((await keep(bench, newTokens({ refreshToken: null }))).scopes, ['openid'])
})

test('sign-ins at once all come to an end, and one of them is kept', async () => {
  const bench = await tokenBench()
  const names = ['a', 'b', 'c', 'd']
  await Promise.all(names.map((name) => keep(bench, newTokens({ accessToken: name }))))
  assert.equal((await bench.store.tokens.find(bench.owner.accountId))?.version, 4)
})
