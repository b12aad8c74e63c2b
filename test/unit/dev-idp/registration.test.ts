// Applications elsewhere on the machine register over HTTP: what they receive, and which are refused.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { startDevIdentityProvider } from '../../../src/dev-idp/index.ts'
import { registerOver } from '../../../src/dev-idp/reach.ts'
import type { RegistrationRequest } from '../../../src/dev-idp/register.ts'
import { github } from '../../../src/providers/github.ts'
import { google } from '../../../src/providers/google.ts'

const wanted: RegistrationRequest = {
  provider: google(),
  redirectUri: 'http://localhost:3000/auth/callback/google',
  postLogoutRedirectUri: 'http://localhost:3000/auth/signed-out',
  backchannelLogoutUri: 'http://localhost:3000/auth/backchannel-logout/google',
}

async function withServer(
  use: (idp: Awaited<ReturnType<typeof startDevIdentityProvider>>) => Promise<void>,
  acceptsRegistrations = true,
): Promise<void> {
  const idp = await startDevIdentityProvider({ port: 0, acceptsRegistrations })
  try {
    await use(idp)
  } finally {
    await idp.close()
  }
}

test('what is registered over HTTP is what a call registers, and the same again stays the same', async () => {
  await withServer(async (idp) => {
    const register = registerOver(idp.origin)
    const one = await register(wanted)
    assert.deepEqual(one, await register(wanted))
    const { clientKey, ...called } = await idp.serve(google())
    assert.equal(clientKey, undefined)
    assert.deepEqual({ ...one, clientKey: undefined }, { ...called, clientKey: undefined })
    assert.equal(one.place.issuer, `${idp.origin}/google`)
    assert.notEqual((await register({ ...wanted, provider: github() })).clientId, one.clientId)
  })
})

test('a client that signs gets its key', async () => {
  await withServer(async (idp) => {
    const provider = { ...google(), clientAuthentication: 'private_key_jwt' as const }
    const { clientKey } = await registerOver(idp.origin)({ ...wanted, provider })
    assert.deepEqual([clientKey?.kty, clientKey?.alg, typeof clientKey?.d], ['EC', 'ES256', 'string'])
  })
})

test('an id that is described anew is served anew', async () => {
  await withServer(async (idp) => {
    const register = registerOver(idp.origin)
    const before = await register(wanted)
    const after = await register({ ...wanted, provider: github({ id: 'google' }) })
    assert.notEqual(after.clientSecret, before.clientSecret)
  })
})

describe('over HTTP', () => {
  const json = { 'content-type': 'application/json' }
  const post = (origin: string, headers: Record<string, string>, body: unknown = wanted): Promise<Response> =>
    fetch(`${origin}/-/clients`, { method: 'POST', headers, body: JSON.stringify(body) })

  test('nobody registers where applications are not expected', async () => {
    await withServer(async ({ origin }) => {
      assert.equal((await post(origin, json)).status, 404)
      await assert.rejects(registerOver(origin)(wanted), { code: 'provider_unavailable' })
    }, false)
  })

  test('a page cannot register: not by a form, and not by a script of any origin', async () => {
    await withServer(async ({ origin }) => {
      for (const headers of [
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
        { ...json, origin: 'https://evil.example' },
        { ...json, origin },
      ]) {
        assert.equal((await post(origin, headers)).status, 403, JSON.stringify(headers))
      }
      const asked = await fetch(`${origin}/-/clients`, { method: 'OPTIONS', headers: { origin } })
      assert.equal(asked.headers.get('access-control-allow-origin'), null)
      assert.equal((await post(origin, json)).status, 200)
    })
  })

  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['an address elsewhere', { ...wanted, redirectUri: 'https://evil.example/cb' }, /loopback/],
    ['a logout token to elsewhere', { ...wanted, backchannelLogoutUri: 'https://evil.example/' }, /loopback/],
    ['an unknown kind', { ...wanted, provider: { ...google(), kind: 'nothing' } }, /does not know/],
    ['no provider', { ...wanted, provider: null }, /no registration/],
    ['scopes that are none', { ...wanted, provider: { ...google(), scopes: 'openid' } }, /no registration/],
    ['no address', { provider: google() }, /no registration/],
    ['a list', [wanted], /no registration/],
    ['far too much', { ...wanted, more: 'x'.repeat(70_000) }, /no registration/],
  ]
  for (const [what, body, words] of wrong) {
    test(`${what} is refused with a sentence`, async () => {
      await withServer(async ({ origin }) => {
        const answer = await post(origin, json, body)
        assert.equal(answer.status, 400)
        assert.match(await answer.text(), words)
      })
    })
  }
})

test('where none answers, or something else does, the error names the variable', async () => {
  let gone = ''
  await withServer(async ({ origin }) => {
    gone = origin
  })
  await assert.rejects(registerOver(gone)(wanted), {
    code: 'provider_unavailable',
    detail: /LATCHKEY_DEV_IDP.*latchkey dev -- COMMAND/,
  })
})
