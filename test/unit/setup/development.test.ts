// The conveniences of development work only on a developer's own machine, and announce themselves.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { LogEntry } from '../../../src/contracts/log.ts'
import { startDevIdentityProvider } from '../../../src/dev-idp/index.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { createPlaces } from '../../../src/flows/request/place.ts'
import { latchkey } from '../../../src/latchkey.ts'
import type { Settings } from '../../../src/options.ts'
import { google } from '../../../src/providers/google.ts'
import { developmentSecret, isDevelopment, localProviders } from '../../../src/setup/development.ts'
import { resolveOptions } from '../../../src/setup/resolve-options.ts'
import { findFreePort } from '../../support/application.ts'

const home = process.cwd()
let directory = ''
const log: LogEntry[] = []

before(() => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  process.chdir(directory)
})
after(() => {
  process.chdir(home)
  rmSync(directory, { recursive: true, force: true })
})

function settingsFor(origin: string | undefined, environment: Record<string, string> = {}): Settings {
  return resolveOptions({
    providers: [google()],
    origin,
    environment: { LATCHKEY_SECRET: 's'.repeat(32), ...environment },
    log: (entry) => log.push(entry),
  })
}

test('development is loopback outside of production, and nothing else', () => {
  assert.ok(isDevelopment(settingsFor(undefined)))
  assert.ok(isDevelopment(settingsFor('http://localhost:3000')))
  assert.ok(isDevelopment(settingsFor('http://127.0.0.1:3000', { NODE_ENV: 'test' })))
  assert.ok(!isDevelopment(settingsFor('https://app.example')))
  assert.ok(!isDevelopment(settingsFor('http://localhost:3000', { NODE_ENV: 'production' })))
})

test('a secret is made up once, for the owner’s eyes, and announced once', () => {
  const settings = settingsFor('http://localhost:3000')
  log.length = 0
  const secret = developmentSecret(settings)
  assert.ok(secret.length >= 32)
  assert.equal(readFileSync('.latchkey/secret', 'utf8').trim(), secret)
  assert.equal(statSync('.latchkey/secret').mode & 0o777, 0o600)
  assert.equal(statSync('.latchkey').mode & 0o777, 0o700)
  assert.equal(developmentSecret(settings), secret)
  assert.equal(log.length, 1)
  assert.match(log[0]?.detail ?? '', /development only/)
  assert.ok(!JSON.stringify(log).includes(secret))
})

test('NP14b the folder keeps itself out of the repository', () => {
  developmentSecret(settingsFor('http://localhost:3000'))
  assert.equal(readFileSync('.latchkey/.gitignore', 'utf8'), '*\n')
})

test('NS12b where none can be written, the error names the variable and the reason, and a secret that is given needs no folder', () => {
  const inner = join(directory, 'not-writable')
  mkdirSync(inner)
  process.chdir(inner)
  try {
    // A file is in the folder's place, which fails on every system, even for root.
    writeFileSync('.latchkey', '')
    assert.throws(
      () => developmentSecret(settingsFor('http://localhost:3000')),
      (error) =>
        error instanceof LatchkeyError &&
        error.code === 'config_secret_missing' &&
        /LATCHKEY_SECRET.*\.latchkey\/secret cannot be .* \((EEXIST|ENOTDIR)\)/.test(error.detail ?? ''),
    )
    const providers = [google({ clientId: 'c', clientSecret: 's' })]
    const environment = { LATCHKEY_SECRET: 's'.repeat(32) }
    latchkey({ providers, origin: 'http://localhost:3000', environment, log: () => {} })
    assert.ok(existsSync('.latchkey'))
  } finally {
    process.chdir(directory)
  }
})

test('none is made up anywhere else', () => {
  for (const settings of [
    settingsFor('https://app.example'),
    settingsFor('http://localhost:3000', { NODE_ENV: 'production' }),
  ]) {
    assert.throws(
      () => developmentSecret(settings),
      (error) => error instanceof LatchkeyError && error.code === 'config_secret_missing',
    )
  }
})

test('a provider without credentials is a start-up error anywhere else', () => {
  const start = (origin: string, environment: Record<string, string>) =>
    latchkey({ providers: [google()], origin, secret: 's'.repeat(32), environment, log: () => {} })
  const isRefused = (error: unknown): boolean =>
    error instanceof LatchkeyError && error.code === 'config_provider_credentials_missing'
  assert.throws(() => start('https://app.example', {}), isRefused)
  assert.throws(() => start('http://localhost:3000', { NODE_ENV: 'production' }), isRefused)
  assert.equal(start('http://localhost:3000', {}).basePath, '/auth')
})

