// The options, resolved and checked once at start: each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ErrorCode, LatchkeyError } from '../../../src/errors.ts'
import type { LatchkeyOptions } from '../../../src/options.ts'
import { github } from '../../../src/providers/github.ts'
import { google } from '../../../src/providers/google.ts'
import { type OAuth2Options, oauth2 } from '../../../src/providers/oauth2.ts'
import { oidc } from '../../../src/providers/oidc.ts'
import { resolveOptions } from '../../../src/setup/resolve-options.ts'
import { memory } from '../../../src/stores/memory.ts'

const providers = [google(), github()]
const secret = 's'.repeat(32)
const production = { NODE_ENV: 'production' }
const origin = 'https://app.example'

function resolve(options: Partial<LatchkeyOptions> = {}) {
  return resolveOptions({ providers, origin, secret, environment: production, ...options })
}

function refuses(code: ErrorCode, options: Partial<LatchkeyOptions>, detail = /^/): void {
  assert.throws(
    () => resolve(options),
    (error) => error instanceof LatchkeyError && error.code === code && detail.test(error.detail ?? ''),
    `${code}: ${JSON.stringify(options)}`,
  )
}

test('the defaults are those of the documentation, and frozen', () => {
  const settings = resolve()
  assert.ok(Object.isFrozen(settings))
  const { basePath, idleSeconds, absoluteSeconds, attemptLifetimeSeconds, freshSeconds } = settings
  assert.deepEqual(
    { basePath, idleSeconds, absoluteSeconds, attemptLifetimeSeconds, freshSeconds },
    {
      basePath: '/auth',
      idleSeconds: 7 * 86_400,
      absoluteSeconds: 30 * 86_400,
      attemptLifetimeSeconds: 600,
      freshSeconds: 600,
    },
  )
  assert.deepEqual(
    [settings.clockToleranceSeconds, settings.trustedProxies, settings.keepTokens],
    [60, 0, false],
  )
  assert.equal(settings.store, null)
})

test('origin: required in production, from the call before the environment', () => {
  refuses('config_origin_missing', { origin: undefined })
  const environment = { ...production, ORIGIN: 'https://other.example' }
  assert.equal(resolve({ origin: undefined, environment }).origin, 'https://other.example')
  assert.equal(resolve({ environment }).origin, origin)
  assert.equal(resolve({ origin: undefined, environment: {} }).origin, null)
})

test('origin: scheme, host and port only, http on loopback only', () => {
  for (const good of [
    'https://app.example:8443',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:80',
  ]) {
    assert.equal(resolve({ origin: good }).origin, new URL(good).origin)
  }
  assert.equal(resolve({ origin: 'https://app.example/' }).origin, origin)
  const bad = [
    'app.example',
    'ftp://app.example',
    'https://app.example/path',
    'https://app.example?x',
    'https://a:b@x',
  ]
  for (const text of [
    ...bad,
    'https://app.example#x',
    'http://app.example',
    'http://localhost.evil.example',
  ]) {
    refuses('config_origin_invalid', { origin: text })
  }
})

test('secret: 32 bytes of UTF-8 each, several with the newest first, used as they are', () => {
  refuses('config_secret_missing', { secret: undefined })
  refuses('config_secret_missing', { secret: '' })
  refuses('config_secret_missing', { secret: [] })
  refuses('config_secret_weak', { secret: 's'.repeat(31) })
  refuses('config_secret_weak', { secret: `${secret},` })
  refuses('config_secret_weak', { secret: [secret, 'short'] })
  assert.deepEqual(resolve({ secret: 'ü'.repeat(16) }).secrets, ['ü'.repeat(16)])
  assert.deepEqual(resolve({ secret: `${secret},${'t'.repeat(32)}` }).secrets, [secret, 't'.repeat(32)])
  const environment = { ...production, LATCHKEY_SECRET: secret }
  assert.deepEqual(resolve({ secret: undefined, environment }).secrets, [secret])
})

test('secret: one may be missing only on a developer’s own machine', () => {
  assert.deepEqual(
    resolve({ secret: undefined, origin: 'http://localhost:3000', environment: {} }).secrets,
    [],
  )
  refuses('config_secret_missing', { secret: undefined, environment: {} })
  refuses('config_secret_missing', { secret: undefined, origin: 'http://localhost:3000' })
})

