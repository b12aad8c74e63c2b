// Findings of the second reading about providers' answers: legitimate users locked out by a second source or by harmless
// deviations, and reasons missing from the log and the developer's page. Each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { deliver, newGitHubPerson, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'

let app: InProcessApplication
let h: TestProvider
let mapped: TestProvider
let signs: TestProvider
let wrong: TestProvider

before(async () => {
  ;[h, mapped, signs, wrong] = await Promise.all([
    startProvider({ sendsIssuer: false }),
    startProvider(),
    startProvider({ alg: 'RS256' }),
    startProvider(),
  ])
  app = await startInProcess({
    production: false,
    keepTokens: true,
    providers: [
      describeProvider('h', h, { claimsFrom: 'userinfo' }),
      describeProvider('mapped', mapped, { claimsFrom: 'userinfo' }),
      describeProvider('signs', signs, { idTokenSigningAlg: 'HS256', claimsFrom: 'id-token' }),
      describeProvider('wrong', wrong, { claimsFrom: 'id-token' }),
    ],
  })
  for (const provider of [h, mapped, signs, wrong]) provider.now = () => app.clock
})
afterEach(() => {
  for (const provider of [h, mapped, signs, wrong]) provider.reset()
  app.log.length = 0
})
after(async () => {
  await app.stop()
  await Promise.all([h, mapped, signs, wrong].map((provider) => provider.stop()))
})

const words = () => JSON.stringify(app.log)

async function signedIn(id: string, provider: TestProvider, person: TestPerson = newPerson()) {
  const browser = app.browser()
  const page = await signIn(browser, app, id, { at: provider, as: person })
  return { browser, page, me: await whoIs(browser, app) }
}

async function assertRefusedWith(page: Page, code: string, detail: RegExp): Promise<void> {
  assert.ok(page.status >= 400, `${page.status}`)
  assert.ok(page.text.includes(code), page.text)
  assert.match(page.text, detail)
  const line = app.log.findLast((entry) => entry.code === code)
  assert.match(line?.detail ?? '', detail, words())
}

test('NH1 no userinfo endpoint in the metadata: signed in from the ID token', async () => {
  app.advance(4_000)
  h.behaviour.metadata = (metadata) => delete metadata.userinfo_endpoint
  const person = newPerson()
  const { me, page } = await signedIn('h', h, person)
  assert.deepEqual([me?.sub, me?.email], [person.sub, person.email], page.text)
  assert.match(words(), /provider_notice.*no userinfo_endpoint/)
})

test('NH2 userinfo that answers 401 is not used, and what was stored stays', async () => {
  app.advance(4_000)
  const { sub, email } = newPerson()
  const person = { sub, email_verified: true }
  h.behaviour.userinfo = () => json({ sub, email, email_verified: true, name: 'From Userinfo' })
  assert.equal((await signedIn('h', h, person)).me?.name, 'From Userinfo')
  h.behaviour.userinfo = () => ({
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="The token is over"' },
  })
  const { me } = await signedIn('h', h, person)
  assert.deepEqual([me?.sub, me?.email, me?.name], [sub, email, 'From Userinfo'])
  assert.match(words(), /provider_notice.*401 invalid_token: “The token is over”.*claimsFrom/)
  // A complete answer without a name removes the stored name.
  h.behaviour.userinfo = () => json({ sub, email, email_verified: true })
  assert.equal((await signedIn('h', h, person)).me?.name, null)
  h.behaviour.userinfo = () => json({ sub: 'somebody-else' })
  const other = await signedIn('h', h, person)
  assert.equal(other.me, null)
  await assertRefusedWith(other.page, 'provider_userinfo_invalid', /another subject/)
})

for (const [name, value] of [
  ['empty', ''],
  ['plain http', 'http://internal.example/logout'],
  ['no text', 7],
  ['null', null],
] as const) {
  test(`NH3 optional endpoints that are ${name} count as absent`, async () => {
    app.advance(4_000)
    h.behaviour.metadata = (metadata) => {
      for (const member of [
        'end_session_endpoint',
        'revocation_endpoint',
        'pushed_authorization_request_endpoint',
        'userinfo_endpoint',
      ])
        metadata[member] = value
      metadata.userinfo_signing_alg_values_supported = value
    }
    const person = newPerson()
    assert.equal((await signedIn('h', h, person)).me?.sub, person.sub, words())
    if (value !== null) assert.match(words(), /end_session_endpoint.*counts as absent/)
  })
}

