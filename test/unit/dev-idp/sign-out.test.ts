// Signing out at the provider: requested by the application (RP-initiated), and announced to it (back-channel).
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose'
import { answerOf, type Changes, type DevClient, formsOf, withIdp } from './dev-client.ts'

const after = 'http://localhost:3000/auth/signed-out'

test('with the hint of this session a logout goes straight to the registered address', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.allowPostLogoutRedirect('acme', after)
    const { id_token } = await acme.tokens()
    const response = await endSession(acme, {
      id_token_hint: id_token,
      post_logout_redirect_uri: after,
      state: 's&1',
    })
    assert.equal(response.status, 303)
    assert.equal(response.headers.get('location'), `${after}?state=s%261`)
    assert.equal(acme.cookie, null)
    assert.equal((await acme.authorize({ prompt: 'none' })).get('error'), 'login_required')
  })
})

test('an expired hint is as good', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client, idp) => {
      const acme = await client('acme')
      idp.allowPostLogoutRedirect('acme', after)
      const { id_token } = await acme.tokens()
      time += 7_200_000
      const response = await endSession(acme, { id_token_hint: id_token, post_logout_redirect_uri: after })
      assert.equal(response.headers.get('location'), after)
    },
    { now: () => time },
  )
})

test('without a hint, or with somebody else’s, the person is asked', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.allowPostLogoutRedirect('acme', after)
    const hint = (await (await client('acme')).tokens({}, 'mira')).id_token
    for (const changes of [{ client_id: acme.clientId }, { id_token_hint: hint }]) {
      await acme.tokens()
      const asked = await endSession(acme, { ...changes, post_logout_redirect_uri: after, state: 'x' })
      const page = await acme.browse(asked.headers.get('location') ?? '')
      assert.ok((await acme.authorize({ prompt: 'none' })).has('code'))
      const [form] = await formsOf(page)
      const response = await acme.browse(form?.action ?? '', {})
      assert.equal(response.headers.get('location'), `${after}?state=x`)
      assert.equal((await acme.authorize({ prompt: 'none' })).get('error'), 'login_required')
      assert.equal((await acme.browse(form?.action ?? '', {})).status, 410)
    }
  })
})

test('only registered addresses of a known client are returned to', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.allowPostLogoutRedirect('acme', after)
    const { id_token } = await acme.tokens()
    const foreign = (await (await client('google')).tokens()).id_token
    const wrong: Changes[] = [
      { id_token_hint: id_token, post_logout_redirect_uri: `${after}/` },
      { id_token_hint: id_token, post_logout_redirect_uri: 'https://evil.example/' },
      { post_logout_redirect_uri: after },
      { id_token_hint: foreign, post_logout_redirect_uri: after },
      { id_token_hint: `${id_token}x`, post_logout_redirect_uri: after },
      { id_token_hint: id_token, client_id: 'somebody', post_logout_redirect_uri: after },
    ]
    for (const changes of wrong) {
      const response = await endSession(acme, changes)
      assert.equal(response.status, 400, JSON.stringify(changes))
      assert.equal(response.headers.get('location'), null)
    }
    const right = await endSession(acme, { id_token_hint: id_token, post_logout_redirect_uri: after })
    assert.equal(right.headers.get('location'), after)
  })
})

test('a logout by POST, and one without an address, end the session too', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const { id_token } = await acme.tokens()
    const response = await acme.browse(acme.endpoints.endSession, { id_token_hint: id_token })
    assert.equal(response.status, 200)
    assert.match(await response.text(), /You are signed out of Acme/)
    assert.equal(
      answerOf(await acme.browse(acme.authorizeUrl({ prompt: 'none' }))).get('error'),
      'login_required',
    )
  })
})

test('the application is told of a logout by a signed logout token', async () => {
  await withIdp(async (client, idp) => {
    const receiver = await receiveLogoutTokens()
    try {
      const acme = await client('acme')
      idp.setBackchannelLogout('acme', receiver.uri)
      const { id_token } = await acme.tokens()
      const { sid, sub } = decodeJwt(id_token)
      await endSession(acme, { id_token_hint: id_token })
      await acme.tokens()
      const account = await formsOf(await acme.browse('/acme/local/account'))
      const everywhere = account.find(({ action }) => action.includes('everywhere'))
      await acme.browse(everywhere?.action ?? '', {})
      assert.equal((await acme.authorize({ prompt: 'none' })).get('error'), 'login_required')
      await idp.signOutEverywhere('acme', 'alex')

      const tokens = await Promise.all(receiver.tokens.map((token) => verifyLogoutToken(acme, token)))
      assert.deepEqual(
        tokens.map((claims) => [claims.sub, claims.sid]),
        [
          [sub, sid],
          [sub, undefined],
          [sub, undefined],
        ],
      )
      assert.equal(new Set(tokens.map(({ jti }) => jti)).size, 3)
    } finally {
      await receiver.close()
    }
  })
})

test('an application that does not answer does not hold up a logout', async () => {
  const lines: string[] = []
  await withIdp(
    async (client, idp) => {
      const acme = await client('acme')
      idp.setBackchannelLogout('acme', 'http://127.0.0.1:9/nobody')
      const { id_token } = await acme.tokens()
      assert.equal((await endSession(acme, { id_token_hint: id_token })).status, 200)
      assert.equal(lines.length, 1)
    },
    { log: (line) => lines.push(line) },
  )
})

function endSession(client: DevClient, changes: Changes): Promise<Response> {
  const url = new URL(client.endpoints.endSession)
  for (const [name, value] of Object.entries(changes)) if (value !== null) url.searchParams.set(name, value)
  return client.browse(url.href)
}

async function verifyLogoutToken(client: DevClient, token: string) {
  const jwks = (await (await fetch(`${client.issuer}/local/jwks`)).json()) as JSONWebKeySet
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
    issuer: client.issuer,
    audience: client.clientId,
    typ: 'logout+jwt',
  })
  assert.deepEqual(payload.events, { 'http://schemas.openid.net/event/backchannel-logout': {} })
  assert.equal('nonce' in payload, false)
  return payload
}

async function receiveLogoutTokens() {
  const tokens: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    tokens.push(new URLSearchParams(Buffer.concat(chunks).toString()).get('logout_token') ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/backchannel`,
    tokens,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(resolve))
    },
  }
}
