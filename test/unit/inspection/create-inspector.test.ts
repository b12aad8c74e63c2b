// The inspector's memory is bounded, assigns each answer to its login, and stores no possible secret.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createInspector } from '../../../src/inspection/create-inspector.ts'
import { createMask } from '../../../src/inspection/mask.ts'

const start = { provider: 'google', intent: 'login', returnTo: '/inbox?token=abcdef' }

function bench() {
  return createInspector({ now: () => Date.UTC(2026, 0, 1), elapsed: () => 0 })
}

test('the latest fifty logins are kept, newest first, and so many steps of each', () => {
  const inspector = bench()
  for (let count = 0; count < 120; count++) inspector.begin({}, { ...start, provider: `p${count}` })
  const logins = inspector.logins()
  assert.equal(logins.length, 50)
  assert.equal(logins[0]?.provider, 'p119')
  const trace = inspector.begin({}, start)
  for (let count = 0; count < 500; count++) trace.add({ place: 'notice', sentence: 'again' })
  assert.equal(inspector.logins()[0]?.steps.length, 60)
})

test('an answer belongs to the login that expects it; any other is a login of its own', () => {
  const inspector = bench()
  const visit = {}
  inspector.begin(visit, start)
  inspector.expect(visit, 'hash of the state')
  inspector.arrive({}, 'google', 'hash of the state').add({ place: 'callback', sentence: 'came' })
  inspector.arrive({}, 'github', 'another').add({ place: 'callback', sentence: 'stray' })
  inspector.arrive({}, 'github', null)
  assert.deepEqual(
    inspector.logins().map(({ provider, steps }) => [provider, steps.map(({ sentence }) => sentence)]),
    [
      ['github', []],
      ['github', ['stray']],
      ['google', ['came']],
    ],
  )
})

test('what a request did ends its login; requests that are no login leave nothing', () => {
  const inspector = bench()
  const visit = {}
  inspector.begin(visit, start)
  const refusal = {
    type: 'refused',
    status: 400,
    provider: 'google',
    userId: null,
    detail: null,
    causes: [],
  } as const
  inspector.tell({}, { ...refusal, code: 'request_not_found', facts: {} }, 'r0')
  inspector.tell(
    visit,
    { ...refusal, code: 'provider_denied', facts: { at: 'callback', error: 'access_denied' } },
    'r1',
  )
  inspector.leave(visit)
  const [login, ...others] = inspector.logins()
  assert.deepEqual(others, [])
  assert.equal(login?.outcome, 'refused')
  assert.equal(login?.referenceId, 'r1')
  assert.equal(login?.steps.at(-1)?.failure?.cause.id, 'person_refused')
  assert.equal(login?.returnTo, '/inbox')
})

const secret = 'Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA'
const names =
  `code state nonce code_verifier code_challenge access_token refresh_token id_token client_secret password assertion
  client_assertion cookie id_token_hint login_hint request_uri sid jti at_hash c_hash sub user id uid name given_name
  address phone_number birthdate something_new device_id session_state`.split(/\s+/)
for (const name of names) {
  test(`${name} is not shown, at any depth`, () => {
    const mask = createMask('salt')
    for (const value of [secret, [secret], { [name]: secret }, { a: { [name]: [secret] } }]) {
      assert.ok(!mask(name, value).includes(secret.slice(0, 4)), mask(name, value))
    }
  })
}

test('words of the protocol and settings are shown, and texts in them without what looks like a secret', () => {
  const mask = createMask('salt')
  assert.equal(mask('client_id', 'my-client'), 'my-client')
  assert.equal(mask('scope', 'openid email'), 'openid email')
  assert.equal(mask('exp', 1_795_806_776), '1795806776')
  assert.equal(mask('email_verified', true), 'true')
  assert.equal(mask('email', 'ada@example.com'), 'a…@example.com')
  assert.equal(mask('email', null), 'null')
  assert.ok(!mask('error_description', `the code=${secret} is spent`).includes(secret))
})

test('a mark tells two values apart, and says nothing in another process', () => {
  const [here, there] = [createMask('one'), createMask('two')]
  assert.equal(here('nonce', 'a'.repeat(43)), here('nonce', 'a'.repeat(43)))
  assert.notEqual(here('nonce', 'a'.repeat(43)), here('nonce', 'b'.repeat(43)))
  assert.notEqual(here('nonce', 'a'.repeat(43)), there('nonce', 'a'.repeat(43)))
})

test('endless, deep and strange values are bounded', () => {
  const mask = createMask('salt')
  let deep: unknown = 'x'
  for (let count = 0; count < 1000; count++) deep = { deep }
  assert.ok(mask('profile', deep).length < 200)
  assert.ok(
    mask(
      'list',
      Array.from({ length: 100_000 }, () => 'x'),
    ).length < 3000,
  )
  assert.equal(mask('scope', 'read '.repeat(50_000)).length, 401)
  assert.equal(
    mask('f', () => {}),
    '(function)',
  )
})
