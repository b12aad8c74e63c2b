// An API that trusts two issuers: two instances of the certified `oidc-provider`, and a client library, both from other
// authors. JWTs, opaque tokens with introspection, and tokens that are bound to a key.
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import express from 'express'
import { accessToken, requireBearer, resourceMetadata } from 'latchkey/express'
import { protectedResource } from 'latchkey/resource'
import * as oauth from 'oauth4webapi'
import Provider from 'oidc-provider'

const insecure = { [oauth.allowInsecureRequests]: true }
const clientId = 'a-machine'
const apiClientId = 'the-api'

interface Issuer {
  readonly issuer: string
  readonly secret: string
  readonly server: Server
  /** Gets a token for this resource, bound to the key of `dpop` if given. */
  readonly token: (resource: string, options?: { scope?: string; dpop?: oauth.DPoPHandle }) => Promise<string>
}

let one: Issuer
let two: Issuer
let opaque: Issuer
let api: Server
let address = ''

/** Starts an issuer of tokens in this format, for any requested resource. */
async function startIssuer(format: 'jwt' | 'opaque'): Promise<Issuer> {
  let answer = (_request: IncomingMessage, response: ServerResponse): unknown => response.end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const secret = randomBytes(24).toString('base64url')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const client = {
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  }
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, ...client },
      { client_id: apiClientId, ...client },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['notes:read', 'notes:write'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: { enabled: true, allowedPolicy: () => true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context: unknown, resource: string) => ({
          scope: 'notes:read notes:write',
          audience: resource,
          accessTokenFormat: format,
          accessTokenTTL: 600,
          ...(format === 'jwt' && { jwt: { sign: { alg: 'RS256' } } }),
        }),
      },
    },
  } as never)
  answer = provider.callback()
  const metadata = { issuer, token_endpoint: `${issuer}/token` }
  return {
    issuer,
    secret,
    server,
    async token(resource, { scope = 'notes:read', dpop } = {}) {
      const answered = await oauth.clientCredentialsGrantRequest(
        metadata,
        { client_id: clientId },
        oauth.ClientSecretBasic(secret),
        { resource, scope },
        { ...insecure, ...(dpop && { DPoP: dpop }) },
      )
      const tokens = await oauth.processClientCredentialsResponse(metadata, { client_id: clientId }, answered)
      return tokens.access_token
    },
  }
}

before(async () => {
  ;[one, two, opaque] = await Promise.all([startIssuer('jwt'), startIssuer('jwt'), startIssuer('opaque')])
  const app = express()
  api = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => api.once('listening', resolve))
  address = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  const resource = protectedResource({
    resource: address,
    issuer: [
      one.issuer,
      two.issuer,
      {
        issuer: opaque.issuer,
        introspection: { clientId: apiClientId, clientSecret: opaque.secret, cacheSeconds: 0 },
      },
    ],
  })
  app.use(resourceMetadata(resource))
  app.get('/notes', requireBearer({ resource, scopes: 'notes:read' }), (req, res) => {
    const { issuer, clientId: client, keyThumbprint } = accessToken(req)
    res.json({ issuer, client, isBound: keyThumbprint !== null })
  })
})
after(async () => {
  for (const server of [api, one.server, two.server, opaque.server]) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Calls the API through the client library, which reads the challenges. */
async function call(token: string, dpop?: oauth.DPoPHandle) {
  const options = { ...insecure, ...(dpop && { DPoP: dpop }) }
  try {
    const url = new URL(`${address}/notes`)
    const response = await oauth.protectedResourceRequest(token, 'GET', url, undefined, undefined, options)
    return { status: response.status, body: await response.json() }
  } catch (error) {
    if (!(error instanceof oauth.WWWAuthenticateChallengeError)) throw error
    return { status: error.status, challenges: error.cause }
  }
}

test('the client library finds the issuers by the challenge alone', async () => {
  const { challenges } = await call('made-up')
  const [first] = challenges ?? []
  assert.equal(first?.scheme, 'bearer')
  assert.equal(first?.parameters.error, 'invalid_token')
  const found = await oauth.resourceDiscoveryRequest(new URL(address), insecure)
  const { authorization_servers } = await oauth.processResourceDiscoveryResponse(new URL(address), found)
  assert.deepEqual(authorization_servers, [one.issuer, two.issuer, opaque.issuer])
})

test('tokens of both issuers are accepted, each as its own', async () => {
  for (const { issuer, token } of [one, two]) {
    const { status, body } = await call(await token(address))
    assert.deepEqual([status, body], [200, { issuer, client: clientId, isBound: false }])
  }
})

test('a token for another resource, with too few scopes, or of an issuer that is not configured is refused', async () => {
  const elsewhere = await call(await one.token('https://other.example'))
  assert.deepEqual([elsewhere.status, elsewhere.challenges?.[0]?.parameters.error], [401, 'invalid_token'])
  const poor = await call(await one.token(address, { scope: 'notes:write' }))
  assert.deepEqual([poor.status, poor.challenges?.[0]?.parameters.scope], [403, 'notes:read'])
  const stranger = await startIssuer('jwt')
  try {
    assert.equal((await call(await stranger.token(address))).status, 401)
  } finally {
    stranger.server.closeAllConnections()
    stranger.server.close()
  }
})

test('an opaque token is asked about at its issuer, and ends when it is revoked there', async () => {
  const token = await opaque.token(address)
  assert.ok(!token.includes('.'))
  const { status, body } = await call(token)
  assert.deepEqual([status, body], [200, { issuer: opaque.issuer, client: clientId, isBound: false }])
  assert.equal((await call(await opaque.token('https://other.example'))).status, 401)
  const metadata = { issuer: opaque.issuer, revocation_endpoint: `${opaque.issuer}/token/revocation` }
  const client = { client_id: clientId }
  const revoked = await oauth.revocationRequest(
    metadata,
    client,
    oauth.ClientSecretBasic(opaque.secret),
    token,
    insecure,
  )
  await oauth.processRevocationResponse(revoked)
  assert.equal((await call(token)).status, 401)
})

for (const [what, issuerOf] of [
  ['a JWT', () => one],
  ['an opaque token', () => opaque],
] as const) {
  test(`${what} that is bound to a key needs its proofs, and is no bearer token`, async () => {
    const client: oauth.Client = { client_id: clientId }
    const dpop = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
    const token = await issuerOf().token(address, { dpop })
    const { status, body } = await call(token, dpop)
    assert.deepEqual([status, body], [200, { issuer: issuerOf().issuer, client: clientId, isBound: true }])
    assert.equal((await call(token)).status, 401)
    const thief = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
    const refused = await call(token, thief)
    assert.deepEqual([refused.status, refused.challenges?.[0]?.parameters.error], [401, 'invalid_dpop_proof'])
  })
}
