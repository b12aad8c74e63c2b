// A host that passes requests from outside the base path, as a rewrite does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'

const auth = latchkey({
  origin: 'http://localhost:3000',
  secret: 'x'.repeat(40),
  basePath: '/account',
  providers: [oidc({ id: 'a', issuer: 'https://a.example', clientId: 'c', clientSecret: 's' })],
  log: () => {},
  environment: { NODE_ENV: 'development' },
})
const ask = (path: string) => auth.handle(new Request(`http://localhost:3000${path}`))

test('a request outside of the base path gets an error page that names both paths', async () => {
  assert.equal((await ask('/account/login')).status, 200)
  for (const path of ['/auth/login', '/accounts', '/']) {
    const answer = await ask(path)
    assert.deepEqual([answer.status, answer.headers.get('location')], [404, null], path)
    assert.ok(
      (await answer.text()).includes(
        `Expected a path at or below the base path /account; received ${path}. `,
      ),
      path,
    )
  }
  const inside = await ask('/account/nothing')
  assert.equal(inside.status, 404)
  assert.doesNotMatch(await inside.text(), /Expected a path/)
})
