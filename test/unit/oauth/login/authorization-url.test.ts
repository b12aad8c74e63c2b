import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Provider } from '../../../../src/contracts/provider.ts'
import type { AuthorizationRequest } from '../../../../src/oauth/server/provider-client.ts'
import { callback, evilProvider, expected, plain } from '../evil-provider.ts'
import { refused } from '../refused.ts'

const request: AuthorizationRequest = expected

async function urlOf(
  provider: Partial<Provider> = {},
  more: Partial<AuthorizationRequest> = {},
): Promise<URL> {
  return (await evilProvider()).client(provider).authorizationUrl({ ...request, ...more })
}

test('A2, A3 an OpenID Connect login asks for a code with PKCE S256, state and nonce, and nothing else', async () => {
  const url = await urlOf()
  assert.equal(url.origin + url.pathname, 'https://op.example/authorize')
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    client_id: 'our-client',
    redirect_uri: expected.redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: createHash('sha256').update(expected.codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  assert.equal(url.hash, '')
})

test('A3 plain OAuth gets no nonce, and its scopes as it wants them', async () => {
  const { searchParams } = await urlOf({ ...plain, scopes: ['a', 'b'], deviations: { scopeSeparator: ',' } })
  assert.equal(searchParams.get('nonce'), null)
  assert.equal(searchParams.get('scope'), 'a,b')
  assert.equal(searchParams.get('code_challenge_method'), 'S256')
})

test('A3 openid is asked for even where the scopes of one login forget it', async () => {
  assert.equal((await urlOf({}, { scopes: ['calendar'] })).searchParams.get('scope'), 'openid calendar')
})

test('A4 the query of the endpoint is kept', async () => {
  const op = await evilProvider()
  op.metadata.authorization_endpoint = 'https://op.example/authorize?tenant=x&state=theirs'
  const { searchParams } = await op.client().authorizationUrl(request)
  assert.equal(searchParams.get('tenant'), 'x')
  assert.deepEqual(searchParams.getAll('state'), [expected.state])
})

test('A5 each parameter occurs once, and the protocol’s are not to be replaced', async () => {
  const { searchParams } = await urlOf(
    { authorizationParams: { prompt: 'select_account', access_type: 'offline', state: 'x', nonce: 'x' } },
    { prompt: 'login', params: { hd: 'example.com', access_type: 'online' } },
  )
  const names = [...searchParams.keys()]
  assert.equal(new Set(names).size, names.length)
  assert.equal(searchParams.get('state'), expected.state)
  assert.equal(searchParams.get('nonce'), expected.nonce)
  assert.equal(searchParams.get('prompt'), 'login')
  assert.equal(searchParams.get('access_type'), 'online')
  for (const name of ['redirect_uri', 'client_id', 'scope', 'response_mode', 'request_uri', 'max_age']) {
    await refused(urlOf({}, { params: { [name]: 'x' } }), 'config_option_invalid')
  }
})

test('NF8 a parameter of one login is held against the same table as the provider’s own', async () => {
  const taken = [
    'scope[]',
    'SCOPE',
    'State',
    'request_uri[0]',
    'prompt',
    'login_hint',
    'acr_values',
    'a b',
    'code',
  ]
  for (const name of taken) await refused(urlOf({}, { params: { [name]: 'x' } }), 'config_option_invalid')
  await refused(urlOf({}, { params: { hd: 'a\r\nb' } }), 'config_option_invalid')
  // If a provider renames a protocol parameter, the new name is protected as well.
  const deviations = { parameterNames: { client_id: 'appid' } }
  await refused(urlOf({ deviations }, { params: { AppId: 'x' } }), 'config_option_invalid')
  const { searchParams } = await urlOf({}, { params: { appid: 'x', 'options[]': 'y', ui_locales: 'de' } })
  assert.deepEqual([searchParams.get('appid'), searchParams.get('options[]')], ['x', 'y'])
})

test('NW10 a blank travels as %20, in the address and in forms', async () => {
  const op = await evilProvider()
  const url = await op
    .client({ scopes: ['openid', 'a+b'] })
    .authorizationUrl({ ...request, loginHint: 'a b' })
  assert.match(url.href, /scope=openid%20a%2Bb&/)
  assert.match(url.href, /login_hint=a%20b/)
  assert.doesNotMatch(url.search, /\+/)
  await op.client({ tokenParams: { audience: 'x y' } }).exchangeCode(callback(), expected)
  assert.match(op.last('/token').body, /audience=x%20y/)
})

test('parameters under the provider’s own names, or left out; and a fragment where it wants one', async () => {
  const parameterNames = { client_id: 'appid', nonce: null, scope: 'perms' }
  const deviations = { parameterNames, authorizationFragment: '#wechat_redirect' }
  const url = await urlOf({ deviations })
  assert.equal(url.hash, '#wechat_redirect')
  assert.deepEqual(
    ['appid', 'client_id', 'perms', 'scope', 'nonce', 'state'].map((name) => url.searchParams.get(name)),
    ['our-client', null, 'openid email', null, null, expected.state],
  )
  assert.equal((await urlOf()).hash, '')
})

test('a pushed request has the provider’s own names too, in the form and in the address', async () => {
  const op = await evilProvider()
  op.metadata.require_pushed_authorization_requests = true
  const deviations = { parameterNames: { client_id: 'appid' } }
  const client = op.client({ clientAuthentication: 'client_secret_post', deviations })
  const { searchParams } = await client.authorizationUrl(request)
  assert.deepEqual([...searchParams.keys()].sort(), ['appid', 'request_uri'])
  assert.deepEqual(
    [op.last('/par').form.get('appid'), op.last('/par').form.get('client_id')],
    ['our-client', null],
  )
})

test('NH4 PKCE that a provider refuses is left out of both requests; state and nonce stay', async () => {
  const op = await evilProvider()
  const client = op.client({ deviations: { pkce: 'none' } })
  const { searchParams } = await client.authorizationUrl(request)
  assert.deepEqual(
    ['code_challenge', 'code_challenge_method', 'state', 'nonce'].map((name) => searchParams.get(name)),
    [null, null, expected.state, expected.nonce],
  )
  await op.login(client)
  assert.equal(op.last('/token').form.has('code_verifier'), false)
  // Twin: every other provider receives the verifier, whether it announces PKCE or not.
  await op.login()
  assert.equal(op.last('/token').form.get('code_verifier'), expected.codeVerifier)
})

test('NH4 the plain method, for a provider that knows no other', async () => {
  const op = await evilProvider()
  const client = op.client({ deviations: { pkce: 'plain' } })
  const { searchParams } = await client.authorizationUrl(request)
  assert.equal(searchParams.get('code_challenge'), expected.codeVerifier)
  assert.equal(searchParams.get('code_challenge_method'), 'plain')
  await op.login(client)
  assert.equal(op.last('/token').form.get('code_verifier'), expected.codeVerifier)
})

test('D16 max_age, acr_values, prompt and login_hint are sent when they are given', async () => {
  const more = {
    prompt: 'login',
    maxAgeSeconds: 0,
    acrValues: ['gold', 'silver'],
    loginHint: 'alex@example.com',
  }
  const { searchParams } = await urlOf({ deviations: { responseMode: 'form_post' } }, more)
  assert.equal(searchParams.get('prompt'), 'login')
  assert.equal(searchParams.get('max_age'), '0')
  assert.equal(searchParams.get('acr_values'), 'gold silver')
  assert.equal(searchParams.get('login_hint'), 'alex@example.com')
  assert.equal(searchParams.get('response_mode'), 'form_post')
})

test('A8 a provider that requires pushed requests gets one, and the browser carries the reference only', async () => {
  const op = await evilProvider()
  op.metadata.require_pushed_authorization_requests = true
  const url = await op.client().authorizationUrl(request)
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    client_id: 'our-client',
    request_uri: 'urn:example:pushed',
  })
  const pushed = op.last('/par')
  assert.equal(pushed.form.get('state'), expected.state)
  assert.match(pushed.headers.get('authorization') ?? '', /^Basic /)
  assert.equal(pushed.form.get('client_secret'), null)
})

test('A8 a pushed request that is refused ends the login', async () => {
  const op = await evilProvider()
  op.metadata.require_pushed_authorization_requests = true
  op.answers.set(
    '/par',
    () =>
      new Response('{"error":"invalid_request"}', {
        status: 400,
        headers: { 'content-type': 'application/json' },
      }),
  )
  assert.equal(
    (await refused(op.client().authorizationUrl(request), 'provider_refused')).refusal?.error,
    'invalid_request',
  )
  op.answers.set('/par', () => new Response(null, { status: 401, headers: { 'www-authenticate': 'Basic' } }))
  await refused(op.client().authorizationUrl(request), 'provider_credentials_refused')
})

test('a pushed request leaves a reference in the address, also where the provider only offers it', async () => {
  const op = await evilProvider()
  const url = await op.client({ pushedAuthorizationRequests: true }).authorizationUrl(request)
  assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri'])
  assert.equal(op.last('/par').form.get('state'), request.state)
  assert.equal((await urlOf({})).searchParams.has('request_uri'), false)
  delete op.metadata.pushed_authorization_request_endpoint
  const unable = op.client({ pushedAuthorizationRequests: true }).authorizationUrl(request)
  await refused(unable, 'provider_answer_invalid')
})
