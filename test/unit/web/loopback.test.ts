import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLoopbackHostname } from '../../../src/web/loopback.ts'

const isLoopback = (url: string) => isLoopbackHostname(new URL(url).hostname)

test('names and addresses of this machine are loopback, however they are spelled', () => {
  for (const host of [
    'localhost',
    'LOCALHOST:3000',
    'app.localhost',
    '127.0.0.1',
    '127.1.2.3',
    '0x7f.1',
    '[::1]',
  ]) {
    assert.ok(isLoopback(`http://${host}/`), host)
  }
})

test('names that only look like it are not', () => {
  const others = ['localhost.example', 'notlocalhost', '127.0.0.1.example', '128.0.0.1', '10.0.0.1', '[::2]']
  for (const host of others) assert.ok(!isLoopback(`http://${host}/`), host)
})
