import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, page, redirect } from '../../../src/web/responses.ts'

const answers: readonly (readonly [string, Response])[] = [
  ['redirect', redirect('/profile', ['a=1', 'b=2'])],
  ['page', page('<p>Hello', { setCookies: ['a=1', 'b=2'] })],
  ['json', json({ a: 1 }, { setCookies: ['a=1', 'b=2'] })],
]

for (const [name, response] of answers) {
  test(`G9 ${name}: no cache may keep it, and each cookie has its own header`, () => {
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.equal(response.headers.get('vary'), 'Cookie')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2'])
  })
}

test('A7 a redirect is 303, so that a form is never sent on', async () => {
  const response = redirect('https://idp.example/authorize?a=b')
  assert.equal(response.status, 303)
  assert.equal(response.headers.get('location'), 'https://idp.example/authorize?a=b')
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer')
  assert.equal(response.headers.get('content-length'), '0')
  assert.equal(await response.text(), '')
})

test('A7 a page runs no script, loads nothing foreign and cannot be framed', async () => {
  const response = page('<p>Hello', { status: 403, headers: { 'retry-after': '5' } })
  assert.equal(response.status, 403)
  assert.equal(response.headers.get('retry-after'), '5')
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.equal(response.headers.get('x-frame-options'), 'DENY')
  const policy = response.headers.get('content-security-policy') ?? ''
  for (const rule of [
    "default-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "style-src 'self'",
  ]) {
    assert.ok(policy.includes(rule), rule)
  }
  assert.ok(!policy.includes('script-src'))
  assert.ok(!policy.includes('unsafe'))
  assert.equal(await response.text(), '<p>Hello')
})

test('a page keeps the Origin of its own forms', () => {
  assert.equal(page('').headers.get('referrer-policy'), 'same-origin')
})

test('forms may end at any https provider, and at loopback only where that is allowed', () => {
  const formAction = (response: Response) =>
    /form-action ([^;]*)/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
  assert.equal(formAction(page('')), "'self' https:")
  assert.equal(
    formAction(page('', { allowLoopbackForms: true })),
    "'self' https: http://localhost:* http://127.0.0.1:*",
  )
})

test('JSON says what it is', async () => {
  const response = json(null, { status: 401 })
  assert.equal(response.status, 401)
  assert.equal(response.headers.get('content-type'), 'application/json')
  assert.equal(await response.json(), null)
})
