import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportJWK, generateKeyPair, jwtVerify } from 'jose'
import type { ClientAuthentication } from '../../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../../src/errors.ts'
import { evilProvider, expected, issuer, json, plain } from '../evil-provider.ts'
import { refused } from '../refused.ts'

interface Case {
  readonly registered?: ClientAuthentication
  readonly announced?: unknown
  readonly secret: string | null
  readonly sent: ClientAuthentication
}

const basic = 'client_secret_basic'
const post = 'client_secret_post'
const cases: readonly Case[] = [
  { announced: [basic, post], secret: 's', sent: basic },
  { announced: [post], secret: 's', sent: post },
  { announced: ['private_key_jwt', post], secret: 's', sent: post },
  { announced: undefined, secret: 's', sent: basic },
  { announced: 'nonsense', secret: 's', sent: basic },
  { announced: [basic], secret: null, sent: 'none' },
  { registered: post, announced: [basic], secret: 's', sent: post },
  { registered: basic, announced: [post], secret: 's', sent: basic },
  { registered: 'none', announced: [basic], secret: 's', sent: 'none' },
]

for (const { registered, announced, secret, sent } of cases) {
  test(`C3 registered ${registered}, announced ${announced}, secret ${secret}: ${sent} and nothing else`, async () => {
    const op = await evilProvider()
    op.metadata.token_endpoint_auth_methods_supported = announced
    await op.login(op.client({ clientAuthentication: registered }, { clientSecret: secret }))
    const { headers, form } = op.last('/token')
    assert.equal(headers.has('authorization'), sent === basic)
    assert.equal(form.has('client_secret'), sent === post)
    assert.equal(form.get('client_id'), sent === basic ? null : 'our-client')
  })
}

test('C3 plain OAuth without a registered method authenticates by Basic', async () => {
  const op = await evilProvider()
  await op.login(op.client(plain))
  assert.match(op.last('/token').headers.get('authorization') ?? '', /^Basic /)
})

for (const secret of ['a:b%c', 'p:ä%s+w örd/&=?"ẞ', 'plain-secret_with.signs']) {
  test(`C3 Basic carries ${secret} form-encoded`, async () => {
    const op = await evilProvider()
    op.metadata.token_endpoint_auth_methods_supported = [basic]
    await op.login(op.client({}, { clientId: 'our-client', clientSecret: secret }))
    const [, credentials = ''] = op.last('/token').headers.get('authorization')?.split(' ') ?? []
    const [id, encoded = ''] = atob(credentials).split(':')
    assert.equal(id, 'our-client')
    assert.equal(new URLSearchParams(`s=${encoded}`).get('s'), secret)
  })
}
test('NH23 a secret that encoding would change goes into the body where that is offered too', async () => {
  for (const [clientSecret, method] of [
    ['a+b/c=', post],
    ['a:b', post],
    ['a~b.c-d_e*', basic],
    ['plain', basic],
  ] as const) {
    const op = await evilProvider()
    await op.login(op.client({}, { clientSecret }))
    const { headers, form } = op.last('/token')
    assert.equal(headers.has('authorization'), method === basic, clientSecret)
    assert.equal(form.get('client_secret'), method === post ? clientSecret : null)
  }
})

test('NH23 unreserved characters stay as they are, and a registered method is kept', async () => {
  const op = await evilProvider()
  await op.login(op.client({ clientAuthentication: basic }, { clientSecret: 'a~b c' }))
  assert.equal(op.last('/token').headers.get('authorization'), `Basic ${btoa('our-client:a~b+c')}`)
})

test('NH24 the assertion names the issuer, or the token endpoint where the provider wants that', async () => {
  for (const [clientAssertionAudience, audience] of [
    [undefined, issuer],
    ['issuer', issuer],
    ['token-endpoint', `${issuer}/token`],
  ] as const) {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const op = await evilProvider()
    op.metadata.require_pushed_authorization_requests = true
    const deviations = { clientAssertionAudience }
    const client = op.client(
      { deviations },
      { clientSecret: null, clientKey: { key: privateKey as CryptoKey } },
    )
    await client.authorizationUrl(expected)
    await op.login(client)
    for (const path of ['/par', '/token']) {
      const assertion = op.last(path).form.get('client_assertion') ?? ''
      await jwtVerify(assertion, publicKey, { audience, currentDate: new Date(op.clock), clockTolerance: 2 })
    }
    const bySecret = op.client({ clientAuthentication: 'client_secret_jwt', deviations })
    await op.login(bySecret)
    const key = new TextEncoder().encode('our-secret')
    const assertion = op.last('/token').form.get('client_assertion') ?? ''
    await jwtVerify(assertion, key, { audience, currentDate: new Date(op.clock), clockTolerance: 2 })
  }
})

test('NH25 a provider that announces no use for the secret is named before anybody is sent there', async () => {
  const op = await evilProvider()
  op.metadata.token_endpoint_auth_methods_supported = ['none']
  const error = await refused(op.client().authorizationUrl(expected), 'provider_credentials_refused')
  assert.match(error.detail ?? '', /announces only none .*clientAuthentication: 'none'/)
  assert.equal(op.count('/token'), 0)
  // Twins: a public client, a client without authentication, and an explicitly registered method, whatever is announced.
  const accepted = [
    op.client({}, { clientSecret: null }),
    op.client({ clientAuthentication: 'none' }),
    op.client({ clientAuthentication: post }),
  ]
  for (const client of accepted) assert.ok(await client.authorizationUrl(expected))
})

