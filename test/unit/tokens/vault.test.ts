// The token vault: a sealed token opens only in its own row and column.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTokens, OTHER_SECRET, SECRET, tokenBench } from './kept-by-memory.ts'

const tokens = newTokens({ accessToken: 'access-token-1', refreshToken: 'refresh-token-1', idToken: 'a.b.c' })

test('what was sealed opens again, and nothing of it can be read at rest', async () => {
  const { vault, owner } = await tokenBench()
  const stored = await vault.seal(owner, 1, tokens)
  for (const token of ['access-token-1', 'refresh-token-1', 'a.b.c']) {
    assert.ok(!JSON.stringify(stored).includes(token))
  }
  assert.deepEqual(await vault.open(stored), {
    accessToken: 'access-token-1',
    refreshToken: 'refresh-token-1',
    idToken: 'a.b.c',
    isNewestKey: true,
  })
})

test('a token that was moved to another user, account or column does not open', async () => {
  const { vault, owner } = await tokenBench()
  const stored = await vault.seal(owner, 1, tokens)
  assert.equal(await vault.open({ ...stored, userId: 'somebody else' }), null)
  assert.equal(await vault.open({ ...stored, accountId: 'another account' }), null)
  assert.equal(await vault.open({ ...stored, sealedAccessToken: stored.sealedRefreshToken }), null)
  assert.equal(await vault.open({ ...stored, sealedIdToken: stored.sealedAccessToken }), null)
  assert.notEqual(await vault.open({ ...stored, version: 2 }), null)
})

test('tokens outlive every clock: only the provider ends them', async () => {
  const { vault, owner, clock } = await tokenBench()
  const stored = await vault.seal(owner, 1, tokens)
  clock.now += 20 * 365 * 86_400_000
  assert.equal((await vault.open(stored))?.refreshToken, 'refresh-token-1')
})

test('an old secret opens, and says that it is old; a lost one does not open', async () => {
  const { vault, vaultWith, owner } = await tokenBench()
  const stored = await vault.seal(owner, 1, tokens)
  assert.equal((await vaultWith([OTHER_SECRET, SECRET]).open(stored))?.isNewestKey, false)
  assert.equal(await vaultWith([OTHER_SECRET]).open(stored), null)
})

test('sealing again changes the seals, and neither version nor time', async () => {
  const { vault, vaultWith, owner, clock } = await tokenBench()
  const stored = await vault.seal(owner, 7, tokens)
  clock.now += 1_000
  const again = await vaultWith([OTHER_SECRET, SECRET]).sealAgain(stored)
  assert.ok(again)
  assert.notEqual(again.sealedRefreshToken, stored.sealedRefreshToken)
  assert.deepEqual([again.version, again.updatedAt], [7, stored.updatedAt])
  assert.equal((await vaultWith([OTHER_SECRET]).open(again))?.accessToken, 'access-token-1')
})
