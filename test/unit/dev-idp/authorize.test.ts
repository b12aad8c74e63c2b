// The authorization endpoint: each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { answerOf, type Changes, type DevClient, formsOf, withIdp } from './dev-client.ts'

test('a right request is answered with code, state and iss', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const response = await acme.browse(acme.authorizeUrl())
    assert.equal(response.status, 303)
    assert.ok(response.headers.get('location')?.startsWith(`${acme.redirectUri}?`))
    const answer = answerOf(response)
    assert.equal(answer.get('state'), 'the-state')
    assert.equal(answer.get('iss'), acme.issuer)
    assert.equal((await acme.redeem(answer.get('code') ?? '')).status, 200)
  })
})

test('who sends iss is the fixture’s to say', async () => {
  await withIdp(async (client, idp) => {
    for (const [id, iss] of [
      ['github', `${idp.origin}/github`],
      ['facebook', null],
    ] as const) {
      const provider = await client(id)
      idp.answerAs(id, 'alex')
      assert.equal((await provider.authorize()).get('iss'), iss)
    }
  })
})

test('a wrong client or redirect URI gets a page and no redirect', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const wrong: Changes[] = [
      { client_id: 'somebody' },
      { client_id: null },
      { redirect_uri: null },
      { redirect_uri: `${acme.redirectUri}/` },
      { redirect_uri: `${acme.redirectUri}?x=1` },
      { redirect_uri: acme.redirectUri.replace('localhost', '127.0.0.1') },
      { redirect_uri: acme.redirectUri.replace('3000', '3001') },
      { redirect_uri: 'https://evil.example/<script>' },
    ]
    for (const changes of wrong) {
      const response = await acme.browse(acme.authorizeUrl(changes))
      assert.equal(response.status, 400, JSON.stringify(changes))
      assert.equal(response.headers.get('location'), null)
      assert.doesNotMatch(await response.text(), /<script/)
    }
    const twice = await acme.browse(`${acme.authorizeUrl()}&redirect_uri=http://localhost:3000/other`)
    assert.equal(twice.status, 400)
    assert.ok((await acme.authorize()).has('code'))
  })
})

test('wrong parameters are refused by name at the redirect URI', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const wrong: readonly (readonly [Changes, string])[] = [
      [{ response_type: null }, 'invalid_request'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ response_type: 'code id_token' }, 'unsupported_response_type'],
      [{ response_mode: 'fragment' }, 'invalid_request'],
      [{ scope: 'email' }, 'invalid_scope'],
      [{ code_challenge: null }, 'invalid_request'],
      [{ code_challenge: 'short' }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge_method: null }, 'invalid_request'],
      [{ prompt: 'none login' }, 'invalid_request'],
      [{ prompt: 'sometimes' }, 'invalid_request'],
      [{ max_age: '-1' }, 'invalid_request'],
      [{ request: 'x' }, 'request_not_supported'],
      [{ request_uri: 'x' }, 'request_uri_not_supported'],
    ]
    for (const [changes, error] of wrong) {
      const answer = await acme.authorize(changes)
      assert.equal(answer.get('error'), error, JSON.stringify(changes))
      assert.equal(answer.get('state'), 'the-state')
      assert.equal(answer.get('iss'), acme.issuer)
      assert.equal(answer.get('code'), null)
    }
    const twice = answerOf(await acme.browse(`${acme.authorizeUrl()}&scope=openid`))
    assert.equal(twice.get('error'), 'invalid_request')
    for (const changes of [{}, { max_age: '60' }, { prompt: 'login consent' }, { response_mode: 'query' }]) {
      assert.ok((await acme.authorize(changes)).has('code'), JSON.stringify(changes))
    }
  })
})

test('a request by POST is as good', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const form = Object.fromEntries(new URL(acme.authorizeUrl()).searchParams)
    assert.ok(answerOf(await acme.browse(acme.endpoints.authorization, form)).has('code'))
  })
})

