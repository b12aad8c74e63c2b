// Connections to the application that close just as they are reused: a request that is safe to repeat is sent again; any
// other request never uses an old connection.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { startTestGateway } from '../../../support/gateway.ts'

test('a GET is sent again when a kept connection ends, and a POST never goes over a kept one', async () => {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const application = createServer((socket) => {
    let requests = 0
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      const [line = ''] = chunk.toString('latin1').split('\r\n', 1)
      requests++
      seen.push(`${line.split(' ')[0]} ${requests}`)
      // The application closes the connection on its second request.
      if (requests > 1) return socket.resetAndDestroy()
      return socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok')
    })
  }).listen(0, '127.0.0.1')
  await once(application, 'listening')
  const gateway = await startTestGateway({
    rules: { default: 'public' },
    environment: { UPSTREAM: `http://127.0.0.1:${(application.address() as AddressInfo).port}` },
  })
  try {
    for (const method of ['GET', 'GET', 'POST', 'GET', 'POST']) {
      const { status, body } = await gateway.get('/x', {
        method,
        ...(method === 'POST' ? { body: 'a' } : {}),
      })
      assert.deepEqual([status, body], [200, 'ok'], method)
    }
    // Each POST was the first request on its connection; a GET that was the second was sent again.
    assert.deepEqual(
      seen.filter((entry) => entry.startsWith('POST')),
      ['POST 1', 'POST 1'],
    )
    assert.ok(seen.includes('GET 2'))
  } finally {
    await gateway.stop()
    for (const socket of sockets) socket.destroy()
    application.close()
  }
})
