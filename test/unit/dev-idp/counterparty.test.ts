// A certified client library from another author signs in, refreshes and revokes at the local identity provider.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as oauth from 'oauth4webapi'
import { type DevClient, withIdp } from './dev-client.ts'

const insecure = { [oauth.allowInsecureRequests]: true }

test('oauth4webapi finds, signs in, refreshes and revokes', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const issuer = new URL(acme.issuer)
    const found = await oauth.discoveryRequest(issuer, insecure)
    const server = await oauth.processDiscoveryResponse(issuer, found)
    const party: oauth.Client = { client_id: acme.clientId }
    const authentication = oauth.ClientSecretBasic(acme.clientSecret)

    const { callback, verifier, nonce } = await authorize(acme, server)
    const parameters = oauth.validateAuthResponse(server, party, callback, 'the-state')
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      party,
      authentication,
      parameters,
      acme.redirectUri,
      verifier,
      insecure,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, party, response, {
      expectedNonce: nonce,
      maxAge: 60,
      requireIdToken: true,
    })
    await oauth.validateApplicationLevelSignature(server, response, insecure)

    const { sub } = oauth.getValidatedIdTokenClaims(tokens) ?? { sub: '' }
    const userinfo = await oauth.userInfoRequest(server, party, tokens.access_token, insecure)
    const profile = await oauth.processUserInfoResponse(server, party, sub, userinfo)
    assert.equal(profile.email, 'alex@example.com')

    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      party,
      await oauth.refreshTokenGrantRequest(
        server,
        party,
        authentication,
        tokens.refresh_token ?? '',
        insecure,
      ),
    )
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, party, authentication, refreshed.refresh_token ?? '', insecure),
    )
    assert.equal((await oauth.userInfoRequest(server, party, refreshed.access_token, insecure)).status, 401)
  })
})

async function authorize(acme: DevClient, server: oauth.AuthorizationServer) {
  const verifier = oauth.generateRandomCodeVerifier()
  const nonce = oauth.generateRandomNonce()
  assert.equal(server.authorization_endpoint, acme.endpoints.authorization)
  const response = await acme.browse(
    acme.authorizeUrl({
      scope: 'openid email profile offline_access',
      nonce,
      max_age: '60',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    }),
  )
  return { callback: new URL(response.headers.get('location') ?? ''), verifier, nonce }
}