test('NH5 HS256 with the client secret signs in where it is named, and is refused with both names elsewhere', async () => {
  const bend = (provider: TestProvider, secret: string) => {
    provider.behaviour.idToken = (draft) => {
      draft.header = { alg: 'HS256' }
      delete draft.claims.at_hash
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const data = `${part(draft.header)}.${part(draft.claims)}`
      draft.raw = `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`
    }
  }
  bend(signs, signs.clientSecret ?? '')
  const person = newPerson()
  const { me, page } = await signedIn('signs', signs, person)
  assert.equal(me?.sub, person.sub, page.text)
  bend(signs, 'another-secret-that-is-not-the-clients')
  assert.equal((await signedIn('signs', signs)).me, null)
  bend(wrong, wrong.clientSecret ?? '')
  const refused = await signedIn('wrong', wrong)
  assert.equal(refused.me, null)
  await assertRefusedWith(refused.page, 'provider_id_token_invalid', /Expected "ES256", found "HS256"/)
})

test('NH6 the very same key listed twice is one key', async () => {
  app.advance(4_000)
  wrong.behaviour.jwks = () =>
    json({ keys: [...wrong.keys, ...wrong.keys].map(({ publicJwk }) => publicJwk) })
  wrong.behaviour.idToken = (draft) => delete draft.header.kid
  const person = newPerson()
  assert.equal((await signedIn('wrong', wrong, person)).me?.sub, person.sub, words())
})

test('NH19 what was announced by mistake keeps people out only until the provider is mended', async () => {
  app.advance(4_000)
  h.behaviour.metadata = (metadata) => {
    metadata.authorization_response_iss_parameter_supported = true
  }
  const refused = await signedIn('h', h)
  await assertRefusedWith(
    refused.page,
    'provider_issuer_mismatch',
    /authorization_response_iss_parameter_supported/,
  )
  h.reset()
  const person = newPerson()
  assert.equal((await signedIn('h', h, person)).me?.sub, person.sub)
})

test('NH12 a clock that is set back does not keep a provider down', async () => {
  app.advance(4_000)
  const fresh = await startProvider({ sendsIssuer: false })
  const own = await startInProcess({ providers: [describeProvider('p', fresh)] })
  try {
    fresh.behaviour.discovery = () => ({ status: 503 })
    assert.equal((await signIn(own.browser(), own, 'p', { at: fresh, as: newPerson() })).status, 503)
    fresh.reset()
    own.advance(-7_200)
    fresh.now = () => own.clock
    const browser = own.browser()
    await signIn(browser, own, 'p', { at: fresh, as: newPerson() })
    assert.ok(await whoIs(browser, own))
  } finally {
    await own.stop()
    await fresh.stop()
  }
})

test('NH26 after a refused consent the text is about the consent, and prompt=none is not blamed', async () => {
  h.behaviour.authorizationAnswer = (answer) => {
    answer.delete('code')
    answer.set('error', 'consent_required')
  }
  const { page, me } = await signedIn('h', h)
  assert.equal(me, null)
  assert.match(page.text, /needs your permission and did not get it/)
  assert.doesNotMatch(page.text, /Please sign in again|but prompt=none was asked/)
})

test('NW1 the provider’s words reach log and page, with the place, bounded, escaped and without tokens', async () => {
  h.behaviour.authorizationAnswer = (answer, request) => {
    answer.delete('code')
    answer.set('error', 'ACCESS_DENIED')
    answer.set(
      'error_description',
      `AADSTS50105 <b>not assigned</b> ${request.get('state')} ${'long '.repeat(200)}`,
    )
  }
  const denied = await signedIn('h', h)
  await assertRefusedWith(
    denied.page,
    'provider_denied',
    /The callback answered access_denied: “AADSTS50105 <b>not assigned<\/b> \[hidden\]/,
  )
  assert.doesNotMatch(denied.page.html, /<b>not assigned/)
  // It is unknown who refused, so the page does not blame the person.
  assert.doesNotMatch(denied.page.text, /You did not allow/i)
  assert.ok((app.log.find(({ code }) => code === 'provider_denied')?.detail ?? '').length < 400)
  h.reset()
  h.behaviour.token = () =>
    json({ error: 'unauthorized_client', error_description: 'Wrong secret.' }, {}, 401)
  const client = await signedIn('h', h)
  await assertRefusedWith(
    client.page,
    'provider_credentials_refused',
    /The token endpoint answered 401 unauthorized_client: “Wrong secret.”/,
  )
  h.behaviour.token = () => json({ error: 'INVALID_REQUEST', error_description: 'pkce' }, {}, 400)
  await assertRefusedWith(
    (await signedIn('h', h)).page,
    'provider_refused',
    /answered 400 invalid_request: “pkce”/,
  )
})

