import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clientAddress } from '../../../src/web/client-address.ts'

test('M2 without trusted proxies X-Forwarded-For is not believed', () => {
  assert.equal(clientAddress('192.0.2.1', '198.51.100.7', 0), '192.0.2.1')
  assert.equal(clientAddress('192.0.2.1', null, 0), '192.0.2.1')
})

test('M2 with n trusted proxies it is the n-th from the right', () => {
  const forwardedFor = '203.0.113.66, 198.51.100.7 ,198.51.100.8'
  assert.equal(clientAddress('192.0.2.1', forwardedFor, 1), '198.51.100.8')
  assert.equal(clientAddress('192.0.2.1', forwardedFor, 2), '198.51.100.7')
})

test('with fewer entries than proxies it is the leftmost, with none the peer', () => {
  assert.equal(clientAddress('192.0.2.1', '198.51.100.7', 3), '198.51.100.7')
  assert.equal(clientAddress('192.0.2.1', null, 2), '192.0.2.1')
  assert.equal(clientAddress('192.0.2.1', '', 2), '192.0.2.1')
})

test('an address has one spelling', () => {
  const spellings = {
    '192.0.2.1:8080': '192.0.2.1',
    '[2001:DB8::1]:443': '2001:db8::1',
    '2001:db8:0:0:0:0:0:1': '2001:db8::1',
    '::ffff:192.0.2.1': '192.0.2.1',
    'fe80::1%eth0': 'fe80::1',
    ' 192.0.2.1 ': '192.0.2.1',
  }
  for (const [given, tidy] of Object.entries(spellings)) assert.equal(clientAddress(given, null, 0), tidy)
})

test('what is no address is none', () => {
  for (const text of [
    'unknown',
    '_hidden',
    '',
    '300.1.1.1',
    '1.2.3',
    ':::',
    '[::1',
    'evil.example',
    '<b>',
    '127.1',
  ]) {
    assert.equal(clientAddress('192.0.2.1', text || 'x', 1), null, text)
    assert.equal(clientAddress(text, null, 0), null, text)
  }
  assert.equal(clientAddress(null, null, 0), null)
})

test('any text is an address or none, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(3), (remote, forwardedFor, proxies) => {
      const address = clientAddress(remote, forwardedFor, proxies)
      return address === null || /^[\da-f:.]+$/.test(address)
    }),
  )
})
