// The sealed cookie of a login (cases A1, B1, B2, B7, B12, B13, B14, B15).
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  attemptCookies,
  createAttempt,
  type Intent,
  takeAttempt,
} from '../../../../src/flows/attempt/login-attempt.ts'
import { oidc } from '../../../../src/providers/oidc.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'
import { CookieBox, type Stage, stage } from '../stage.ts'

const login: Intent = { kind: 'login' }

async function begin(
  at: Stage,
  browser: CookieBox,
  { provider = 'google', returnTo = '/profile', intent = login } = {},
) {
  const visit = at.visit(`/auth/login/${provider}`, browser)
  const ready = await at.ready(provider)
  const attempt = await createAttempt(at.parts, visit, { ready, returnTo, intent })
  const setCookies = await attemptCookies(at.parts, visit, attempt)
  browser.take(setCookies)
  return { attempt, setCookies }
}

async function take(at: Stage, browser: CookieBox, state: string | null, provider = 'google') {
  return takeAttempt(at.parts, at.visit(`/auth/callback/${provider}`, browser), {
    provider: (await at.ready(provider)).configured,
    state,
  })
}

test('an attempt comes back as it went', async () => {
  const at = stage()
  const browser = new CookieBox()
  const intents: readonly Intent[] = [
    login,
    { kind: 'link', sessionId: 'a-session' },
    { kind: 'confirm', userId: 'a-user' },
    { kind: 'silent' },
    { kind: 'authorize', sessionId: 'a-session', accountId: 'an-account' },
  ]
  for (const intent of intents) {
    const { attempt } = await begin(at, browser, { intent, returnTo: '/area/x?y=%20' })
    const taken = await take(at, browser, attempt.state)
    assert.deepEqual({ ...taken.attempt, demand: {} }, { ...attempt, demand: {} })
    browser.take([taken.clearing])
    assert.equal(browser.cookies.size, 0)
  }
})

test('A1 state, nonce and verifier differ from attempt to attempt, and from each other', async () => {
  const at = stage()
  const seen = new Set<string>()
  for (let count = 0; count < 100; count++) {
    const { attempt } = await begin(at, new CookieBox())
    for (const value of [attempt.state, attempt.nonce, attempt.codeVerifier]) {
      assert.match(value, /^[A-Za-z0-9_-]{43}$/)
      seen.add(value)
    }
  }
  assert.equal(seen.size, 300)
})

