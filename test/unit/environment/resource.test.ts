import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LatchkeyError } from 'latchkey'
import { resourceFromEnvironment } from 'latchkey/environment'
import { protectedResource } from 'latchkey/resource'
import { resourceVariables } from '../../../src/environment/resource.ts'

const least = { API_RESOURCE: 'https://api.example.com', API_ISSUERS: 'https://login.example.com' }

test('an API is described by variables alone', async () => {
  const api = protectedResource(
    resourceFromEnvironment({
      ...least,
      API_ISSUERS: 'https://login.example.com,https://partner.example',
      API_SCOPES: 'notes:read notes:write',
      API_NAME: 'Notes',
      API_DOCUMENTATION: 'https://docs.example.com',
      API_DPOP_REQUIRED: '1',
      API_DPOP_NONCE_SECRET: 'thirty-two bytes or more of a secret',
      API_TOKEN_ALGS: 'ES256',
      CLOCK_TOLERANCE: '10',
    }),
  )
  const document = (await api.metadata().json()) as Record<string, unknown>
  assert.deepEqual(document.authorization_servers, ['https://login.example.com', 'https://partner.example'])
  assert.deepEqual(document.scopes_supported, ['notes:read', 'notes:write'])
  assert.equal(document.resource_name, 'Notes')
  assert.equal(document.dpop_bound_access_tokens_required, true)
})

test('one issuer may be asked about opaque tokens', () => {
  const { issuer } = resourceFromEnvironment({
    ...least,
    API_INTROSPECTION_CLIENT_ID: 'api',
    API_INTROSPECTION_CLIENT_SECRET: 'secret',
    API_INTROSPECTION_CACHE_SECONDS: '0',
    API_INTROSPECTION_ALWAYS: '1',
  })
  const [first] = issuer as readonly { introspection: object }[]
  assert.deepEqual(first?.introspection, {
    clientId: 'api',
    clientSecret: 'secret',
    cacheSeconds: 0,
    always: true,
  })
})

test('what cannot be used is named with its variable, and no secret is repeated', () => {
  for (const [environment, about] of [
    [{ API_RESOURCE: least.API_RESOURCE }, /API_ISSUERS/],
    [{ ...least, API_DPOP_REQUIRED: 'yes' }, /API_DPOP_REQUIRED is "yes"/],
    [{ ...least, CLOCK_TOLERANCE: '-1' }, /CLOCK_TOLERANCE/],
    [{ ...least, API_INTROSPECTION_CLIENT_ID: 'api' }, /API_INTROSPECTION_CLIENT_SECRET/],
    [{ ...least, API_INTROSPECTION_CLIENT_SECRET: 's3cret' }, /API_INTROSPECTION_CLIENT_ID/],
    [{ ...least, API_INTROSPECTION_CACHE_SECONDS: '5' }, /API_INTROSPECTION_CLIENT_ID/],
    [{ ...least, API_INTROSPECTION_ALWAYS: '1' }, /API_INTROSPECTION_CLIENT_ID/],
    [
      {
        ...least,
        API_ISSUERS: 'https://a.example https://b.example',
        API_INTROSPECTION_CLIENT_ID: 'api',
        API_INTROSPECTION_CLIENT_SECRET: 's3cret',
      },
      /single issuer/,
    ],
  ] as const) {
    assert.throws(
      () => resourceFromEnvironment(environment),
      (error) => {
        assert.ok(error instanceof LatchkeyError)
        assert.match(error.message, about)
        assert.doesNotMatch(error.message, /s3cret/)
        return true
      },
    )
  }
})

test('docs/environment.md lists each variable', () => {
  const page = readFileSync(new URL('../../../docs/environment.md', import.meta.url), 'utf8')
  assert.deepEqual(
    resourceVariables.filter((name) => !page.includes(`\`${name}\``)),
    [],
  )
})