test('the local identity provider is started once, with its own issuers, and announced', async () => {
  const settings = settingsFor('http://localhost:3000', { LATCHKEY_DEV_PORT: '34567' })
  const place = createPlaces({ origins: ['http://localhost:3000'] }).find(null)
  assert.ok(place)
  log.length = 0
  const local = localProviders(settings)
  try {
    const redirectUri = 'http://localhost:3000/auth/callback/google'
    const [one, two] = await Promise.all([1, 2].map(() => local.get(google(), place, redirectUri)))
    assert.equal(one?.provider.issuer, two?.provider.issuer)
    assert.match(one?.provider.issuer ?? '', /^http:\/\/127\.0\.0\.1:\d+\/google$/)
    assert.notEqual(one?.provider.issuer, google().issuer)
    assert.equal(log.filter(({ detail }) => detail?.includes('local identity provider')).length, 1)
  } finally {
    await local.close()
  }
})

describe('LATCHKEY_DEV_IDP', () => {
  const address = 'http://127.0.0.1:34568'
  const origin = 'http://localhost:3000'
  const start = (own: string | undefined, environment: Record<string, string>) =>
    latchkey({ providers: [google()], origin: own, secret: 's'.repeat(32), environment, log: () => {} })

  test('the local identity provider that it names stands in, and none is started', async () => {
    const port = await findFreePort()
    const idp = await startDevIdentityProvider({ port, acceptsRegistrations: true })
    try {
      const settings = settingsFor(origin, { LATCHKEY_DEV_IDP: idp.origin })
      const place = createPlaces({ origins: [origin] }).find(null) ?? assert.fail()
      const local = localProviders(settings)
      const { provider, credentials } = await local.get(google(), place, `${origin}/auth/callback/google`)
      await local.close()
      assert.equal(provider.issuer, `${idp.origin}/google`)
      assert.equal(credentials.clientId, 'latchkey-dev-google')
      assert.equal((await fetch(idp.origin)).status, 200, 'it belongs to another program, which ends it')
    } finally {
      await idp.close()
    }
  })

  test('it is for a developer’s own machine: anywhere else it stops the start', () => {
    assert.ok(isDevelopment(settingsFor(origin, { LATCHKEY_DEV_IDP: address })))
    const wrong: readonly (readonly [string | undefined, Record<string, string>, RegExp])[] = [
      [origin, { LATCHKEY_DEV_IDP: address, NODE_ENV: 'production' }, /must not be set in production/],
      ['https://app.example', { LATCHKEY_DEV_IDP: address }, /must not be set in production/],
      ['https://app.example', { LATCHKEY_DEV_IDP: address, NODE_ENV: 'development' }, /needs ORIGIN/],
      // A deployment without ORIGIN.
      [undefined, { LATCHKEY_DEV_IDP: address }, /needs ORIGIN/],
      [origin, { LATCHKEY_DEV_IDP: 'http://10.0.0.7:3001' }, /must be an address on this machine/],
      [origin, { LATCHKEY_DEV_IDP: 'https://idp.example' }, /must be an address on this machine/],
      [origin, { LATCHKEY_DEV_IDP: `${address}/google` }, /must be an address on this machine/],
      [origin, { LATCHKEY_DEV_IDP: 'yes' }, /must be an address on this machine/],
    ]
    for (const [own, environment, words] of wrong) {
      const isRefused = (error: unknown): boolean =>
        error instanceof LatchkeyError &&
        words.test(error.message) &&
        /config_variable_invalid/.test(error.message)
      assert.throws(() => start(own, environment), isRefused, JSON.stringify([own, environment]))
    }
  })

  test('it is refused where each provider has its credentials too', () => {
    const environment = {
      LATCHKEY_DEV_IDP: address,
      NODE_ENV: 'production',
      GOOGLE_CLIENT_ID: 'client',
      GOOGLE_CLIENT_SECRET: 'secret',
    }
    assert.throws(() => start('https://app.example', environment), { code: 'config_variable_invalid' })
    const { LATCHKEY_DEV_IDP: _, ...without } = environment
    assert.equal(start('https://app.example', without).basePath, '/auth')
  })
})

describe('on Cloudflare Workers', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  before(() => {
    Object.defineProperty(globalThis, 'navigator', {
      value: { userAgent: 'Cloudflare-Workers' },
      configurable: true,
    })
  })
  after(() => {
    if (own) Object.defineProperty(globalThis, 'navigator', own)
  })
  const start = (environment: Record<string, string>) =>
    latchkey({ providers: [google()], environment, log: () => {} })
  const secret = { LATCHKEY_SECRET: 's'.repeat(32) }
  const local = { ORIGIN: 'http://localhost:3000', LATCHKEY_DEV_IDP: 'http://127.0.0.1:34568' }

  test('nothing is development that no variable names, though node:fs is there', () => {
    for (const environment of [secret, { ...secret, ORIGIN: 'http://localhost:3000' }]) {
      assert.throws(() => start(environment), { code: 'config_provider_credentials_missing' })
    }
    assert.equal(start({ ...secret, ...local }).basePath, '/auth')
  })

  test('its bindings will do for variables: what is no text is not read', () => {
    const bindings = { ...secret, ...local, DB: { prepare: () => {} }, LIMIT: 3 }
    assert.equal(latchkey({ providers: [google()], environment: bindings, log: () => {} }).basePath, '/auth')
  })

  test('no secret is made up: there is no disk to keep it', () => {
    assert.throws(() => start(local), { code: 'config_secret_missing' })
  })
})
