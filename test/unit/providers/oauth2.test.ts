// An application's own provider, with plain OAuth 2.0.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oauth2 } from '../../../src/providers/oauth2.ts'

const endpoints = {
  authorization: 'https://acme.example/oauth/authorize?v=2',
  token: 'https://acme.example/oauth/token',
  userinfo: 'https://api.acme.example/v2/me',
}
const acme = oauth2({
  id: 'acme',
  endpoints,
  toIdentity: ({ uuid, mail }) => ({ subject: uuid, email: mail }),
})

test('its issuer is the origin of the authorization endpoint unless it is named', () => {
  assert.equal(acme.issuer, 'https://acme.example')
  const { toIdentity } = acme
  assert.equal(
    oauth2({ id: 'acme', issuer: 'https://iss.example', endpoints, toIdentity }).issuer,
    'https://iss.example',
  )
})

test('relative URLs resolve beside the userinfo endpoint', () => {
  assert.equal(acme.apiBaseUrl, 'https://api.acme.example/v2/')
  assert.deepEqual(acme.apiOrigins, ['https://api.acme.example'])
})

test('the mapping finds the fields, and they are checked', () => {
  assert.equal(acme.toIdentity({ uuid: 'u1', mail: 'a@b.example' }).email, 'a@b.example')
  assert.throws(() => acme.toIdentity({ uuid: 7 }), TypeError)
})

test('without a profile nobody can be recognised', () => {
  const { authorization, token } = endpoints
  const { toIdentity } = acme
  const wrong = { id: 'acme', endpoints: { authorization, token }, toIdentity } as const
  assert.throws(() => oauth2(wrong), { code: 'config_provider_invalid' })
  assert.doesNotThrow(() => oauth2({ ...wrong, fetchProfile: async ({ get }) => ({ me: await get('me') }) }))
})

test('what is no address is refused by name', () => {
  const broken = { ...endpoints, authorization: 'acme.example/authorize' }
  const { toIdentity } = acme
  assert.throws(() => oauth2({ id: 'acme', endpoints: broken, toIdentity }), {
    code: 'config_provider_invalid',
  })
})

test('at another place, endpoints keep their paths', () => {
  const moved = acme.at({ baseUrl: 'http://127.0.0.1:4000/x/' })
  assert.deepEqual(moved.endpoints, {
    authorization: 'http://127.0.0.1:4000/x/oauth/authorize?v=2',
    token: 'http://127.0.0.1:4000/x/oauth/token',
    userinfo: 'http://127.0.0.1:4000/x/v2/me',
  })
  assert.equal(moved.issuer, 'http://127.0.0.1:4000')
  assert.deepEqual(moved.at({ baseUrl: 'http://127.0.0.1:4000/x' }).endpoints, moved.endpoints)
})