test('NW2 a refusal without state redeems nothing, blames no browser, and is told', async () => {
  const browser = app.browser()
  const page = await deliver(
    browser.tab(),
    app.url('/auth/callback/h?error=invalid_scope&error_description=Unknown+scope'),
  )
  await assertRefusedWith(page, 'provider_refused', /The callback answered invalid_scope: “Unknown scope”/)
  assert.doesNotMatch(page.text, /another browser/)
  assert.equal(h.count('token'), 0)
  assert.equal(await whoIs(browser, app), null)
  // Twin: a state that was never issued belongs to another browser's answer, but the detail still quotes the error.
  const stray = await deliver(browser.tab(), app.url('/auth/callback/h?error=invalid_scope&state=made-up'))
  await assertRefusedWith(stray, 'attempt_missing', /The callback answered invalid_scope/)
})

test('NW6 what was expected and found is in log and page: issuer, audience, times, status', async () => {
  const found: readonly (readonly [Record<string, unknown>, RegExp])[] = [
    [{ iss: 'https://other.example' }, /iss.*Expected "http:\/\/127.*found "https:\/\/other\.example"/],
    [{ aud: 'another-client' }, /aud.*found "another-client"/],
    [{ exp: 1_000 }, /exp.*Expected after \d+.*found 1000/],
    [{ iat: 9_999_999_999 }, /iat.*found 9999999999/],
    [{ azp: 'another-client' }, /azp.*found "another-client"/],
  ]
  for (const [claims, detail] of found) {
    app.log.length = 0
    wrong.behaviour.idToken = (draft) => Object.assign(draft.claims, claims)
    const { page, me } = await signedIn('wrong', wrong)
    assert.equal(me, null)
    await assertRefusedWith(page, 'provider_id_token_invalid', detail)
  }
  wrong.reset()
  app.log.length = 0
  wrong.behaviour.token = () => ({ status: 418, headers: { 'content-type': 'text/html' }, body: 'teapot' })
  await assertRefusedWith(
    (await signedIn('wrong', wrong)).page,
    'provider_answer_invalid',
    /answered 418.*found "text\/html"/,
  )
})

test('NW5 the log names its causes', async () => {
  wrong.behaviour.idToken = (draft) => Object.assign(draft.claims, { iss: 'https://other.example' })
  await signedIn('wrong', wrong)
  assert.match(words(), /OperationProcessingError \(OAUTH_JWT_CLAIM_COMPARISON_FAILED\)/)
  assert.doesNotMatch(words(), /\[hidden\] \(OAUTH/)
})

for (const [name, answer] of [
  [
    'invalid_request',
    () => json({ error: 'invalid_request', error_description: 'The token is over.' }, {}, 400),
  ],
  ['an empty body', () => ({ status: 400 })],
] as const) {
  test(`NH21 a refresh that is refused with ${name} offers a way back, deletes nothing, and leaves a line`, async () => {
    const { browser } = await signedIn('h', h)
    app.advance(3_700)
    h.behaviour.token = answer
    const ask = async () => JSON.parse((await browser.tab(app.url('/')).fetch('/api/token')).body)
    const outcome = await ask()
    assert.equal(outcome.state, 'unavailable')
    assert.match(outcome.reauthorizePath, /^\/auth\/authorize\/h/)
    assert.match(words(), /refresh_failed.*The token endpoint answered 400/)
    // The grant survives: once the provider issues a token again, it is used.
    h.reset()
    app.advance(60)
    assert.equal((await ask()).state, 'fresh')
    // Twin: after an outage no reauthorization is offered, because the person could not fix it.
    app.advance(3_700)
    h.behaviour.token = () => ({ status: 503 })
    const outage = await ask()
    assert.deepEqual([outage.state, outage.reauthorizePath], ['unavailable', null])
  })
}

test('NF13 two people whose numbers differ beyond 2^53 stay two', async () => {
  const numeric = await startProvider({ shape: 'github', sendsIssuer: false })
  const { github } = await import('latchkey/providers/github')
  const own = await startInProcess({
    providers: [
      github({
        id: 'hub',
        baseUrl: numeric.origin,
        clientId: numeric.clientId,
        clientSecret: numeric.clientSecret ?? '',
      }),
    ],
  })
  try {
    const ids: (string | undefined)[] = []
    for (const id of ['9007199254740993', '9007199254740992']) {
      numeric.behaviour.userinfo = () => ({
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(newGitHubPerson()).replace(/^\{/, `{"id":${id},`),
      })
      const browser = own.browser()
      await signIn(browser, own, 'hub', { at: numeric, as: newGitHubPerson() })
      ids.push((await whoIs(browser, own))?.sub)
    }
    assert.deepEqual(ids, ['9007199254740993', '9007199254740992'])
  } finally {
    await own.stop()
    await numeric.stop()
  }
})
