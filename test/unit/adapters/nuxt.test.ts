// The guard in front of Nuxt's renderer: it judges the path that the router will match, however it was spelled.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { createApp, defineEventHandler, toNodeListener } from 'h3v1'
import { latchkey } from 'latchkey'
import { nuxtLatchkey, requireUser } from 'latchkey/nuxt'
import { google } from 'latchkey/providers/google'

const auth = latchkey({
  origin: 'http://localhost:3000',
  secret: 'x'.repeat(40),
  providers: [google({ clientId: 'id', clientSecret: 'secret' })],
  log: () => {},
  environment: {},
})

test('every spelling that the renderer takes for a page is asked for by one name', async () => {
  const asked: string[] = []
  const app = createApp()
  app.use(
    nuxtLatchkey(auth, {
      guard(path) {
        asked.push(path)
        return path === '/profile' ? {} : null
      },
    }),
  )
  app.use(defineEventHandler(() => 'open'))
  const server = createServer(toNodeListener(app)).listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const ask = (path: string) => fetch(base + path, { redirect: 'manual', headers: { accept: 'text/html' } })
    for (const path of [
      '/profile',
      '/PROFILE/',
      '/%70rofile',
      '//profile',
      '/profile%3Fa',
      '/profile%23a',
      '/%2570rofile',
    ]) {
      assert.equal((await ask(path)).status, 303, path)
      assert.equal(asked.at(-1), '/profile', path)
    }
    for (const path of ['/', '/profiles', '/a/profile'])
      assert.equal(await (await ask(path)).text(), 'open', path)
    assert.equal((await ask('/%ff')).status, 400)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test('NS7 while pages are built nothing is made, and nobody is signed in', async () => {
  const never = () => {
    throw new Error('asked too early')
  }
  const guard = (path: string) => (path === '/profile' ? {} : null)
  const eventAt = (url: string) => ({ context: { latchkey: null }, node: { req: { url } } })
  const middleware = nuxtLatchkey(never, { building: true, guard })
  const event = eventAt('/about')
  assert.equal(await middleware(event as never), undefined)
  assert.deepEqual(event.context.latchkey, { user: null, session: null, error: null })
  await assert.rejects(requireUser(event as never), /cannot be prerendered/)
  for (const path of ['/profile', '/Profile/']) {
    await assert.rejects(middleware(eventAt(path) as never), /cannot be prerendered/)
  }
})
