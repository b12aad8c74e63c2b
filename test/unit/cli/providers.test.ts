// `latchkey providers`: the catalogue, as JSON and as text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providers } from '../../../src/cli/providers.ts'
import { catalogueKinds } from '../../../src/providers/definition/catalogue.ts'

async function run(...args: readonly string[]): Promise<{ code: number; out: string; errors: string }> {
  const lines: string[] = []
  const errors: string[] = []
  const code = await providers(args, {
    write: (text) => lines.push(text),
    complain: (text) => errors.push(text),
    origin: null,
  })
  return { code, out: lines.join('\n'), errors: errors.join('\n') }
}

test('--json is one object for each entry, with the fields that programs rely on', async () => {
  const { code, out } = await run('--json')
  assert.equal(code, 0)
  const entries: readonly Record<string, unknown>[] = JSON.parse(out)
  assert.ok(entries.length >= 130, String(entries.length))
  assert.deepEqual(
    entries.map(({ id }) => id),
    catalogueKinds,
  )
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry), [
      ...[
        'id',
        'name',
        'protocol',
        'issuer',
        'authorization',
        'token',
        'scopes',
        'options',
        'console',
        'docs',
      ],
      ...['lastVerified', 'unverified', 'pkce'],
    ])
    assert.match(String(entry.lastVerified), /^\d{4}-\d\d-\d\d$/)
    assert.equal(typeof entry.unverified, 'boolean')
  }
})

test('what an address needs stands in it by name', async () => {
  const [keycloak] = JSON.parse((await run('--json', 'keycloak')).out)
  assert.equal(keycloak.issuer, '{baseUrl}/realms/{realm}')
  assert.deepEqual([keycloak.authorization, keycloak.token], [null, null])
  assert.deepEqual(
    keycloak.options.map(({ variable, required }: { variable: string; required: boolean }) => [
      variable,
      required,
    ]),
    [
      ['KEYCLOAK_BASE_URL', true],
      ['KEYCLOAK_REALM', true],
    ],
  )
  const [github] = JSON.parse((await run('--json', 'github')).out)
  assert.equal(github.token, 'https://github.com/login/oauth/access_token')
})

test('one entry says what to register and which variables to set', async () => {
  const { out } = await run('apple')
  for (const part of [
    '/auth/callback/apple',
    'APPLE_CLIENT_ID',
    'APPLE_TEAM_ID',
    'tunnel',
    'latchkey/providers/apple',
  ]) {
    assert.ok(out.includes(part), part)
  }
})

test('an entry that does not exist is refused, with what to do instead', async () => {
  for (const args of [['myspace'], ['--json', '__proto__']]) {
    const { code, out, errors } = await run(...args)
    assert.deepEqual([code, out], [1, ''])
    assert.match(errors, /latchkey providers.*OIDC_PROVIDERS/)
  }
})

test('the redirect URI of a public ORIGIN is that of production, one of this machine that of development', async () => {
  for (const [origin, expected] of [
    [
      'https://shop.example',
      /development {2}http:\/\/localhost:3000\/.*\n +production {3}https:\/\/shop\.example\/auth\/callback\/google/,
    ],
    [
      'http://localhost:4000',
      /development {2}http:\/\/localhost:4000\/.*\n +production {3}https:\/\/YOUR-DOMAIN\//,
    ],
  ] as const) {
    const lines: string[] = []
    await providers(['google'], { write: (text) => lines.push(text), complain: assert.fail, origin })
    assert.match(lines.join('\n'), expected)
  }
})

test('an entry that does not exist is an error, with the one that may be meant', async () => {
  assert.match((await run('gogle')).errors, /no provider "gogle".*Did you mean google\?/)
  assert.match((await run('--json', 'gogle')).errors, /Did you mean google\?/)
  assert.doesNotMatch((await run('xq')).errors, /Did you mean/)
})