test('providers: at least one, each id once', () => {
  refuses('config_provider_invalid', { providers: [] })
  refuses('config_provider_invalid', { providers: [google(), google()] }, /google/)
  const twice = [google(), google({ id: 'work', sameIdentitiesAs: 'google' })]
  assert.equal(resolve({ providers: twice }).providers.length, 2)
})

const realm = (id: string, more: Partial<OAuth2Options> = {}) =>
  oauth2({
    id,
    endpoints: {
      authorization: `https://id.example/${id}/authorize`,
      token: `https://id.example/${id}/token`,
      userinfo: `https://id.example/${id}/me`,
    },
    toIdentity: ({ name }) => ({ subject: name }),
    ...more,
  })

test('NF9 two providers with one issuer do not start, unless it is said that they know the same people', () => {
  // Two realms of one server: "alice" in one is not "alice" in the other.
  refuses('config_provider_invalid', { providers: [realm('a'), realm('b')] }, /"a" and "b" have one issuer/)
  const same = (id: string) => oidc({ id, issuer: 'https://id.example' })
  refuses('config_provider_invalid', { providers: [same('a'), same('b')] }, /sameIdentitiesAs: "a" on "b"/)
  refuses('config_provider_invalid', { providers: [realm('a'), same('b')] }, /one issuer/)
  refuses('config_provider_invalid', { providers: [google(), google({ id: 'work' })] }, /one issuer/)
})

test('NF9 issuers of their own, or the word that they are one, start', () => {
  const own = [realm('a'), realm('b', { issuer: 'https://id.example/b' })]
  assert.equal(resolve({ providers: own }).providers.length, 2)
  const one = [realm('a'), realm('b', { sameIdentitiesAs: 'a' }), realm('c', { sameIdentitiesAs: 'a' })]
  assert.equal(resolve({ providers: one }).providers.length, 3)
})

test('NF9 what sameIdentitiesAs says must be possible', () => {
  for (const other of ['nobody', 'b', 'c']) {
    const providers = [
      realm('a'),
      realm('b', { sameIdentitiesAs: other }),
      realm('c', { issuer: 'https://c.example' }),
    ]
    refuses('config_provider_invalid', { providers }, /sameIdentitiesAs/)
  }
})

test('NW8 a backchannelUrl in clear is for development, unless it is spelled dangerously', () => {
  const inner = (more: object = {}) =>
    oidc({ id: 'a', issuer: 'https://id.example', backchannelUrl: 'http://keycloak:8080', ...more })
  refuses('config_provider_invalid', { providers: [inner()] }, /backchannelUrl must be https in production/)
  const accepted = [
    { providers: [inner({ dangerouslyPlainHttpBackchannel: true })] },
    { providers: [inner({ backchannelUrl: 'https://keycloak:8443' })] },
    { providers: [inner({ backchannelUrl: 'http://127.0.0.1:8080' })] },
    { providers: [inner()], environment: {}, origin: 'http://localhost:3000' },
  ]
  for (const options of accepted) assert.equal(resolve(options).providers.length, 1)
})

test('basePath: a leading slash, none at the end', () => {
  for (const good of ['/auth', '/a/b', '/account.d']) assert.equal(resolve({ basePath: good }).basePath, good)
  for (const bad of ['', '/', 'auth', '/auth/', '//auth', '/a b', '/a?b', '/a/../b?', '/:x', '/*']) {
    refuses('config_option_invalid', { basePath: bad }, /basePath/)
  }
})

test('numbers: whole, and within reason', () => {
  for (const bad of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    refuses('config_option_invalid', { freshSeconds: bad }, /freshSeconds/)
    refuses('config_option_invalid', { session: { idleSeconds: bad } }, /idleSeconds/)
  }
  // OWASP: a login takes no longer than 15 minutes.
  refuses('config_option_invalid', { attemptLifetimeSeconds: 901 }, /attemptLifetimeSeconds/)
  assert.equal(resolve({ attemptLifetimeSeconds: 900 }).attemptLifetimeSeconds, 900)
  refuses('config_option_invalid', { clockToleranceSeconds: 301 }, /clockToleranceSeconds/)
  assert.equal(resolve({ clockToleranceSeconds: 0 }).clockToleranceSeconds, 0)
  refuses('config_option_invalid', { trustedProxies: -1 }, /trustedProxies/)
  assert.equal(resolve({ trustedProxies: 2 }).trustedProxies, 2)
})

test('keepTokens needs a store', () => {
  refuses('config_store_missing', { keepTokens: true }, /keepTokens/)
  assert.equal(resolve({ keepTokens: true, store: memory() }).keepTokens, true)
})
