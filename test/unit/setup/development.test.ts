// The conveniences of development exist on a developer's own machine only, and say so.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { LogEntry } from '../../../src/contracts/log.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { createPlaces } from '../../../src/flows/request/place.ts'
import { latchkey } from '../../../src/latchkey.ts'
import type { Settings } from '../../../src/options.ts'
import { google } from '../../../src/providers/google.ts'
import { developmentSecret, isDevelopment, localProviders } from '../../../src/setup/development.ts'
import { resolveOptions } from '../../../src/setup/resolve-options.ts'

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
    // A file stands where the folder would be: refused on every system, and for root too.
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
