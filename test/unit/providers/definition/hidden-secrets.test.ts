// Case L1 and NF7: printing, logging or serializing a public value reveals no secret.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { exportJWK, generateKeyPair } from 'jose'
import { optionsFromEnvironment } from '../../../../src/environment.ts'
import { latchkey } from '../../../../src/latchkey.ts'
import { oauthClient } from '../../../../src/oauth/oauth-client.ts'
import { createProviderClient } from '../../../../src/oauth/server/provider-client.ts'
import { catalogueKinds, loadCatalogueEntry } from '../../../../src/providers/definition/catalogue.ts'
import { google } from '../../../../src/providers/google.ts'
import { oidc } from '../../../../src/providers/oidc.ts'
import { memory } from '../../../../src/stores/memory.ts'

const clientSecret = 'a-very-secret-secret'
const apiKey = 'an-api-key-in-a-header'
const instanceSecret = 'the-secret-of-this-instance-32-chars'
const { privateKey } = await generateKeyPair('ES256', { extractable: true })
const jwk = { ...(await exportJWK(privateKey)), kty: 'EC', alg: 'ES256', kid: 'k1' }
const secrets = [clientSecret, apiKey, instanceSecret, String(jwk.d)]

const withSecret = oidc({
  id: 'a',
  issuer: 'https://a.example',
  clientId: 'an-id',
  clientSecret,
  requestHeaders: { 'X-Api-Key': apiKey, 'User-Agent': 'acme' },
})
const withKey = oidc({ id: 'b', issuer: 'https://b.example', clientId: 'an-id', clientKey: jwk })

function assertSilent(value: unknown, what: string): void {
  const printed = [
    inspect(value, { depth: null }),
    inspect(value, { depth: null, showHidden: true, getters: true }),
    JSON.stringify(value) ?? '',
    String(value),
    JSON.stringify(Object.entries(value as object)),
  ]
  for (const text of printed) {
    for (const secret of secrets) assert.ok(!text.includes(secret), `${what} prints ${secret}`)
  }
}

test('NF7 no public value prints a secret or a key, whoever prints it', async () => {
  const redirectUri = 'https://app.example/callback'
  const settings = { fetch, now: Date.now, clockToleranceSeconds: 60 }
  const credentials = { clientId: 'an-id', clientSecret, clientKey: jwk }
  const auth = latchkey({
    providers: [withSecret, withKey],
    store: memory(),
    origin: 'https://app.example',
    secret: instanceSecret,
    log: () => {},
    environment: { NODE_ENV: 'production' },
  })
  const values: Readonly<Record<string, unknown>> = {
    'a provider with a secret': withSecret,
    'a provider with a key': withKey,
    'a provider elsewhere': withSecret.at({ baseUrl: 'https://c.example' }),
    'a copy of a provider': { ...withSecret, name: 'Copy' },
    'a copy of a provider with a key': { ...withKey, name: 'Copy' },
    'an oauthClient': oauthClient({ provider: withSecret, redirectUri }),
    'an oauthClient with a key': oauthClient({ provider: withKey, redirectUri }),
    'an oauthClient with credentials': oauthClient({ provider: google(), redirectUri, credentials }),
    'a ProviderClient': createProviderClient(withSecret, credentials, settings),
    auth,
  }
  for (const [what, value] of Object.entries(values)) assertSilent(value, what)
  const environment = { OIDC_PROVIDERS: 'a', OIDC_A_ISSUER: 'https://a.example', OIDC_A_CLIENT_ID: 'an-id' }
  const secretVariables = { OIDC_A_CLIENT_SECRET: clientSecret, LATCHKEY_SECRET: instanceSecret }
  const options = await optionsFromEnvironment({
    ...environment,
    ...secretVariables,
    DATABASE_URL: 'sqlite::memory:',
  })
  assertSilent(options, 'options of the environment')
  assert.equal({ ...options.environment }.LATCHKEY_SECRET, instanceSecret)
  await auth.close()
})

test('NF7 no entry of the catalogue prints the secret that it was given', async () => {
  for (const kind of catalogueKinds) {
    const entry = await loadCatalogueEntry(kind)
    try {
      assertSilent(entry?.({ clientId: 'an-id', clientSecret }), kind)
    } catch (error) {
      // Some entries require options of their own and throw without them.
      assertSilent(error, `the error of ${kind}`)
      if (error instanceof assert.AssertionError) throw error
    }
  }
})

test('NF7 the secret still works: in copies, elsewhere, and as it is minted', async () => {
  const client = { clientId: 'an-id', now: 0 }
  const secretOf = async ({ clientSecret: secret }: typeof withSecret) =>
    typeof secret === 'function' ? secret(client) : secret
  assert.equal(await secretOf(withSecret), clientSecret)
  assert.equal(await secretOf({ ...withSecret, name: 'Copy' }), clientSecret)
  assert.equal(await secretOf(withSecret.at({ baseUrl: 'https://c.example' })), clientSecret)
  const minted = oidc({
    id: 'a',
    issuer: 'https://a.example',
    clientSecret: async ({ now }) => `minted-${now}`,
  })
  assert.equal(await secretOf(minted as typeof withSecret), 'minted-0')
  const { clientKey } = { ...withKey }
  assert.deepEqual(typeof clientKey === 'function' ? clientKey() : null, jwk)
  assert.equal(withSecret.deviations.requestHeaders?.['X-Api-Key'], apiKey)
  assert.deepEqual({ ...withSecret.deviations.requestHeaders }, { 'X-Api-Key': apiKey, 'User-Agent': 'acme' })
})