test('B14 the cookie is opaque, HttpOnly, Secure, Lax and short-lived; its name says nothing', async () => {
  const at = stage()
  const { attempt, setCookies } = await begin(at, new CookieBox(), { returnTo: '/area/secret-plans' })
  assert.equal(setCookies.length, 1)
  const [cookie = ''] = setCookies
  assert.match(
    cookie,
    /^__Host-latchkey\.[A-Za-z0-9_-]{8}=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  const bytes = Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString('latin1')
  for (const text of [cookie, bytes]) {
    for (const inside of [attempt.codeVerifier, attempt.state, attempt.nonce, 'secret-plans', 'google']) {
      assert.ok(!text.includes(inside), inside)
    }
  }
})

test('B12 ten attempts with ordinary return paths and a redirect URI of 45 characters fit into 3,500 bytes', async () => {
  const at = stage({ origin: 'https://app.example.co' })
  const browser = new CookieBox()
  const attempts = []
  for (let count = 0; count < 10; count++) {
    const { attempt } = await begin(at, browser, { returnTo: `/projects/${count}/settings?tab=members` })
    assert.equal(attempt.redirectUri.length, 'https://app.example.co/auth/callback/google'.length)
    assert.ok(attempt.redirectUri.length >= 43)
    attempts.push(attempt)
  }
  assert.equal(browser.cookies.size, 10)
  assert.ok(browser.header().length <= 3_500, `${browser.header().length} bytes`)
  for (const attempt of attempts.reverse()) await take(at, browser, attempt.state)
})

test('B12 the eleventh attempt drops the oldest, and no other', async () => {
  const at = stage()
  const browser = new CookieBox()
  const states: string[] = []
  for (let count = 0; count < 11; count++) states.push((await begin(at, browser)).attempt.state)
  assert.equal(browser.cookies.size, 10)
  await assertRefusedWith('attempt_missing', () => take(at, browser, states[0] ?? ''))
  for (const state of states.slice(1)) await take(at, browser, state)
})

test('B12 long return paths drop the oldest before the cookies grow beyond 3,500 bytes', async () => {
  const at = stage()
  const browser = new CookieBox()
  const states: string[] = []
  for (let count = 0; count < 8; count++) {
    const returnTo = `/area/${'x'.repeat(500)}`
    states.push((await begin(at, browser, { returnTo })).attempt.state)
    assert.ok(browser.header().length <= 3_500, `${browser.header().length} bytes`)
  }
  await take(at, browser, states.at(-1) ?? '')
  await assertRefusedWith('attempt_missing', () => take(at, browser, states[0] ?? ''))
})

test('cookies of others are neither counted nor dropped', async () => {
  const at = stage()
  const browser = new CookieBox()
  browser.take([`analytics=${'x'.repeat(4_000)}`, '__Host-latchkey=a-session', 'x__Host-latchkey.12345678=y'])
  const { attempt, setCookies } = await begin(at, browser)
  assert.equal(setCookies.length, 1)
  await take(at, browser, attempt.state)
})

test('B1, B2 a state without its cookie is refused: it may have been begun in another browser', async () => {
  const at = stage()
  const browser = new CookieBox()
  const { attempt } = await begin(at, browser)
  await assertRefusedWith('attempt_missing', () => take(at, new CookieBox(), attempt.state))
  await take(at, browser, attempt.state)
})

test('B3 no state, an empty one, an unknown one', async () => {
  const at = stage()
  const browser = new CookieBox()
  await begin(at, browser)
  for (const state of [null, '', 'unknown', 'x'.repeat(10_000)]) {
    await assertRefusedWith('attempt_missing', () => take(at, browser, state))
  }
})

test('B13 after its lifetime an attempt is expired; a moment before it is not', async () => {
  const at = stage()
  const browser = new CookieBox()
  const { attempt } = await begin(at, browser)
  at.clock = attempt.expiresAt - 1
  await take(at, browser, attempt.state)
  at.clock = attempt.expiresAt + 1
  await assertRefusedWith('attempt_expired', () => take(at, browser, attempt.state))
})

test('B7 an answer at another provider’s callback is a mix-up', async () => {
  const at = stage()
  const browser = new CookieBox()
  const { attempt } = await begin(at, browser, { provider: 'google' })
  await assertRefusedWith('attempt_wrong_provider', () => take(at, browser, attempt.state, 'github'))
  await take(at, browser, attempt.state, 'google')
})

test('B7 two providers with one issuer are told apart by their id', async () => {
  const twin = (id: string, sameIdentitiesAs?: string) =>
    oidc({ id, issuer: 'https://id.example', clientId: id, clientSecret: 'a-secret', sameIdentitiesAs })
  const at = stage({ providers: [twin('one'), twin('two', 'one')] })
  const browser = new CookieBox()
  const { attempt } = await begin(at, browser, { provider: 'one' })
  await assertRefusedWith('attempt_wrong_provider', () => take(at, browser, attempt.state, 'two'))
})

test('B15 what another key has sealed, or somebody has changed, is invalid', async () => {
  const at = stage()
  const stranger = stage({ secret: 'z'.repeat(32) })
  const browser = new CookieBox()
  const { attempt } = await begin(stranger, browser)
  await assertRefusedWith('attempt_invalid', () => take(at, browser, attempt.state))

  const own = new CookieBox()
  const { attempt: mine } = await begin(at, own)
  const [[name, value] = ['', '']] = own.cookies
  own.cookies.set(name, `${value.slice(0, -2)}${value.endsWith('A') ? 'BB' : 'AA'}`)
  await assertRefusedWith('attempt_invalid', () => take(at, own, mine.state))
})

test('B15 an attempt of one login in the place of another is not this state’s', async () => {
  const at = stage()
  const browser = new CookieBox()
  const { attempt } = await begin(at, browser)
  const other = new CookieBox()
  await begin(at, other)
  const nameOf = (state: string): string =>
    `__Host-latchkey.${createHash('sha256').update(state).digest('base64url').slice(0, 8)}`
  const [value = ''] = other.cookies.values()
  browser.cookies.set(nameOf(attempt.state), value)
  await assertRefusedWith('attempt_missing', () => take(at, browser, attempt.state))
})
