// Which peers are trusted, and which client address a request has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noProxies, readProxyList } from '../../../src/gateway/proxy-list.ts'

test('without TRUST_PROXY nobody is believed', () => {
  for (const list of [noProxies, readProxyList('0')]) {
    assert.equal(list?.has('127.0.0.1'), false)
    assert.equal(list?.clientOf('10.0.0.1', '1.2.3.4'), '10.0.0.1')
  }
})

test('a list names addresses and networks, of both families', () => {
  const list = readProxyList('10.1.0.0/16, 192.0.2.7 2001:db8::/32')
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::9'])
    assert.ok(list?.has(address), address)
  for (const address of ['10.2.0.1', '192.0.2.8', '127.0.0.1', '::1', '', 'nonsense'])
    assert.ok(!list?.has(address), address)
  assert.ok(!list?.has(undefined))
})

test('a number stands for proxies at addresses that are not of the public Internet', () => {
  const list = readProxyList('1')
  for (const address of ['127.0.0.1', '::ffff:172.17.0.1', '10.0.0.3', '::1', 'fd00::1'])
    assert.ok(list?.has(address), address)
  for (const address of ['8.8.8.8', '2606:4700::1', undefined])
    assert.ok(!list?.has(address), String(address))
})

test('the client is the first stranger from the right', () => {
  const list = readProxyList('10.0.0.0/8')
  assert.equal(list?.clientOf('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2'), '1.2.3.4')
  assert.equal(list?.clientOf('10.0.0.1', '10.0.0.3, 10.0.0.2'), '10.0.0.3')
  assert.equal(list?.clientOf('10.0.0.1', undefined), '10.0.0.1')
  assert.equal(list?.clientOf('9.9.9.9', '1.2.3.4'), '9.9.9.9')
  assert.equal(readProxyList('2')?.clientOf('10.0.0.1', '6.6.6.6, 1.2.3.4, 5.5.5.5'), '1.2.3.4')
})

test('what is no address, no network and no number is refused', () => {
  for (const value of [
    '',
    'proxy.internal',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/8/8',
    '21',
    '-1',
    '10.0.0',
    '*',
  ]) {
    assert.ok(value === '' || readProxyList(value) === null, value)
  }
})
