// `latchkey gateway` on the command line: one error at start names every wrong variable.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway } from '../../../src/cli/gateway.ts'

test('everything that stands in the way of a start is said at once, and the exit code is 1', async () => {
  const said: string[] = []
  const code = await gateway({
    environment: {
      NODE_ENV: 'production',
      DATABASE_URL: 'memory:',
      PROVIDERS: 'google',
      UPSTREAM: 'localhost:8000',
      RULES: '{ "rules": [{ "path": "/a", "allow": "everybody" }] }',
      TRUST_PROXY: 'nginx',
      GATEWAY_ACCESS_TOKENS: '1',
    },
    write: () => assert.fail('it must not start'),
    complain: (text) => said.push(text),
  })
  assert.equal(code, 1)
  for (const part of [
    'UPSTREAM is "localhost:8000"',
    'RULES: "allow" of rule 1 is "everybody"',
    'TRUST_PROXY is "nginx"',
    'GATEWAY_ACCESS_TOKENS',
    'GOOGLE_CLIENT_ID',
    'LATCHKEY_SECRET',
    'ORIGIN',
  ]) {
    assert.ok(said.join('\n').includes(part), `${part} in\n${said.join('\n')}`)
  }
})
