// The address of the connection on hosts that pass a `Request`.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peerAddress } from '../../../src/adapters/peer-address.ts'

const socket = { remoteAddress: '192.0.2.7' }
const request = (more: object = {}, headers: Record<string, string> = {}) =>
  Object.assign(new Request('http://localhost:3000/', { headers }), more)

test('the socket of Node tells the address, beside the request of srvx and of @hono/node-server', () => {
  assert.equal(peerAddress(request({ runtime: { name: 'node', node: { req: { socket } } } })), '192.0.2.7')
  assert.equal(peerAddress(request(), [{ incoming: { socket } }]), '192.0.2.7')
})

test('without a socket the address is unknown, whatever headers and other values say', () => {
  const headers = { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-real-ip': '127.0.0.1' }
  assert.equal(peerAddress(request({ ip: '127.0.0.1' }, headers)), null)
  for (const host of [[], [null], ['127.0.0.1'], [{}], [{ incoming: {} }], [{ incoming: { socket: {} } }]]) {
    assert.equal(peerAddress(request({ runtime: { name: 'bun' } }, headers), host), null)
  }
})
