import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { listenForCallback } from '../../../src/terminal/listen-for-callback.ts'

/** Sends these bytes; the first line of what comes back, and nothing where the connection is closed. */
function send(address: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''))
  })
}

test('P15 what other programs and pages send to this port stops nothing, and only the answer ends the wait', async () => {
  const listener = await listenForCallback('/signed-in', { text: 'Thank you.' })
  const called = listener.called('the-state', new AbortController().signal)
  const get = (target: string, method = 'GET') =>
    send(listener.redirectUri, `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
  for (const target of [
    '//[',
    'http://[/signed-in?state=the-state',
    '//evil.example/signed-in?state=the-state',
    'http://evil.example/signed-in?state=the-state',
    '/%',
    '*',
    '/signed-in',
    '/signed-in?state=other',
    '/signed-in/?state=the-state',
  ]) {
    assert.match(await get(target), /^HTTP\/1\.1 40[04] /, target)
  }
  assert.match(await get('/signed-in?state=the-state', 'POST'), /^HTTP\/1\.1 404 /)
  assert.match(await get('/signed-in?code=c&state=the-state'), /^HTTP\/1\.1 200 /)
  assert.equal(await called, `${listener.redirectUri}?code=c&state=the-state`)
  await listener.close()
})
