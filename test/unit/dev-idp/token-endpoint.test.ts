// The token and revocation endpoints: each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Changes, errorOf, type Tokens, withIdp } from './dev-client.ts'

test('a code is redeemed with Basic or with the secret in the body', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const response = await acme.redeem(await acme.code())
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const inHeader = { client_id: null, client_secret: null }
    assert.equal((await acme.redeem(await acme.code(), inHeader, acme.basic())).status, 200)
    assert.equal((await acme.redeem(await acme.code(), { client_secret: null }, acme.basic())).status, 200)
  })
})

test('a client that is not authenticated is refused, and so is one that is twice', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const code = await acme.code()
    const wrong: readonly (readonly [Changes, Record<string, string>])[] = [
      [{ client_secret: null }, {}],
      [{ client_secret: 'wrong' }, {}],
      [{ client_id: 'somebody' }, {}],
      [{ client_id: null, client_secret: null }, {}],
      [{ client_id: null, client_secret: null }, acme.basic(acme.clientId, 'wrong')],
      [{ client_id: 'somebody', client_secret: null }, acme.basic()],
      [{ client_id: null, client_secret: null }, { authorization: 'Basic !!!' }],
    ]
    for (const [changes, headers] of wrong) {
      const response = await acme.redeem(code, changes, headers)
      assert.equal(response.status, 401, JSON.stringify(changes))
      assert.equal(response.headers.has('www-authenticate'), 'authorization' in headers)
      assert.equal(await errorOf(response), 'invalid_client')
    }
    assert.equal(await errorOf(await acme.redeem(code, {}, acme.basic())), 'invalid_request')
    assert.equal((await acme.redeem(code)).status, 200)
  })
})

test('a code is bound to its redirect URI and its challenge', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    idp.allowRedirect('acme', 'http://localhost:3000/other')
    const wrong: readonly (readonly [Changes, string])[] = [
      [{ redirect_uri: 'http://localhost:3000/other' }, 'invalid_grant'],
      [{ redirect_uri: null }, 'invalid_request'],
      [{ code_verifier: 'w'.repeat(64) }, 'invalid_grant'],
      [{ code_verifier: 'short' }, 'invalid_grant'],
      [{ code_verifier: null }, 'invalid_request'],
      [{ code: 'unknown' }, 'invalid_grant'],
      [{ grant_type: 'password' }, 'unsupported_grant_type'],
      [{ grant_type: null }, 'invalid_request'],
    ]
    for (const [changes, error] of wrong) {
      assert.equal(
        await errorOf(await acme.redeem(await acme.code(), changes)),
        error,
        JSON.stringify(changes),
      )
    }
    assert.equal((await acme.redeem(await acme.code())).status, 200)
  })
})

test('a code of one provider is nothing at another', async () => {
  await withIdp(async (client) => {
    const google = await client('google')
    assert.equal(await errorOf(await google.redeem(await (await client('acme')).code())), 'invalid_grant')
  })
})

test('a code lives for 60 seconds', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client) => {
      const acme = await client('acme')
      const [first, second] = [await acme.code(), await acme.code()]
      time += 59_000
      assert.equal((await acme.redeem(first)).status, 200)
      time += 1_000
      assert.equal(await errorOf(await acme.redeem(second)), 'invalid_grant')
    },
    { now: () => time },
  )
})

test('using a code twice ends the tokens of the first use', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const code = await acme.code({ scope: 'openid offline_access' })
    const tokens = (await (await acme.redeem(code)).json()) as Tokens
    assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 200)
    assert.equal(await errorOf(await acme.redeem(code)), 'invalid_grant')
    assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 401)
    assert.equal(await errorOf(await acme.refresh(tokens.refresh_token)), 'invalid_grant')
  })
})

test('refresh tokens come where offline access was asked for', async () => {
  await withIdp(async (client) => {
    assert.equal('refresh_token' in (await (await client('acme')).tokens()), false)
    assert.equal(
      'refresh_token' in (await (await client('acme')).tokens({ scope: 'openid offline_access' })),
      true,
    )
    assert.equal('refresh_token' in (await (await client('google')).tokens({ access_type: 'offline' })), true)
  })
})

test('refresh tokens rotate, and one that comes back ends the grant', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const first = await acme.tokens({ scope: 'openid email offline_access' })
    const second = (await (await acme.refresh(first.refresh_token)).json()) as Tokens
    assert.notEqual(second.refresh_token, first.refresh_token)
    const third = (await (await acme.refresh(second.refresh_token)).json()) as Tokens
    assert.equal((await acme.get(acme.endpoints.userinfo, third.access_token)).status, 200)
    assert.equal(await errorOf(await acme.refresh(second.refresh_token)), 'invalid_grant')
    assert.equal(await errorOf(await acme.refresh(third.refresh_token)), 'invalid_grant')
    assert.equal((await acme.get(acme.endpoints.userinfo, third.access_token)).status, 401)
  })
})

test('a refresh may narrow the scope, and never widen it', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const first = await acme.tokens({ scope: 'openid email offline_access' })
    const narrow = (await (await acme.refresh(first.refresh_token, { scope: 'openid' })).json()) as Tokens
    const profile = await (await acme.get(acme.endpoints.userinfo, narrow.access_token)).json()
    assert.equal('email' in (profile as object), false)
    assert.equal(
      await errorOf(await acme.refresh(narrow.refresh_token, { scope: 'openid profile' })),
      'invalid_scope',
    )
  })
})

test('access tokens end after their hour', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client) => {
      const acme = await client('acme')
      const { access_token } = await acme.tokens()
      time += 3_599_000
      assert.equal((await acme.get(acme.endpoints.userinfo, access_token)).status, 200)
      time += 1_000
      assert.equal((await acme.get(acme.endpoints.userinfo, access_token)).status, 401)
    },
    { now: () => time },
  )
})

test('revoking ends an access token alone, or all with the refresh token', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const tokens = await acme.tokens({ scope: 'openid offline_access' })
    const revoke = (token: string, secret = acme.clientSecret) =>
      fetch(acme.endpoints.revocation, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: acme.clientId, client_secret: secret }),
      })
    assert.equal((await revoke(tokens.access_token, 'wrong')).status, 401)
    assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 200)
    assert.equal((await revoke(tokens.access_token)).status, 200)
    assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 401)
    const renewed = (await (await acme.refresh(tokens.refresh_token)).json()) as Tokens
    assert.equal((await revoke(renewed.refresh_token)).status, 200)
    assert.equal(await errorOf(await acme.refresh(renewed.refresh_token)), 'invalid_grant')
    assert.equal((await acme.get(acme.endpoints.userinfo, renewed.access_token)).status, 401)
    assert.equal((await revoke('no such token')).status, 200)
  })
})

test('errors are worded as the provider words them', async () => {
  await withIdp(async (client) => {
    const github = await (await client('github')).redeem('unknown')
    assert.equal(github.status, 200)
    assert.equal(await errorOf(github), 'bad_verification_code')
    const facebook = await (await client('facebook')).redeem('unknown')
    assert.equal(facebook.status, 400)
    assert.equal(((await errorOf(facebook)) as { type: string }).type, 'OAuthException')
  })
})
