// Forms that the host has already parsed, in every shape that body parsers produce.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { bridge, type HostRequest } from '../../../src/adapters/node-bridge.ts'
import type { MountedAuth } from '../../../src/latchkey.ts'

const echo = { handle: async (request: Request) => new Response(await request.text()) } as MountedAuth

describe('a body that the host has read', async () => {
  let parse: (text: string) => unknown = (text) => text
  const answer = bridge(echo)
  const server = createServer(async (request: HostRequest, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    request.body = parse(text)
    await answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())

  async function send(body: string): Promise<string> {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/auth`
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Connection: 'close' }
    return (await fetch(url, { method: 'POST', headers, body })).text()
  }

  test('as text or bytes arrives as it was', async () => {
    parse = (text) => text
    assert.equal(await send('a=1&b=%C3%BC'), 'a=1&b=%C3%BC')
    parse = (text) => Buffer.from(text)
    assert.equal(await send('a=1&b=%C3%BC'), 'a=1&b=%C3%BC')
  })

  test('as an object arrives with the same fields, repeated ones included', async () => {
    parse = () => ({ a: ['1', '2'], b: 'ü' })
    assert.equal(await send('a=1&a=2&b=%C3%BC'), 'a=1&a=2&b=%C3%BC')
  })

  test('as something that is no form arrives without it', async () => {
    parse = () => ({ a: { nested: true }, b: '1' })
    assert.equal(await send('a[nested]=true&b=1'), 'b=1')
  })
})
