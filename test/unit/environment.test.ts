// The environment's variables as options (docs/environment.md).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Provider } from '../../src/contracts/provider.ts'
import { optionsFromEnvironment, providersFromEnvironment } from '../../src/environment.ts'
import { type ErrorCode, LatchkeyError } from '../../src/errors.ts'

const production = { NODE_ENV: 'production' }
const ids = async (environment: Record<string, string>): Promise<readonly string[]> =>
  (await providersFromEnvironment(environment)).map(({ id }) => id)

async function refuses(code: ErrorCode, environment: Record<string, string>, detail: RegExp): Promise<void> {
  await assert.rejects(
    providersFromEnvironment(environment),
    (error) => error instanceof LatchkeyError && error.code === code && detail.test(error.detail ?? ''),
  )
}

test('with no provider at all: three stand-ins in development, none in production', async () => {
  assert.deepEqual(await ids({}), ['google', 'github', 'facebook'])
  assert.deepEqual(await ids(production), [])
})

test('one that is configured turns the stand-ins off', async () => {
  assert.deepEqual(await ids({ GITHUB_CLIENT_ID: 'x' }), ['github'])
  const acme = {
    OIDC_PROVIDERS: 'acme',
    OIDC_ACME_ISSUER: 'https://id.acme.example',
    OIDC_ACME_CLIENT_ID: 'x',
  }
  assert.deepEqual(await ids(acme), ['acme'])
  assert.deepEqual(await ids({ ...acme, GOOGLE_CLIENT_ID: 'x' }), ['google', 'acme'])
})

/** A provider yields its secret through a function call, so that printing it shows none. */
async function secretOf(provider: Provider | undefined): Promise<string | undefined> {
  const { clientSecret } = provider ?? {}
  return typeof clientSecret === 'function' ? clientSecret({ clientId: 'an-id', now: 0 }) : clientSecret
}

test('a catalogue provider at another host', async () => {
  const [github] = await providersFromEnvironment({
    GITHUB_CLIENT_ID: 'an-id',
    GITHUB_CLIENT_SECRET: 'a-secret',
    GITHUB_BASE_URL: 'https://hub.example/',
  })
  assert.equal(github?.clientId, 'an-id')
  assert.equal(await secretOf(github), 'a-secret')
  assert.equal(github?.endpoints?.authorization, 'https://hub.example/login/oauth/authorize')
  assert.equal(github?.endpoints?.token, 'https://hub.example/login/oauth/access_token')
  assert.equal(github?.issuer, 'https://hub.example/login/oauth')
  assert.match(github?.apiBaseUrl ?? '', /^https:\/\/hub\.example\/api\/v3\/?$/)
  const [moved] = await providersFromEnvironment({
    GITHUB_CLIENT_ID: 'an-id',
    GITHUB_BASE_URL: 'https://hub.example',
    GITHUB_API_URL: 'https://api.hub.example',
    GITHUB_ISSUER: 'https://hub.example/issuer',
  })
  assert.match(moved?.apiBaseUrl ?? '', /^https:\/\/api\.hub\.example\/?$/)
  assert.equal(moved?.issuer, 'https://hub.example/issuer')
})

test('any OpenID Connect provider: a dash in the id is an underscore in the variable', async () => {
  const [provider] = await providersFromEnvironment({
    OIDC_PROVIDERS: ' my-company ',
    OIDC_MY_COMPANY_ISSUER: 'https://id.company.example',
    OIDC_MY_COMPANY_CLIENT_ID: 'an-id',
    OIDC_MY_COMPANY_CLIENT_SECRET: 'a-secret',
    OIDC_MY_COMPANY_SCOPE: 'openid groups',
    OIDC_MY_COMPANY_NAME: 'My company',
  })
  assert.equal(provider?.id, 'my-company')
  assert.equal(provider?.name, 'My company')
  assert.deepEqual(provider?.scopes, ['openid', 'groups'])
})

