// Linking while signed in: bound to the session that asked, which must be alive and fresh (case B17).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAttempt, takeAttempt } from '../../../../src/flows/attempt/login-attempt.ts'
import { beginLink, finishLink, freshSession } from '../../../../src/flows/linking/link-account.ts'
import { sessionOf } from '../../../../src/flows/request/parts.ts'
import { signOut } from '../../../../src/flows/sign-out/sign-out.ts'
import type { TokenSet } from '../../../../src/oauth/server/provider-client.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'
import { identityAt, signedIn } from '../signed-in.ts'
import { type CookieBox, type Stage, stage } from '../stage.ts'

const github = identityAt('github', '42')
const google = identityAt('google', 'g-1')

async function finish(at: Stage, browser: CookieBox, sessionId: string | undefined): Promise<Response> {
  const visit = at.visit('/auth/callback/google', browser)
  const ready = await at.ready('google')
  const attempt = await createAttempt(at.parts, visit, {
    ready,
    returnTo: '/auth/account',
    intent: { kind: 'link', sessionId: sessionId ?? '' },
  })
  const taken = { attempt, id: 'an-id', clearing: 'an-attempt=; Max-Age=0' }
  return finishLink(at.parts, visit, { identity: google, attempt, taken, ready, tokens })
}

/** Discarded, because the application keeps no tokens. */
const tokens: TokenSet = {
  accessToken: 'an-access-token',
  tokenType: 'bearer',
  expiresAt: null,
  refreshToken: null,
  scopes: null,
  idToken: null,
  idTokenClaims: null,
}

async function sessionIn(at: Stage, browser: CookieBox): Promise<string | undefined> {
  return (await sessionOf(at.parts, at.visit('/', browser))).session?.id
}

test('the account is added to the user of the session that asked, under a new session id', async () => {
  const at = stage()
  const { user, browser } = await signedIn(at, github)
  const before = await sessionIn(at, browser)
  const answer = await finish(at, browser, before)
  assert.equal(answer.headers.get('location'), '/auth/account')
  browser.take(answer)
  const after = await sessionIn(at, browser)
  assert.ok(after)
  assert.notEqual(after, before)
  assert.equal((await at.parts.settings.store?.users.findAccount(google))?.userId, user.id)
})

test('B17 signed out meanwhile, or signed in as somebody else: nothing is linked', async () => {
  const at = stage()
  const { browser } = await signedIn(at, github)
  const asked = await sessionIn(at, browser)
  const post = { method: 'POST' }
  browser.take(await signOut(at.parts, at.visit('/auth/logout', browser, post)))
  await assertRefusedWith('attempt_session_changed', () => finish(at, browser, asked))
  await signedIn(at, identityAt('github', '7'), browser)
  await assertRefusedWith('attempt_session_changed', () => finish(at, browser, asked))
  assert.equal(await at.parts.settings.store?.users.findAccount(google), null)
})

test('B17 signed in again as the same person is another session: what was asked then is not wanted now', async () => {
  const at = stage()
  const { browser } = await signedIn(at, github)
  const asked = await sessionIn(at, browser)
  await signedIn(at, github, browser)
  await assertRefusedWith('attempt_session_changed', () => finish(at, browser, asked))
})

test('after ten minutes the session is no longer fresh enough, to begin and to finish', async () => {
  const at = stage()
  const { browser } = await signedIn(at, github)
  const asked = await sessionIn(at, browser)
  at.clock += 600_000
  await freshSession(at.parts, at.visit('/auth/link/google', browser))
  at.clock += 1
  await assertRefusedWith('attempt_session_changed', () => finish(at, browser, asked))
  const visit = at.visit('/auth/link/google', browser, { method: 'POST' })
  await assertRefusedWith('session_not_fresh', () => beginLink(at.parts, visit, 'google'))
})

test('an identity that somebody else has is refused, and stays theirs', async () => {
  const at = stage()
  const { user: owner } = await signedIn(at, google)
  const { browser } = await signedIn(at, github)
  const asked = await sessionIn(at, browser)
  await assertRefusedWith('account_linked_elsewhere', () => finish(at, browser, asked))
  assert.equal((await at.parts.settings.store?.users.findAccount(google))?.userId, owner.id)
})

test('to begin, somebody must be signed in, and there must be a store', async () => {
  const at = stage()
  const anonymous = at.visit('/auth/link/google', undefined, { method: 'POST' })
  await assertRefusedWith('session_required', () => beginLink(at.parts, anonymous, 'google'))
  const bare = stage({ store: undefined })
  const visit = bare.visit('/auth/link/google', undefined, { method: 'POST' })
  await assertRefusedWith('config_store_missing', () => beginLink(bare.parts, visit, 'google'))
})

test('the attempt of a link carries its session, sealed', async () => {
  const at = stage()
  const { browser } = await signedIn(at, google)
  const answer = await beginLink(
    at.parts,
    at.visit('/auth/link/github', browser, { method: 'POST' }),
    'github',
  )
  browser.take(answer)
  const target = new URL(answer.headers.get('location') ?? '')
  assert.equal(target.origin, 'https://github.com')
  const visit = at.visit('/auth/callback/github', browser)
  const state = target.searchParams.get('state')
  const { attempt } = await takeAttempt(at.parts, visit, {
    provider: (await at.ready('github')).configured,
    state,
  })
  assert.deepEqual(attempt.intent, { kind: 'link', sessionId: await sessionIn(at, browser) })
})
