// What a check reads from a request besides its cookies: the request line that a proof covers, and whether there are two tokens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestLineOf, showsSeveral } from '../../../src/sessions/session-source.ts'

const headers = { host: 'app.example', dpop: 'a-proof' }

test('method and path, as the client sent them', () => {
  const line = { method: 'POST', target: '/shop/x?y=1', host: 'app.example', proof: 'a-proof' }
  assert.deepEqual(requestLineOf({ method: 'POST', url: '/shop/x?y=1', headers } as never), line)
  // A host that mounts Latchkey below a prefix keeps the whole path in `originalUrl`.
  const mounted = { method: 'POST', url: '/x?y=1', originalUrl: '/shop/x?y=1', headers }
  assert.deepEqual(requestLineOf(mounted as never), line)
  const request = new Request('https://app.example/shop/x?y=1', { method: 'POST', headers })
  assert.deepEqual(requestLineOf(request), line)
})

test('headers alone have no line', () => {
  for (const source of [null, undefined, 'a=b', new Headers(headers), { headers }]) {
    assert.equal(requestLineOf(source), null)
  }
})

test('a second token is seen where Node drops it, and in the address', () => {
  const raw = ['Host', 'app.example', 'Authorization', 'Bearer a']
  assert.equal(showsSeveral({ headers, rawHeaders: raw } as never), false)
  assert.equal(showsSeveral({ headers, rawHeaders: [...raw, 'AUTHORIZATION', 'Bearer b'] } as never), true)
  for (const url of ['/x?access_token=a', '/x?y=1&access_token=a', '/x?ACCESS_TOKEN=a']) {
    assert.equal(showsSeveral({ headers, url } as never), true, url)
  }
  for (const url of ['/x', '/access_token=a', '/x?my_access_token=a', '/x?access_tokens=1']) {
    assert.equal(showsSeveral({ headers, url } as never), false, url)
  }
  for (const source of [null, 'a=b', new Headers()]) assert.equal(showsSeveral(source), false)
})
