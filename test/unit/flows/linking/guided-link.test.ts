// Guided linking: the pending identity, who may confirm it, and for how long (case F: pre-hijacking).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInIdentity } from '../../../../src/accounts/sign-in-identity.ts'
import type { Claims } from '../../../../src/contracts/claims.ts'
import { createAttempt } from '../../../../src/flows/attempt/login-attempt.ts'
import {
  confirmPendingLink,
  declinePendingLink,
  keepSeparate,
  offerLink,
  showPendingLink,
} from '../../../../src/flows/linking/guided-link.ts'
import { accountParts, sessionOf } from '../../../../src/flows/request/parts.ts'
import { renewSession } from '../../../../src/flows/session/renew-session.ts'
import type { TokenSet } from '../../../../src/oauth/server/provider-client.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'
import { identityAt, signedIn } from '../signed-in.ts'
import { CookieBox, type Stage, stage } from '../stage.ts'

const github = identityAt('github', '42', 'ada@gmail.com')
const google = identityAt('google', 'g-1', 'ada@gmail.com')

const tokensOf = (idTokenClaims: Claims): TokenSet => ({
  accessToken: 'an-access-token',
  tokenType: 'bearer',
  refreshToken: null,
  idToken: null,
  idTokenClaims,
  scopes: null,
  expiresAt: null,
})

/** Ada has an account with GitHub. In this browser, a person comes from Google with her address. */
async function offered(
  at: Stage,
  browser = new CookieBox(),
  claims: Claims = {},
): Promise<{ browser: CookieBox; ada: string }> {
  const { user } = await signedIn(at, github)
  at.clock += 1_000
  const visit = at.visit('/auth/callback/google', browser)
  const outcome = await signInIdentity(accountParts(at.parts, at.parts.settings.providers), {
    identity: google,
    linkTo: null,
    context: { organization: null, isEmailAuthoritative: true, data: null },
  })
  assert.equal(outcome.kind, 'offer')
  if (outcome.kind !== 'offer') throw new Error('unreachable')
  const ready = await at.ready('google')
  const attempt = await createAttempt(at.parts, visit, {
    ready,
    returnTo: '/wanted',
    intent: { kind: 'login' },
  })
  const tokens = tokensOf(claims)
  const taken = { attempt, id: 'an-id', clearing: 'an-attempt=; Max-Age=0' }
  const answer = await offerLink(at.parts, visit, {
    ready,
    attempt,
    tokens,
    identity: google,
    taken,
    outcome,
  })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/auth/pending-link'])
  browser.take(answer)
  at.clock += 1_000
  return { browser, ada: user.id }
}

async function accountsOf(at: Stage, userId: string): Promise<readonly string[]> {
  const accounts = (await at.parts.settings.store?.users.listAccounts(userId)) ?? []
  return accounts.map(({ provider }) => provider)
}

test('the offer shows the way into the existing account; the identity waits sealed, linked to nobody', async () => {
  const at = stage()
  const { browser, ada } = await offered(at)
  const page = await (await showPendingLink(at.parts, at.visit('/auth/pending-link', browser))).text()
  assert.match(page, /action="\/auth\/login\/github\?returnTo=%2Fauth%2Fpending-link"/)
  assert.doesNotMatch(page, /pending-link\/confirm/)
  assert.ok(![...browser.cookies.values()].some((value) => value.includes('ada')))
  assert.deepEqual(await accountsOf(at, ada), ['github'])
})

test('after signing in to it, a yes links, renews the session and leads to where the person wanted to go', async () => {
  const at = stage()
  const { browser, ada } = await offered(at)
  await signedIn(at, github, browser)
  const before = browser.header()
  const page = await (await showPendingLink(at.parts, at.visit('/auth/pending-link', browser))).text()
  assert.match(page, /pending-link\/confirm/)
  const answer = await confirmPendingLink(at.parts, at.visit('/auth/pending-link/confirm', browser))
  assert.equal(answer.headers.get('location'), '/wanted')
  assert.deepEqual([...(await accountsOf(at, ada))].sort(), ['github', 'google'])
  browser.take(answer)
  assert.notEqual(browser.header(), before)
  assert.ok(!browser.cookies.has('__Host-latchkey-link'))
})

test('a session from before the offer may not say yes', async () => {
  const at = stage()
  const browser = new CookieBox()
  await signedIn(at, github, browser)
  const { ada } = await offered(at, browser)
  const visit = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('session_not_fresh', () => confirmPendingLink(at.parts, visit))
  assert.deepEqual(await accountsOf(at, ada), ['github'])
})

test('a session from before the offer that was renewed since is still from before', async () => {
  const at = stage()
  const browser = new CookieBox()
  await signedIn(at, github, browser)
  await offered(at, browser)
  const visit = at.visit('/auth/account', browser)
  const { session } = await sessionOf(at.parts, visit)
  assert.ok(session)
  browser.take(await renewSession(at.parts, visit, session))
  const confirm = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('session_not_fresh', () => confirmPendingLink(at.parts, confirm))
})

test('somebody else may not say yes, nor somebody who is not signed in', async () => {
  const at = stage()
  const { browser, ada } = await offered(at)
  const anonymous = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('session_not_fresh', () => confirmPendingLink(at.parts, anonymous))
  const { user } = await signedIn(at, identityAt('github', '7', 'eve@example.net'), browser)
  const visit = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('session_not_fresh', () => confirmPendingLink(at.parts, visit))
  assert.deepEqual(await accountsOf(at, ada), ['github'])
  assert.deepEqual(await accountsOf(at, user.id), ['github'])
})

test('after ten minutes nothing is left to say yes to', async () => {
  const at = stage()
  const { browser } = await offered(at)
  await signedIn(at, github, browser)
  at.clock += 600_000
  const visit = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('account_link_expired', () => confirmPendingLink(at.parts, visit))
  await assertRefusedWith('account_link_expired', () => keepSeparate(at.parts, visit))
  const shown = await showPendingLink(at.parts, at.visit('/auth/pending-link', browser))
  assert.deepEqual([shown.status, shown.headers.get('location')], [303, '/auth/account'])
})

test('a no ends it and adds nothing', async () => {
  const at = stage()
  const { browser, ada } = await offered(at)
  await signedIn(at, github, browser)
  browser.take(await declinePendingLink(at.parts, at.visit('/auth/pending-link/decline', browser)))
  const visit = at.visit('/auth/pending-link/confirm', browser)
  await assertRefusedWith('account_link_expired', () => confirmPendingLink(at.parts, visit))
  assert.deepEqual(await accountsOf(at, ada), ['github'])
})

test('a separate account is made once, also for a copy of the cookie', async () => {
  const at = stage()
  const { browser, ada } = await offered(at)
  const visit = at.visit('/auth/pending-link/separate', browser)
  const answer = await keepSeparate(at.parts, visit)
  assert.equal(answer.headers.get('location'), '/wanted')
  const account = await at.parts.settings.store?.users.findAccount(google)
  assert.notEqual(account?.userId, ada)
  await assertRefusedWith('account_link_expired', () => keepSeparate(at.parts, visit))
})

test('an offer of another deployment is none', async () => {
  const { browser } = await offered(stage({ secret: 'z'.repeat(32) }))
  const at = stage()
  const visit = at.visit('/auth/pending-link/separate', browser)
  await assertRefusedWith('account_link_expired', () => keepSeparate(at.parts, visit))
})
