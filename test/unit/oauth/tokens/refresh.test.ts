import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TokenSet } from '../../../../src/oauth/server/provider-client.ts'
import { type Draft, type EvilProvider, evilProvider, json, startedAt } from '../evil-provider.ts'
import { refused } from '../refused.ts'

const previous = { subject: 'alex', scopes: ['openid', 'email'] }

function refreshed(op: EvilProvider): Promise<TokenSet> {
  return op.client().refresh('old-refresh-token', previous)
}
async function withBody(change: Record<string, unknown>): Promise<EvilProvider> {
  const op = await evilProvider()
  op.tokenBody = (body) => Object.assign(body, change)
  return op
}

test('J2 a rotated refresh token replaces the old one; where none comes the old one is kept', async () => {
  const op = await evilProvider()
  const tokens = await refreshed(op)
  assert.equal(tokens.refreshToken, 'refresh-token-of-the-test')
  assert.equal(tokens.expiresAt, startedAt + 3_600_000)
  assert.deepEqual(Object.fromEntries(op.last('/token').form), {
    grant_type: 'refresh_token',
    refresh_token: 'old-refresh-token',
  })
  for (const refresh_token of [undefined, null, '']) {
    assert.equal((await refreshed(await withBody({ refresh_token }))).refreshToken, 'old-refresh-token')
  }
})

test('J3 a grant that is gone says so, in a word that can be told apart', async () => {
  const op = await evilProvider()
  op.answers.set('/token', () => json({ error: 'invalid_grant' }, 400))
  assert.equal((await refused(refreshed(op), 'provider_refused')).refusal?.error, 'invalid_grant')
  assert.equal(op.count('/token'), 1)
})

test('J4 an outage says so, and when to try again', async () => {
  const op = await evilProvider()
  op.answers.set('/token', () => json({ error: 'invalid_grant' }, 503, { 'retry-after': '7' }))
  assert.equal((await refused(refreshed(op), 'provider_unavailable')).retryAfterSeconds, 7)
  op.answers.set('/token', () => Promise.reject(new TypeError('fetch failed')))
  await refused(refreshed(op), 'provider_unavailable')
})

const bends: Readonly<Record<string, (draft: Draft) => void>> = {
  iss: ({ claims }) => Object.assign(claims, { iss: 'https://evil.example' }),
  sub: ({ claims }) => Object.assign(claims, { sub: 'bo' }),
  aud: ({ claims }) => Object.assign(claims, { aud: 'other' }),
  exp: ({ claims }) => Object.assign(claims, { exp: 1 }),
  typ: ({ header }) => Object.assign(header, { typ: 'at+jwt' }),
  at_hash: ({ claims }) => Object.assign(claims, { at_hash: 'AAAA' }),
  signature: (draft) => {
    draft.finish = (jwt) => `${jwt.slice(0, -20)}${'A'.repeat(20)}`
  },
}
for (const [name, bend] of Object.entries(bends)) {
  test(`J6 a refreshed ID token with another ${name} is refused`, async () => {
    const op = await evilProvider()
    op.idToken = bend
    await refused(refreshed(op), 'provider_id_token_invalid')
  })
}
test('J6 twin: a good one is accepted, without a nonce too, and so is an answer without one', async () => {
  const op = await evilProvider()
  op.idToken = ({ claims }) => {
    delete claims.nonce
  }
  assert.equal((await refreshed(op)).idTokenClaims?.sub, 'alex')
  assert.equal((await refreshed(await withBody({ id_token: undefined }))).idToken, null)
})

test('J7 a narrower scope is seen; without a word it is what it was', async () => {
  assert.deepEqual((await refreshed(await withBody({ scope: 'openid' }))).scopes, ['openid'])
  assert.deepEqual((await refreshed(await withBody({ scope: undefined }))).scopes, previous.scopes)
})