test('C3 signs that need no encoding have none, for servers that forget to decode', async () => {
  const op = await evilProvider()
  await op.login(op.client({}, { clientSecret: 'GOCSPX-a_b.c' }))
  assert.equal(op.last('/token').headers.get('authorization'), `Basic ${btoa('our-client:GOCSPX-a_b.c')}`)
})

test('C3 a refused client is not tried again in another way', async () => {
  const op = await evilProvider()
  op.answers.set('/token', () => json({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic' }))
  await refused(op.login(), 'provider_credentials_refused')
  assert.equal(op.count('/token'), 1)
})

test('C3 a secret is not sent in a way that the provider does not offer', async () => {
  const op = await evilProvider()
  op.metadata.token_endpoint_auth_methods_supported = ['private_key_jwt']
  await refused(op.login(), 'provider_credentials_refused')
  assert.equal(op.count('/token'), 0)
})

test('a minted secret is asked for at each request', async () => {
  const op = await evilProvider()
  let minted = 0
  const client = op.client({ clientAuthentication: post }, { clientSecret: async () => `minted-${++minted}` })
  await op.login(client)
  await op.login(client)
  assert.equal(op.last('/token').form.get('client_secret'), 'minted-2')
})

test('a secret that cannot be minted is told apart from a broken answer', async () => {
  const op = await evilProvider()
  const clientSecret = (): Promise<string> => Promise.reject(new Error('the key store is down'))
  await refused(op.login(op.client({}, { clientSecret })), 'provider_credentials_refused')
  assert.equal(op.count('/token'), 0)
})

test('a method that needs a secret, without one, is a start-up error', async () => {
  const op = await evilProvider()
  const isMissing = (error: unknown): boolean =>
    error instanceof LatchkeyError && error.code === 'config_provider_credentials_missing'
  assert.throws(() => op.client({ clientAuthentication: basic }, { clientSecret: null }), isMissing)
  assert.throws(() => op.client({}, { clientId: '' }), isMissing)
})

test('private_key_jwt: a key signs a statement for this issuer, and no secret is sent', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const op = await evilProvider()
  op.metadata.token_endpoint_auth_methods_supported = ['private_key_jwt']
  const credentials = { clientSecret: null, clientKey: { key: privateKey as CryptoKey, kid: 'k1' } }
  await op.login(op.client({}, credentials))
  const { headers, form } = op.last('/token')
  assert.deepEqual([headers.has('authorization'), form.has('client_secret')], [false, false])
  assert.equal(form.get('client_assertion_type'), 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion') ?? '', publicKey, {
    issuer: 'our-client',
    subject: 'our-client',
    audience: issuer,
    currentDate: new Date(op.clock),
    clockTolerance: 2,
    requiredClaims: ['jti', 'exp'],
  })
  assert.equal(protectedHeader.kid, 'k1')
  assert.ok(Number(payload.exp) <= op.seconds + 300)
})

test('private_key_jwt: the key may be a JWK, as providers and key stores write them', async () => {
  for (const alg of ['ES256', 'PS256', 'RS256', 'EdDSA']) {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const op = await evilProvider()
    const clientKey = { ...(await exportJWK(privateKey)), kty: 'x', alg, kid: 'k2' }
    const { kty } = await exportJWK(publicKey)
    await op.login(op.client({}, { clientSecret: null, clientKey: { ...clientKey, kty: kty ?? '' } }))
    const assertion = op.last('/token').form.get('client_assertion') ?? ''
    const { protectedHeader } = await jwtVerify(assertion, publicKey, {
      currentDate: new Date(op.clock),
      clockTolerance: 2,
    })
    assert.deepEqual([protectedHeader.alg, protectedHeader.kid], [alg === 'EdDSA' ? 'Ed25519' : alg, 'k2'])
  }
})

test('private_key_jwt: a key that is none is told apart, and nothing is sent', async () => {
  const op = await evilProvider()
  const clientKey = { kty: 'EC', crv: 'P-256', alg: 'ES256', x: 'AA', y: 'AA', d: 'AA' }
  await refused(op.login(op.client({}, { clientSecret: null, clientKey })), 'provider_credentials_refused')
  assert.equal(op.count('/token'), 0)
})

test('client_secret_jwt: as registered, also beside others that are announced', async () => {
  const op = await evilProvider()
  await op.login(op.client({ clientAuthentication: 'client_secret_jwt' }))
  assert.equal(op.last('/token').form.has('client_secret'), false)
  assert.ok(op.last('/token').form.has('client_assertion'))
})

test('client_secret_jwt: where it is all that is announced the secret signs, and is not sent', async () => {
  const op = await evilProvider()
  op.metadata.token_endpoint_auth_methods_supported = ['client_secret_jwt']
  await op.login()
  const { headers, form } = op.last('/token')
  assert.deepEqual([headers.has('authorization'), form.has('client_secret')], [false, false])
  const secret = new TextEncoder().encode('our-secret')
  await jwtVerify(form.get('client_assertion') ?? '', secret, {
    audience: issuer,
    currentDate: new Date(op.clock),
    clockTolerance: 2,
  })
})
