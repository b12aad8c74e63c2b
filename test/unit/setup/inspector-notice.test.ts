// The notice about the inspector is true on each host: only a request shows whether the host reveals the address of a connection.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogEntry, latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'

function start(environment: Readonly<Record<string, string>>) {
  const log: LogEntry[] = []
  const auth = latchkey({
    origin: 'http://localhost:3000',
    secret: 'x'.repeat(40),
    providers: [oidc({ id: 'a', issuer: 'https://a.example', clientId: 'c', clientSecret: 's' })],
    log: (entry) => log.push(entry),
    environment,
  })
  const notices = () => log.flatMap(({ event, detail }) => (event === 'notice' ? [detail ?? ''] : []))
  const ask = (path: string, remoteAddress?: string) =>
    auth.handle(new Request(`http://localhost:3000${path}`), { remoteAddress })
  return { ask, notices }
}

test('a host that reveals the address: the notice names the page, once, and the page answers', async () => {
  const { ask, notices } = start({ NODE_ENV: 'development' })
  assert.deepEqual(notices(), [])
  await ask('/auth/session', '127.0.0.1')
  await ask('/auth/session', '127.0.0.1')
  assert.deepEqual(notices(), [
    'Each sign-in can be watched step by step at http://localhost:3000/auth/inspect, from this machine only.',
  ])
  assert.equal((await ask('/auth/inspect', '127.0.0.1')).status, 200)
  assert.equal((await ask('/auth/inspect', '192.0.2.7')).status, 403)
})

test('a host that does not: the notice says so and what to use, once, and the page stays closed', async () => {
  const { ask, notices } = start({ NODE_ENV: 'development' })
  await ask('/auth/session')
  await ask('/auth/session')
  assert.deepEqual(notices(), [
    'No inspector: this host does not reveal the address of a connection. `latchkey explain REFERENCE` explains a sign-in that failed.',
  ])
  assert.equal((await ask('/auth/inspect')).status, 403)
})

test('production says nothing of it', async () => {
  const { ask, notices } = start({ NODE_ENV: 'production' })
  await ask('/auth/session', '127.0.0.1')
  assert.deepEqual(notices(), [])
})
