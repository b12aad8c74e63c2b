import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../src/errors.ts'
import { readForm } from '../../../src/web/body.ts'

const formType = 'application/x-www-form-urlencoded'

function post(body: BodyInit | null, type: string | null = formType): Request {
  // Node requires `duplex` for a stream; the platform's types do not have it yet.
  const init = { method: 'POST', body, duplex: 'half' } satisfies RequestInit & { duplex: string }
  const request = new Request('https://app.example/', init)
  if (type === null) request.headers.delete('content-type')
  else request.headers.set('content-type', type)
  return request
}

const withCode = (code: string) => (error: unknown) => error instanceof LatchkeyError && error.code === code

test('a form is read, whatever the case and parameters of its type', async () => {
  for (const type of [
    formType,
    `${formType};charset=UTF-8`,
    'Application/X-WWW-Form-URLencoded ; charset=utf-8',
  ]) {
    assert.equal((await readForm(post('a=%C3%A9&b=+', type), 100)).get('a'), 'é')
  }
  assert.deepEqual((await readForm(post('a=1&a=2'), 100)).getAll('a'), ['1', '2'])
})

test('an empty body without a type is an empty form', async () => {
  assert.equal((await readForm(post(null, null), 100)).size, 0)
  assert.equal((await readForm(post('', null), 100)).size, 0)
  assert.equal((await readForm(post(''), 100)).size, 0)
})

test('K1 another type is refused, also without a type', async () => {
  for (const type of [
    'text/plain',
    'application/json',
    'multipart/form-data; boundary=x',
    `${formType}x`,
    null,
  ]) {
    await assert.rejects(readForm(post('a=1', type), 100), withCode('request_malformed'), String(type))
  }
})

test('a body of the limit is read, a larger one is refused', async () => {
  assert.equal((await readForm(post(`a=${'x'.repeat(98)}`), 100)).get('a')?.length, 98)
  await assert.rejects(readForm(post(`a=${'x'.repeat(99)}`), 100), withCode('request_too_large'))
})

test('an endless body is given up at the limit', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(1024))
    },
  })
  await assert.rejects(readForm(post(endless), 16_384), withCode('request_too_large'))
  assert.ok(pulled < 30)
})

test('B3 bytes that are not UTF-8 are refused', async () => {
  await assert.rejects(readForm(post(new Uint8Array([0x61, 0x3d, 0xff])), 100), withCode('request_malformed'))
})
