// A provider's published metadata, compared with its description.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchMetadataDrift, metadataDrift } from '../../../../src/cli/doctor/metadata-drift.ts'
import { apple } from '../../../../src/providers/apple.ts'
import { github } from '../../../../src/providers/github.ts'
import { gitlab } from '../../../../src/providers/gitlab.ts'
import { microsoft } from '../../../../src/providers/microsoft.ts'

const metadata = {
  issuer: 'https://appleid.apple.com',
  authorization_endpoint: 'https://appleid.apple.com/auth/authorize',
  token_endpoint: 'https://appleid.apple.com/auth/token',
  jwks_uri: 'https://appleid.apple.com/auth/keys',
  token_endpoint_auth_methods_supported: ['client_secret_post'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  scopes_supported: ['openid', 'email', 'name'],
}

test('metadata that fit the description say nothing', () => {
  assert.deepEqual(metadataDrift(apple(), metadata), [])
})

test('each difference is a sentence with what was expected and found', () => {
  const changed = {
    ...metadata,
    issuer: 'https://account.apple.com',
    jwks_uri: undefined,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    scopes_supported: ['openid', 'email'],
    code_challenge_methods_supported: ['plain'],
  }
  const found = metadataDrift(apple(), changed).join('\n')
  for (const part of ['https://account.apple.com', 'jwks_uri', 'client_secret_post', 'scope name', 'S256']) {
    assert.ok(found.includes(part), part)
  }
})

test('claims from userinfo need its endpoint', () => {
  assert.match(
    metadataDrift(gitlab(), { ...metadata, issuer: 'https://gitlab.com' }).join(),
    /userinfo_endpoint/,
  )
})

test('plain OAuth and shared tenants publish nothing to compare', async () => {
  assert.equal(await fetchMetadataDrift(github(), assert.fail), null)
  assert.equal(await fetchMetadataDrift(microsoft(), assert.fail), null)
})

test('an answer that is none is a difference, an outage is not', async () => {
  const answer = (status: number, body: string) => async () => new Response(body, { status })
  assert.deepEqual(await fetchMetadataDrift(apple(), answer(404, '')), ['the metadata address answers 404'])
  assert.deepEqual(await fetchMetadataDrift(apple(), answer(200, '<p>')), [
    'the metadata is not a JSON object',
  ])
  await assert.rejects(fetchMetadataDrift(apple(), async () => Promise.reject(new Error('down'))))
})
