// Second reading: each environment variable is used or rejected by name, and all errors are reported at once.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainVariables } from '../../src/environment/misspelt.ts'
import { providerVariables } from '../../src/environment/provider-variables.ts'
import { optionsFromEnvironment, providersFromEnvironment } from '../../src/environment.ts'
import { LatchkeyError } from '../../src/errors.ts'
import { latchkey } from '../../src/latchkey.ts'
import { google } from '../../src/providers/google.ts'
import { oidc } from '../../src/providers/oidc.ts'
import { resolveOptions } from '../../src/setup/resolve-options.ts'
import { issueTestSession } from '../../src/testing/index.ts'

const secret = 's'.repeat(32)
const client = { clientId: 'an-id', clientSecret: 'a-secret' }
const memory = { DATABASE_URL: 'memory:', LATCHKEY_SECRET: secret }

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    assert.ok(error instanceof LatchkeyError, String(error))
    return error.message
  }
  assert.fail('nothing was refused')
}

test('NF17 a public origin is production unless NODE_ENV says otherwise, and the log says so', async () => {
  const start = (environment: Record<string, string>, origin = 'https://app.example') => {
    const lines: string[] = []
    const auth = latchkey({
      providers: [google(client)],
      origin,
      secret,
      environment,
      log: ({ detail }) => lines.push(String(detail)),
    })
    return { auth, said: lines.join('\n') }
  }
  const forgotten = start({})
  assert.match(forgotten.said, /is treated as production/)
  await assert.rejects(
    issueTestSession(forgotten.auth, {}, { origin: 'https://app.example' }),
    /not for production/,
  )
  const page = await forgotten.auth.handle(
    new Request('https://app.example/auth/callback/google?code=x&state=y', {
      headers: { host: 'app.example' },
    }),
  )
  assert.doesNotMatch(await page.text(), /What happened|class="developer/)
  for (const mode of ['development', 'test']) {
    const { auth, said } = start({ NODE_ENV: mode })
    assert.match(said, new RegExp(`NODE_ENV=${mode} at https://app\\.example`))
    assert.ok(await issueTestSession(auth, { subject: 'one' }, { origin: 'https://app.example' }))
  }
  assert.match(start({ NODE_ENV: 'prod' }).said, /is treated as production/)
  assert.equal(start({ NODE_ENV: 'production' }).said, '')
  assert.doesNotMatch(start({}, 'http://localhost:3000').said, /production|NODE_ENV/)
})

test('NF21 an ORIGIN with a password is refused, and no message repeats it', async () => {
  for (const ORIGIN of [
    'https://user:hush@app.example',
    'https://hush@app.example',
    'user:hush@app.example/x',
  ]) {
    for (const work of [
      () => latchkey({ providers: [google(client)], secret, environment: { ORIGIN }, log: () => {} }),
      () => optionsFromEnvironment({ ...memory, ORIGIN }).then(latchkey),
    ]) {
      const message = await refusal(work)
      assert.match(message, /config_origin_invalid: ORIGIN is /)
      assert.doesNotMatch(message, /hush/)
    }
  }
  const issuer = await refusal(() =>
    providersFromEnvironment({
      OIDC_PROVIDERS: 'acme',
      OIDC_ACME_ISSUER: 'https://user:hush@id.example',
      OIDC_ACME_CLIENT_ID: 'x',
    }),
  )
  assert.match(issuer, /OIDC_ACME_ISSUER is "https:\/\/\[hidden\]@id\.example"/)
  assert.doesNotMatch(issuer, /hush/)
})

test('NP5 latchkey() reads the variables of its providers, and what code says wins', () => {
  const environment = {
    NODE_ENV: 'production',
    GOOGLE_CLIENT_ID: 'of-the-environment',
    GOOGLE_CLIENT_SECRET: 'a-secret',
    GOOGLE_ISSUER: 'https://id.example/google',
    GOOGLE_BASE_URL: 'https://id.example/google',
    ACME_CLIENT_ID: 'acme-id',
    ACME_CLIENT_AUTH: 'none',
    TRUST_PROXY: '2',
    CLOCK_TOLERANCE: '5',
  }
  const settings = (providers: Parameters<typeof resolveOptions>[0]['providers']) =>
    resolveOptions({ providers, origin: 'https://app.example', secret, environment })
  const { providers, trustedProxies, clockToleranceSeconds } = settings([
    google(),
    oidc({ id: 'acme', issuer: 'https://acme.example' }),
  ])
  assert.deepEqual([trustedProxies, clockToleranceSeconds], [2, 5])
  assert.deepEqual(
    [providers[0]?.issuer, providers[0]?.clientId],
    ['https://id.example/google', 'of-the-environment'],
  )
  assert.deepEqual([providers[1]?.clientId, providers[1]?.clientAuthentication], ['acme-id', 'none'])
  const [own] = settings([google({ clientId: 'of-the-code', issuer: 'https://other.example' })]).providers
  assert.deepEqual([own?.clientId, own?.issuer], ['of-the-code', 'https://other.example'])
})

test('NP14 everything that stands in the way of a start is said at once', async () => {
  const message = await refusal(() =>
    optionsFromEnvironment({
      NODE_ENV: 'production',
      ORIGIN: 'http://app.example',
      PORT: 'eighty',
      DATABASE_URL: 'oracle://user:hush@x',
      TRUST_PROXY: 'yes',
      PROVIDERS: 'google,gogle',
      GOOGLE_CLIENTID: 'x',
    }),
  )
  for (const part of [
    /PORT is "eighty", and must be a whole number from 0 to 65535/,
    /TRUST_PROXY is "yes"/,
    /config_origin_invalid: ORIGIN is "http:\/\/app\.example", and must be https/,
    /config_secret_missing/,
    /The database URL must be/,
    /PROVIDERS is "google,gogle", and "gogle" is neither in the catalogue/,
    /Missing: GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET/,
    /GOOGLE_CLIENTID is not read\. GOOGLE_CLIENT_ID is\./,
  ]) {
    assert.match(message, part)
  }
  assert.doesNotMatch(message, /hush/)
  const plain = await refusal(() =>
    latchkey({
      providers: [google()],
      origin: 'http://app.example',
      environment: { NODE_ENV: 'production' },
    }),
  )
  for (const code of [
    'config_origin_invalid',
    'config_secret_missing',
    'config_provider_credentials_missing',
  ]) {
    assert.match(plain, new RegExp(code))
  }
})

test('NW11 PROVIDERS is the order of the buttons; a catalogue variable alone adds none in production', async () => {
  const ids = async (environment: Record<string, string>) =>
    (await providersFromEnvironment(environment)).map(({ id }) => id)
  const acme = { OIDC_ACME_ISSUER: 'https://acme.example', OIDC_ACME_CLIENT_ID: 'x' }
  assert.deepEqual(await ids({ PROVIDERS: 'github, google' }), ['github', 'google'])
  assert.deepEqual(await ids({ PROVIDERS: 'github', OIDC_PROVIDERS: 'acme', ...acme }), ['github', 'acme'])
  assert.deepEqual(await ids({ PROVIDERS: 'acme,github', OIDC_PROVIDERS: 'acme', ...acme }), [
    'acme',
    'github',
  ])
  const bot = { NODE_ENV: 'production', GITHUB_CLIENT_ID: 'of-a-bot' }
  assert.match(
    await refusal(() => ids(bot)),
    /GITHUB_CLIENT_ID alone turns nothing on\. Write PROVIDERS=github/,
  )
  assert.deepEqual(await ids({ ...bot, PROVIDERS: 'google' }), ['google'])
  const { notices } = await optionsFromEnvironment({
    ...memory,
    GITHUB_CLIENT_ID: 'x',
    GITHUB_CLIENT_SECRET: 'y',
  })
  assert.match(String(notices), /PROVIDERS is not set.*PROVIDERS=github/)
})

test('NW11 each variable of a provider sets its option, and refuses what it cannot use with its name', async () => {
  const base = {
    OIDC_PROVIDERS: 'acme',
    OIDC_ACME_ISSUER: 'https://acme.example',
    OIDC_ACME_CLIENT_ID: 'x',
    OIDC_ACME_CLIENT_SECRET: 'y',
  }
  const make = async (more: Record<string, string>) =>
    (await providersFromEnvironment({ ...base, ...more }))[0]
  const set = await make({
    OIDC_ACME_SCOPE: 'openid groups',
    OIDC_ACME_NAME: 'Acme',
    OIDC_ACME_CLAIMS_FROM: 'id-token',
    OIDC_ACME_CLIENT_AUTH: 'client_secret_post',
    OIDC_ACME_ID_TOKEN_ALG: 'ES256',
    OIDC_ACME_AUTH_PARAMS: 'prompt=consent&audience=an%20api',
    OIDC_ACME_TOKEN_PARAMS: 'resource=api',
    OIDC_ACME_LOGIN_HINTS: 'organization',
    OIDC_ACME_RESPONSE_MODE: 'form_post',
    OIDC_ACME_PKCE: '0',
    OIDC_ACME_REAUTHENTICATION: 'prompt=login',
    OIDC_ACME_REFRESH_SCOPE: '1',
    OIDC_ACME_LOGOUT_TOKEN_WITHOUT_EXP: '1',
    OIDC_ACME_CLIENT_ASSERTION_AUDIENCE: 'token-endpoint',
    OIDC_ACME_USER_AGENT: 'acme-app/1.0',
    OIDC_ACME_EMAIL_CLAIM: 'mail',
    OIDC_ACME_AUTHORITATIVE_DOMAINS: 'acme.example',
    OIDC_ACME_METADATA_URL: 'https://acme.example/meta',
  })
  assert.deepEqual(set?.scopes, ['openid', 'groups'])
  assert.deepEqual({ ...set?.authorizationParams }, { prompt: 'consent', audience: 'an api' })
  assert.deepEqual(
    [set?.claimsFrom, set?.clientAuthentication, set?.idTokenSigningAlg],
    ['id-token', 'client_secret_post', 'ES256'],
  )
  assert.deepEqual([...(set?.loginHints ?? [])], ['organization'])
  const {
    pkce,
    responseMode,
    reauthentication,
    sendsScopeOnRefresh,
    requestHeaders,
    clientAssertionAudience,
  } = set?.deviations ?? {}
  assert.deepEqual(
    [pkce, responseMode, sendsScopeOnRefresh, clientAssertionAudience],
    ['none', 'form_post', true, 'token-endpoint'],
  )
  assert.deepEqual({ ...reauthentication }, { prompt: 'login' })
  assert.equal(requestHeaders?.['user-agent'], 'acme-app/1.0')
  assert.equal(set?.metadataUrl, 'https://acme.example/meta')
  assert.equal(set?.toIdentity({ sub: 'one', mail: 'a@acme.example' }).email, 'a@acme.example')
  const wrong: Readonly<Record<string, string>> = {
    choice: 'something-else',
    flag: 'maybe',
    parameters: 'no equals sign',
    address: 'ftp://acme.example',
    issuer: 'acme.example',
    internal: 'ftp://acme.example',
    list: ' , ',
    json: '[1]',
  }
  for (const { suffix, kind } of providerVariables) {
    const value = wrong[kind]
    if (value === undefined) continue
    const message = await refusal(() => make({ [`OIDC_ACME_${suffix}`]: value }))
    assert.match(message, new RegExp(`OIDC_ACME_${suffix}`), suffix)
  }
  assert.match(
    await refusal(() => make({ OIDC_ACME_AUTH_PARAMS: 'state=x' })),
    /OIDC_ACME_AUTH_PARAMS is "state=x".*part of the protocol/,
  )
})

test('NW11 a variable that looks like one of these and is none is said, and nothing else is', async () => {
  const said = async (more: Record<string, string>) =>
    String((await optionsFromEnvironment({ ...memory, PROVIDERS: 'google,github', ...more })).notices)
  assert.match(await said({ GOOGLE_CLIENTID: 'x' }), /GOOGLE_CLIENTID is not read\. GOOGLE_CLIENT_ID is/)
  assert.match(await said({ GOOGLE_CLIENT_SECERT: 'x' }), /GOOGLE_CLIENT_SECRET is/)
  assert.match(await said({ TRUSTPROXY: '1' }), /TRUST_PROXY is/)
  assert.match(await said({ LATCHKEY_SECRETS_FILE: 'x' }), /LATCHKEY_SECRETS_FILE is not read/)
  assert.match(await said({ OIDC_ACME_CLIENT_ID: 'x' }), /OIDC_PROVIDERS does not name/)
  const others = {
    GITHUB_TOKEN: 'x',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REF_NAME: 'main',
    GITHUB_BASE_REF: 'main',
    GOOGLE_APPLICATION_CREDENTIALS: '/x',
    HOSTNAME: 'web',
    NODE_ENV: 'test',
  }
  assert.equal(await said(others), '')
})

test('NW11 the application’s own variables: rules, lifetimes, path and name', async () => {
  const options = await optionsFromEnvironment({
    ...memory,
    BASE_PATH: '/sign-in',
    SITE_NAME: 'Acme',
    SESSION_IDLE_SECONDS: '600',
    SESSION_ABSOLUTE_SECONDS: '3600',
    FRESH_SECONDS: '60',
    ALLOWED_EMAIL_DOMAINS: 'acme.example',
    ALLOWED_ORGANIZATIONS: 'acme.example',
  })
  assert.deepEqual([options.basePath, options.siteName, options.freshSeconds], ['/sign-in', 'Acme', 60])
  assert.deepEqual([options.session?.idleSeconds, options.session?.absoluteSeconds], [600, 3600])
  const allow = options.allow as unknown as (identity: object, context: object) => boolean
  const person = { email: 'a@acme.example', emailVerified: true }
  assert.equal(allow(person, { organization: 'acme.example', isEmailAuthoritative: true }), true)
  // All rules that are set must hold.
  assert.equal(allow(person, { organization: null, isEmailAuthoritative: true }), false)
  assert.equal(allow(person, { organization: 'acme.example', isEmailAuthoritative: false }), false)
})

test('NW11 docs/environment.md lists every variable', () => {
  const page = readFileSync(new URL('../../docs/environment.md', import.meta.url), 'utf8')
  const names = [...plainVariables, ...providerVariables.map(({ suffix }) => `_${suffix}`)]
  assert.deepEqual(
    names.filter((name) => !page.includes(`\`${name}\``)),
    [],
  )
})

test('NW11 each option of a provider has a variable', () => {
  const source = readFileSync(new URL('../../src/contracts/provider-options.ts', import.meta.url), 'utf8')
  const place = /interface ProviderPlace \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? ''
  const own = /interface ProviderOptions[^{]*\{([\s\S]*?)\n\}/.exec(source)?.[1] ?? ''
  const options = [...`${place}\n${own}`.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, name]) => name)
  assert.ok(options.length > 25)
  const withVariable = new Set(providerVariables.map(({ option }) => option.split('.')[0]))
  // The id comes from PROVIDERS, and the prefix is derived from it.
  const given = ['id', 'variablePrefix']
  assert.deepEqual(
    options.filter((name) => !withVariable.has(name) && !given.includes(String(name))),
    [],
  )
})
