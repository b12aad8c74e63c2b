// The reference app as authorization server for its own clients, with real counterparties: a client library from another
// author, a program that listens on loopback, and Chromium.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import * as oauth from 'oauth4webapi'
import type { BrowserContext, Page } from 'playwright-core'
import { type Application, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import {
  choosePerson,
  headingOf,
  allow as pressAllow,
  pressProvider,
  signInAs,
} from '../support/chromium-journeys.ts'

const insecure = { [oauth.allowInsecureRequests]: true }
const publicClient = oauth.None()

describe('clients of the reference app', { skip: noChromium }, () => {
  let app: Application
  let chromium: Chromium
  let visitor: BrowserContext
  let server: oauth.AuthorizationServer

  before(async () => {
    app = await startApplication({
      production: false,
      environment: {
        NATIVE_CLIENTS: 'phone:com.example.harbour:/signed-in,cli:http://127.0.0.1/signed-in|device',
        NATIVE_CLIENT_NAMES: 'phone:Harbour for phones,cli:harbour',
        BEARER: '1',
        ACCESS_TOKEN_SECONDS: '600',
      },
    })
    chromium = await startChromium()
    visitor = await chromium.visitor()
    const issuer = new URL(`${app.origin}/auth`)
    const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure })
    server = await oauth.processDiscoveryResponse(issuer, found)
  })
  after(async () => {
    await visitor?.close()
    await chromium?.close()
    await app?.stop()
  })

  async function me(token: string): Promise<{ status: number; email?: string }> {
    const url = new URL(`${app.origin}/api/me`)
    // The library reads the challenge and throws it as an error.
    const answer = await oauth
      .protectedResourceRequest(token, 'GET', url, undefined, undefined, insecure)
      .catch((error: unknown) => error as oauth.WWWAuthenticateChallengeError)
    if (answer instanceof Response && answer.ok) return { status: 200, ...(await answer.json()) }
    return { status: answer.status }
  }

  test('the same metadata stands at both addresses', async () => {
    const other = await fetch(`${app.origin}/auth/.well-known/oauth-authorization-server`)
    assert.deepEqual(await other.json(), server)
    assert.deepEqual(server.code_challenge_methods_supported, ['S256'])
    assert.equal(server.authorization_response_iss_parameter_supported, true)
  })

  test('a command line signs in by loopback, refreshes, and is ended from the account page', async () => {
    const client: oauth.Client = { client_id: 'cli' }
    const verifier = oauth.generateRandomCodeVerifier()
    const state = oauth.generateRandomState()
    const listening = await listen()
    const url = new URL(server.authorization_endpoint ?? '')
    url.search = String(
      new URLSearchParams({
        client_id: 'cli',
        redirect_uri: listening.redirectUri,
        response_type: 'code',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
      }),
    )
    const page = await visitor.newPage()
    await page.goto(url.href)
    await pressProvider(page, 'google')
    await choosePerson(page, 'mira')
    await pressAllow(page)
    assert.equal(await headingOf(page), 'Sign in to harbour?')
    await pressAllow(page)
    const callback = await listening.called
    await page.getByText('You can go back to the terminal').waitFor()
    const parameters = oauth.validateAuthResponse(server, client, callback, state)
    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        publicClient,
        parameters,
        listening.redirectUri,
        verifier,
        insecure,
      ),
    )
    assert.equal(tokens.expires_in, 600)
    assert.match((await me(tokens.access_token)).email ?? '', /@/)
    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(
        server,
        client,
        publicClient,
        tokens.refresh_token ?? '',
        insecure,
      ),
    )
    assert.equal((await me(refreshed.access_token)).status, 200)
    await page.goto(`${app.origin}/auth/account`)
    const row = page.locator('li', { hasText: 'harbour' })
    await row.getByRole('button', { name: /Sign out/ }).click()
    await page.getByText('That device was signed out.').waitFor()
    assert.equal((await me(refreshed.access_token)).status, 401)
    await page.close()
  })

  test('a device signs in by a code that is typed in a browser', async () => {
    const client: oauth.Client = { client_id: 'cli' }
    const begun = await oauth.processDeviceAuthorizationResponse(
      server,
      client,
      await oauth.deviceAuthorizationRequest(server, client, publicClient, {}, insecure),
    )
    const page = await visitor.newPage()
    await signedIn(page)
    await page.goto(begun.verification_uri)
    await page.getByLabel('Code').fill(begun.user_code.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('.user-code', { hasText: begun.user_code }).waitFor()
    await page.getByRole('button', { name: /^Allow/ }).click()
    assert.equal(await headingOf(page), 'Go back to your device')
    const tokens = await oauth.processDeviceCodeResponse(
      server,
      client,
      await oauth.deviceCodeGrantRequest(server, client, publicClient, begun.device_code, insecure),
    )
    assert.equal((await me(tokens.access_token)).status, 200)
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, publicClient, tokens.refresh_token ?? '', insecure),
    )
    assert.equal((await me(tokens.access_token)).status, 401)
    await page.close()
  })

  test('an app with a scheme of its own gets its code from a form that the policy of the page lets go there', async () => {
    const client: oauth.Client = { client_id: 'phone' }
    const redirectUri = 'com.example.harbour:/signed-in'
    const verifier = oauth.generateRandomCodeVerifier()
    const query = new URLSearchParams({
      client_id: 'phone',
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const page = await visitor.newPage()
    await signedIn(page)
    await page.goto(`${server.authorization_endpoint}?${query}`)
    const violations: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text())
    })
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      pressAllow(page),
    ])
    assert.equal(answer.status(), 303)
    const location = (await answer.allHeaders()).location ?? ''
    assert.ok(location.startsWith(`${redirectUri}?code=`), location)
    await page.waitForTimeout(200)
    assert.deepEqual(violations, [])
    const key = await oauth.generateKeyPair('ES256')
    const parameters = oauth.validateAuthResponse(server, client, new URL(location), oauth.expectNoState)
    const dpop = oauth.DPoP(client, key)
    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        publicClient,
        parameters,
        redirectUri,
        verifier,
        {
          ...insecure,
          DPoP: dpop,
        },
      ),
    )
    assert.equal(tokens.token_type, 'dpop')
    const url = new URL(`${app.origin}/api/me`)
    const bound = await oauth.protectedResourceRequest(
      tokens.access_token,
      'GET',
      url,
      undefined,
      undefined,
      {
        ...insecure,
        DPoP: dpop,
      },
    )
    assert.equal(bound.status, 200)
    assert.equal((await me(tokens.access_token)).status, 401, 'without its key it is worth nothing')
    await page.close()
  })

  async function signedIn(page: Page): Promise<void> {
    const response = await visitor.request.get(`${app.origin}/api/me`)
    if (response.status() === 401) await signInAs(page, app, {})
  }
})

/** Acts like a command-line program: listens for one request, at a port that the system chooses. */
async function listen(): Promise<{ readonly redirectUri: string; readonly called: Promise<URL> }> {
  const { promise: called, resolve } = Promise.withResolvers<URL>()
  const server: Server = createServer((request, response) => {
    if (!request.url?.startsWith('/signed-in')) return response.writeHead(204).end()
    response.setHeader('content-type', 'text/plain')
    response.setHeader('connection', 'close')
    response.end('You can go back to the terminal')
    resolve(new URL(request.url, 'http://127.0.0.1'))
    server.close()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  server.unref()
  return { redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed-in`, called }
}
