// Properties instead of examples: whatever a browser or a provider sends, the application never fails with an internal
// error, and never accepts what a reference predicate refuses. `npm run fuzz` runs the first property for longer.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import fc from 'fast-check'
import { LatchkeyError } from 'latchkey'
import { facebook } from 'latchkey/providers/facebook'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'
import { fuzz } from '../support/fuzz-run.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { catchCallback, deliver, newPerson, pressProvider, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)] })
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

test('B3, M3 two thousand made-up requests: no error of ours, and no session', async () => {
  const { findings, tried } = await fuzz(2000, 20_260_101)
  assert.deepEqual(findings, [])
  assert.equal(tried, 2000)
})

const anyJson = fc.jsonValue({ maxDepth: 2 })

test('B3 whatever the parameters of a callback are, nobody is signed in by them', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom('code', 'iss', 'error', 'response', 'state', 'x', 'handoff'),
          fc.string({ unit: 'grapheme', maxLength: 40 }),
        ),
        { maxLength: 5 },
      ),
      fc.boolean(),
      async (parameters, keepsState) => {
        const browser = app.browser()
        const real = await catchCallback(browser.tab(), app, 'h')
        const callback = new URL(`${real.origin}${real.pathname}`)
        if (keepsState) callback.searchParams.set('state', real.searchParams.get('state') ?? '')
        for (const [name, value] of parameters) callback.searchParams.append(name, value)
        const page = await deliver(browser.tab(), callback)
        assert.ok(page.status >= 400 && page.status < 500, `${page.status}`)
        assert.equal(await whoIs(browser, app), null)
      },
    ),
    { numRuns: 120 },
  ))

/** A minimal version of OpenID Connect Core §3.1.3.7 for the claims that vary here. */
function isAcceptable(claims: Readonly<Record<string, unknown>>, nonce: string | null): boolean {
  const now = Date.now() / 1000
  const { iss, aud, azp, exp, iat, sub } = claims
  const isForUs = aud === h.clientId || (Array.isArray(aud) && aud.length === 1 && aud[0] === h.clientId)
  const isParty = azp === undefined || azp === h.clientId
  const isTimely = typeof exp === 'number' && exp > now - 61 && typeof iat === 'number' && iat < now + 61
  const isSomebody = typeof sub === 'string' && sub.length > 0 && sub.length <= 255
  return iss === h.issuer && isForUs && isParty && isTimely && isSomebody && claims.nonce === nonce
}

test('D10, D11, D12, D13, D14 whatever the claims are, only acceptable ones sign in', () => {
  const seconds = Math.floor(Date.now() / 1000)
  const near = fc.integer({ min: seconds - 300, max: seconds + 300 })
  const overrides = fc.record(
    {
      iss: fc.oneof(anyJson, fc.constantFrom(h.issuer, `${h.issuer}/`)),
      aud: fc.oneof(anyJson, fc.constantFrom<unknown>(h.clientId, [h.clientId], [h.clientId, 'x'])),
      azp: fc.oneof(anyJson, fc.constant(h.clientId)),
      exp: fc.oneof(anyJson, near),
      iat: fc.oneof(anyJson, near),
      nbf: near,
      nonce: anyJson,
      sub: fc.oneof(anyJson, fc.string({ maxLength: 300 })),
      at_hash: anyJson,
      auth_time: anyJson,
      email: anyJson,
      email_verified: anyJson,
      name: anyJson,
      picture: anyJson,
      sid: anyJson,
      acr: anyJson,
      amr: anyJson,
      events: anyJson,
    },
    { requiredKeys: [] },
  )
  return fc.assert(
    fc.asyncProperty(overrides, async (changes) => {
      const seen: { claims: Record<string, unknown>; nonce: string | null } = { claims: {}, nonce: null }
      h.behaviour.idToken = (draft, { grant }) => {
        Object.assign(draft.claims, changes)
        Object.assign(seen, { claims: draft.claims, nonce: grant?.request.get('nonce') ?? null })
      }
      h.behaviour.userinfo = () => json({ sub: seen.claims.sub })
      const browser = app.browser()
      const url = await pressProvider(browser.tab(app.url('/auth/login')), app, 'h')
      const page = await deliver(browser.tab(), h.answerTo(url, newPerson()))
      assert.ok(page.status < 500, `${page.status} ${page.text}`)
      if ((await whoIs(browser, app)) !== null)
        assert.ok(isAcceptable(seen.claims, seen.nonce), JSON.stringify(seen))
    }),
    { numRuns: 250 },
  )
})

test('C1, C2 whatever the token endpoint answers, only an ID token of ours signs in, and nothing fails', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        anyJson.map((value) => JSON.stringify(value)),
        fc.string(),
        fc.json(),
      ),
      fc.constantFrom(200, 201, 400, 401, 403, 418),
      async (body, status) => {
        h.behaviour.token = () => ({ status, headers: { 'content-type': 'application/json' }, body })
        const browser = app.browser()
        const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
        assert.ok(page.status >= 400 && page.status < 500, `${page.status} ${page.text}`)
        assert.equal(await whoIs(browser, app), null)
      },
    ),
    { numRuns: 120 },
  ))

test('E7, F10 whatever userinfo says, it is about the same subject, and what is kept is bounded', () =>
  fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom('sub', 'email', 'email_verified', 'name', 'given_name', 'picture', '__proto__', 'x'),
        anyJson,
      ),
      async (answer) => {
        const person = { sub: newPerson().sub }
        h.behaviour.userinfo = () => json({ sub: person.sub, ...answer })
        const browser = app.browser()
        const page = await signIn(browser, app, 'h', { at: h, as: person })
        assert.ok(page.status < 500, `${page.status} ${page.text}`)
        const me = await whoIs(browser, app)
        if (me === null) return
        assert.equal(me.sub, person.sub)
        assert.ok(typeof answer.sub !== 'string' || answer.sub === person.sub)
        assert.ok(me.email === null || (typeof me.email === 'string' && me.email.length <= 254))
        assert.ok(me.name === null || me.name.length <= 1000)
        assert.equal(me.emailVerified && answer.email_verified !== true, false)
      },
    ),
    { numRuns: 150 },
  ))

const credentials = { clientId: 'x', clientSecret: 'y' }
const catalogue = [
  google(credentials),
  github(credentials),
  facebook(credentials),
  oidc({ id: 'o', issuer: 'https://issuer.example', ...credentials }),
]
for (const { id, toIdentity } of catalogue) {
  test(`F4, F7, F10 ${id}: whatever a profile is, it becomes a sound identity or a refusal`, () =>
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'sub',
            'id',
            'email',
            'email_verified',
            'name',
            'login',
            'picture',
            'avatar_url',
            'emails',
            'first_name',
            'x',
          ),
          anyJson,
        ),
        (profile) => {
          let identity: ReturnType<typeof toIdentity>
          try {
            identity = toIdentity(profile)
          } catch (error) {
            assert.ok(error instanceof TypeError || error instanceof LatchkeyError, String(error))
            return
          }
          assert.ok(
            typeof identity.subject === 'string' &&
              identity.subject.length > 0 &&
              identity.subject.length <= 255,
          )
          assert.ok(identity.email === null || /^[^\s@,<>"]+@[^\s@,<>"]+$/.test(identity.email))
          assert.equal(typeof identity.emailVerified, 'boolean')
          assert.ok(identity.picture === null || /^https?:\/\//.test(identity.picture))
        },
      ),
      { numRuns: 500 },
    ))
}