test('response_mode=form_post answers with a form that a script sends, and its button without one', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.answerAs('acme', 'alex')
    const response = await acme.browse(acme.authorizeUrl({ response_mode: 'form_post' }))
    assert.equal(response.status, 200)
    const policy = response.headers.get('content-security-policy') ?? ''
    const script = 'document.forms[0].submit()'
    assert.ok((await response.clone().text()).includes(`<script>${script}</script>`))
    const hash = createHash('sha256').update(script).digest('base64')
    assert.ok(policy.includes(`script-src 'sha256-${hash}'`), policy)
    // As at a real provider, the application may redirect to any origin.
    assert.doesNotMatch(policy, /form-action/)
    const [form] = await formsOf(response)
    assert.equal(form?.action, acme.redirectUri)
    assert.equal(form?.button, 'Continue')
    assert.equal(form?.fields.state, 'the-state')
    assert.equal((await acme.redeem(form?.fields.code ?? '')).status, 200)
  })
})

test('prompt=none answers only from a session that suffices', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client) => {
      const acme = await client('acme')
      const errorOf = async (changes: Changes) =>
        (await acme.authorize({ prompt: 'none', ...changes })).get('error')
      assert.equal(await errorOf({}), 'login_required')
      const { id_token } = await acme.tokens({ scope: 'openid' })
      assert.equal(await errorOf({ scope: 'openid' }), null)
      assert.equal(await errorOf({ scope: 'openid email' }), 'consent_required')
      assert.equal(await errorOf({ scope: 'openid', max_age: '0' }), 'login_required')
      assert.equal(await errorOf({ scope: 'openid', id_token_hint: id_token }), null)
      assert.equal(await errorOf({ scope: 'openid', id_token_hint: 'x' }), 'invalid_request')
      const other = await client('acme')
      const hint = (await other.tokens({ scope: 'openid' }, 'mira')).id_token
      assert.equal(await errorOf({ scope: 'openid', id_token_hint: hint }), 'login_required')
      time += 61_000
      assert.equal(await errorOf({ scope: 'openid', max_age: '60' }), 'login_required')
      assert.equal(await errorOf({ scope: 'openid', max_age: '62' }), null)
    },
    { now: () => time },
  )
})

test('max_age and prompt=login move auth_time, and nothing else does', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client) => {
      const acme = await client('acme')
      const authTime = async (changes: Changes) => (await acme.claims(changes)).auth_time
      const start = time / 1000
      assert.equal(await authTime({}), start)
      time += 100_000
      assert.equal(await authTime({}), start)
      assert.equal(await authTime({ max_age: '1000' }), start)
      assert.equal(await authTime({ max_age: '50' }), start + 100)
      time += 100_000
      assert.equal(await authTime({ prompt: 'login' }), start + 200)
      time += 100_000
      assert.equal(await authTime({ max_age: '0' }), start + 300)
    },
    { now: () => time },
  )
})

test('acr_values are granted, and the sid is the session’s', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const plain = await acme.claims()
    assert.equal(plain.acr, '0')
    const stepped = await acme.claims({ acr_values: 'urn:example:two urn:example:one' })
    assert.equal(stepped.acr, 'urn:example:two')
    assert.equal(stepped.sid, plain.sid)
    assert.notEqual((await (await client('acme')).claims()).sid, plain.sid)
    assert.notEqual((await acme.claims({}, 'mira')).sid, plain.sid)
  })
})

test('each provider keeps a session of its own', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    await acme.code()
    assert.match(acme.cookie ?? '', /^latchkey-dev-idp-\d+=/)
    const google: DevClient = await client('google')
    google.cookie = acme.cookie
    assert.equal((await google.authorize({ prompt: 'none' })).get('error'), 'login_required')
    assert.ok((await acme.authorize({ prompt: 'none' })).has('code'))
  })
})

test('the ID token carries what was asked, and claims by scope', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const claims = await acme.claims({ scope: 'openid email', nonce: 'n-1' })
    assert.equal(claims.nonce, 'n-1')
    assert.equal(claims.aud, acme.clientId)
    assert.equal(claims.email, 'alex@example.com')
    assert.equal(claims.name, undefined)
    const { id_token } = await acme.tokens({ nonce: null })
    assert.equal('nonce' in decodeJwt(id_token), false)
    assert.equal(decodeJwt(id_token).name, 'Alex Lindqvist')
  })
})
