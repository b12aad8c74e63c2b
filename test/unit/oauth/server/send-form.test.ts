// Requests to the token endpoint with a provider's declared deviations; everything undeclared follows the standard.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TokenRequest, TokenRequestContext } from '../../../../src/contracts/provider.ts'
import {
  asJson,
  asQuery,
  toAddress,
  withHeaders,
} from '../../../../src/providers/definition/token-request.ts'
import { callback, evilProvider, expected, issuer, json } from '../evil-provider.ts'
import { refused } from '../refused.ts'

const standardCode = {
  grant_type: 'authorization_code',
  code: 'code-of-the-test',
  redirect_uri: expected.redirectUri,
  code_verifier: expected.codeVerifier,
}

test('without a declaration the request is that of RFC 6749', async () => {
  const op = await evilProvider()
  await op.login()
  const { method, headers, form } = op.last('/token')
  assert.deepEqual(
    [method, headers.get('content-type')],
    ['POST', 'application/x-www-form-urlencoded;charset=UTF-8'],
  )
  assert.deepEqual(Object.fromEntries(form), standardCode)
})

test('names of its own, client authentication included, with the code and on refresh', async () => {
  const op = await evilProvider()
  const client = op.client({
    clientAuthentication: 'client_secret_post',
    deviations: { parameterNames: { client_id: 'client_key', redirect_uri: null } },
  })
  await op.login(client)
  const { redirect_uri: _, ...rest } = standardCode
  assert.deepEqual(Object.fromEntries(op.last('/token').form), {
    ...rest,
    client_key: 'our-client',
    client_secret: 'our-secret',
  })
  await client.refresh('a-refresh-token', { subject: null })
  assert.deepEqual(Object.fromEntries(op.last('/token').form), {
    grant_type: 'refresh_token',
    refresh_token: 'a-refresh-token',
    client_key: 'our-client',
    client_secret: 'our-secret',
  })
})

test('a JSON body', async () => {
  const op = await evilProvider()
  const client = op.client({ deviations: { tokenRequest: (request) => asJson(request, { extra: 1 }) } })
  await op.login(client)
  const { headers, body } = op.last('/token')
  assert.equal(headers.get('content-type'), 'application/json')
  assert.match(headers.get('authorization') ?? '', /^Basic /)
  assert.deepEqual(JSON.parse(body), { ...standardCode, extra: 1 })
})

test('a query, and no body', async () => {
  const op = await evilProvider()
  const client = op.client({
    clientAuthentication: 'client_secret_post',
    deviations: { tokenRequest: asQuery, parameterNames: { client_id: 'appid', client_secret: 'secret' } },
  })
  await op.login(client)
  const { url, method, headers, body } = op.last('/token')
  assert.deepEqual([method, body, headers.get('content-type')], ['GET', '', null])
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    ...standardCode,
    appid: 'our-client',
    secret: 'our-secret',
  })
})

test('headers and signatures, from the secret, the clock and the callback', async () => {
  const op = await evilProvider()
  const seen: { readonly request: TokenRequest; readonly context: TokenRequestContext }[] = []
  const client = op.client({
    deviations: {
      requestHeaders: { 'User-Agent': 'acme-app (ops@example.com)' },
      async tokenRequest(request, context) {
        seen.push({ request, context })
        const signed = withHeaders(request, {
          'x-sign': `${context.clientSecret} ${context.now}`,
          authorization: undefined,
        })
        return request.grant === 'refresh_token' ? toAddress(signed, `${issuer}/refresh`) : signed
      },
    },
  })
  op.answers.set('/refresh', () => json({ access_token: 'new', token_type: 'Bearer' }))
  await client.exchangeCode(callback({ device_id: 'device-7' }), expected)
  const { headers } = op.last('/token')
  assert.deepEqual(
    [headers.get('x-sign'), headers.get('authorization'), headers.get('user-agent')],
    [`our-secret ${op.clock}`, null, 'acme-app (ops@example.com)'],
  )
  assert.deepEqual(
    [seen[0]?.context.callback, seen[0]?.request.grant],
    [{ device_id: 'device-7' }, 'authorization_code'],
  )
  const tokens = await client.refresh('a-refresh-token', { subject: null })
  assert.equal(tokens.accessToken, 'new')
  assert.deepEqual([op.count('/refresh'), seen[1]?.context.callback], [1, {}])
})

test('a request that is declared names neither path nor query when it fails', async () => {
  const op = await evilProvider()
  const client = op.client({ deviations: { tokenRequest: asQuery } })
  op.answers.set('/token', () => json({}, 503))
  const error = await refused(op.login(client), 'provider_unavailable')
  assert.equal(error.detail, `${issuer} answered 503.`)
})

test('NH7 the granted scopes go along on refresh where the provider wants them, and nowhere else', async () => {
  const op = await evilProvider()
  const wanting = op.client({ deviations: { sendsScopeOnRefresh: true, scopeSeparator: ',' } })
  await wanting.refresh('a-refresh-token', { subject: null, scopes: ['openid', 'mail'] })
  assert.equal(op.last('/token').form.get('scope'), 'openid,mail')
  await wanting.refresh('a-refresh-token', { subject: null })
  assert.equal(op.last('/token').form.get('scope'), 'openid,email')
  await op.client().refresh('a-refresh-token', { subject: null, scopes: ['openid'] })
  assert.equal(op.last('/token').form.has('scope'), false)
})