test('without a secret it is a public client', async () => {
  const environment = {
    OIDC_PROVIDERS: 'spa',
    OIDC_SPA_ISSUER: 'https://id.example',
    OIDC_SPA_CLIENT_ID: 'x',
  }
  assert.equal((await providersFromEnvironment(environment))[0]?.clientAuthentication, 'none')
  const [confidential] = await providersFromEnvironment({
    ...environment,
    OIDC_SPA_CLIENT_SECRET: 'a-secret',
  })
  assert.notEqual(confidential?.clientAuthentication, 'none')
})

test('a further instance of a catalogue provider has an id of its own', async () => {
  const [first, second] = await providersFromEnvironment({
    GITHUB_CLIENT_ID: 'one',
    OIDC_PROVIDERS: 'work-hub',
    OIDC_WORK_HUB_KIND: 'github',
    OIDC_WORK_HUB_BASE_URL: 'https://hub.work.example',
    OIDC_WORK_HUB_CLIENT_ID: 'two',
    OIDC_WORK_HUB_CLIENT_SECRET: 'a-secret',
  })
  assert.deepEqual([first?.id, first?.kind, first?.clientId], ['github', 'github', 'one'])
  assert.deepEqual([second?.id, second?.kind, second?.clientId], ['work-hub', 'github', 'two'])
  assert.notEqual(first?.issuer, second?.issuer)
})

test('what cannot be used is refused, and the refusal names the variable', async () => {
  await refuses('config_provider_invalid', { OIDC_PROVIDERS: 'acme' }, /OIDC_ACME_ISSUER/)
  const half = { OIDC_PROVIDERS: 'acme', OIDC_ACME_ISSUER: 'https://id.example' }
  await refuses('config_provider_invalid', half, /OIDC_ACME_CLIENT_ID/)
  await refuses(
    'config_provider_invalid',
    { OIDC_PROVIDERS: 'x', OIDC_X_KIND: 'nothing' },
    /OIDC_X_KIND[\s\S]*github/,
  )
  await refuses('config_provider_invalid', { OIDC_PROVIDERS: 'x', OIDC_X_KIND: '__proto__' }, /OIDC_X_KIND/)
  const named = { ...half, OIDC_ACME_CLIENT_ID: 'x', OIDC_PROVIDERS: 'Acme' }
  await refuses('config_provider_invalid', named, /Acme/)
})

test('the rest: origin, proxies, tokens', async () => {
  assert.equal((await optionsFromEnvironment({ DATABASE_URL: 'memory:' })).origin, 'http://localhost:3000')
  assert.equal(
    (await optionsFromEnvironment({ DATABASE_URL: 'memory:', PORT: '8080' })).origin,
    'http://localhost:8080',
  )
  assert.equal((await optionsFromEnvironment({ DATABASE_URL: 'memory:', ...production })).origin, undefined)
  const options = await optionsFromEnvironment({
    DATABASE_URL: 'memory:',
    ORIGIN: 'https://app.example',
    TRUST_PROXY: '2',
    KEEP_TOKENS: '1',
  })
  assert.deepEqual(
    [options.origin, options.trustedProxies, options.keepTokens],
    ['https://app.example', 2, true],
  )
  assert.equal(options.store?.name, 'memory')
})

test('the language and the theme of the pages come from the environment', async () => {
  const { language, languages, theme } = await optionsFromEnvironment({
    SITE_LANGUAGE: 'de',
    SITE_LANGUAGES: 'de,en',
    THEME_LIGHT_PRIMARY_TEXT: '#ffffff',
    THEME_DARK_ACCENT: '#7ee0b8',
    THEME_SCHEME: 'dark',
    THEME_LOGO: '/logo.svg',
    DATABASE_URL: 'memory:',
  })
  assert.deepEqual([language, languages], ['de', ['de', 'en']])
  assert.deepEqual(theme?.light, { primaryText: '#ffffff' })
  assert.deepEqual(theme?.dark, { accent: '#7ee0b8' })
  assert.deepEqual([theme?.scheme, theme?.logo, theme?.radius], ['dark', '/logo.svg', undefined])
  assert.equal((await optionsFromEnvironment({ DATABASE_URL: 'memory:' })).theme, undefined)
  await assert.rejects(
    optionsFromEnvironment({ THEME_SCHEME: 'sepia', DATABASE_URL: 'memory:' }),
    /THEME_SCHEME is "sepia", and must be one of auto, light, dark/,
  )
})
