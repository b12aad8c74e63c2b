// A provider at the local identity provider: its place, its client, and every place that a login may name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standIn } from '../../../src/dev-idp/index.ts'
import { defineProvider } from '../../../src/providers/definition/define-provider.ts'
import { readStandardClaims } from '../../../src/providers/definition/standard-claims.ts'

const shop = defineProvider(
  { clientId: 'real', clientSecret: 'real secret', scopes: ['read'] },
  {
    kind: 'shop',
    name: 'Shop',
    protocol: 'oauth2',
    issuer: 'https://shop.example',
    endpoints: {
      authorization: 'https://shop.example/authorize',
      token: 'https://shop.example/token',
      userinfo: 'https://shop.example/me',
    },
    scopes: [],
    toIdentity: readStandardClaims,
    loginPlace: {
      parameter: 'shop',
      read: (value) => (/^[a-z]+$/.test(value) ? { baseUrl: `https://${value}.shop.example` } : null),
    },
  },
)
const place = { baseUrl: 'http://127.0.0.1:3001/shop', issuer: 'http://127.0.0.1:3001/shop' }

test('it has the client of the local identity provider, and all that it declares itself', () => {
  const local = standIn(shop, { place, clientId: 'local', clientSecret: 'local secret' })
  assert.deepEqual([local.clientId, local.clientSecret], ['local', 'local secret'])
  assert.equal(local.endpoints?.token, 'http://127.0.0.1:3001/shop/token')
  assert.deepEqual(local.scopes, ['read'])
})

test('each place that a login names is there; what is no place stays none', () => {
  const local = standIn(shop, { place, clientId: 'local', clientSecret: 'local secret' })
  assert.equal(local.loginPlace?.read('not a shop'), null)
  const named = local.at(local.loginPlace?.read('acme') ?? assert.fail())
  assert.equal(named.endpoints?.token, 'http://127.0.0.1:3001/shop/token')
  assert.deepEqual([named.clientId, named.clientSecret], ['local', 'local secret'])
})
