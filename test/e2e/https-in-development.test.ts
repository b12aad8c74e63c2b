// A development server on https, in Chromium: on its own, and behind a proxy that terminates TLS, as docs/addresses.md
// says. The local identity provider signs people in, and the cookies are those of production.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer as createPlainServer, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { latchkey } from 'latchkey'
import { nodeLatchkey, requireUser } from 'latchkey/node'
import { google } from 'latchkey/providers/google'
import { memory } from 'latchkey/stores/memory'
import { findFreePort } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { passOn } from '../support/pass-on.ts'
import { type Certificate, selfSigned } from '../support/self-signed.ts'

describe('https in development', { skip: noChromium }, () => {
  const cleaning = new AsyncDisposableStack()
  let certificate: Certificate
  let chromium: Chromium

  before(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-https-'))
    cleaning.defer(() => rm(folder, { recursive: true }))
    certificate = selfSigned(folder, '*.localhost')
    chromium = await startChromium(['--ignore-certificate-errors'])
    cleaning.defer(() => chromium.close())
  })
  after(() => cleaning.disposeAsync())

  const ways: Readonly<Record<string, (application: RequestListener) => Promise<RequestListener>>> = {
    'a server that speaks TLS itself': async (application) => application,
    'TLS in front of it': async (application) => {
      const port = await listen(createPlainServer(application), 0)
      return (incoming, outgoing) => passOn(port, incoming, outgoing)
    },
  }

  for (const [name, serve] of Object.entries(ways)) {
    test(`${name}: a person signs in with no credentials, and the cookie is for https alone`, async () => {
      const port = await findFreePort()
      const origin = `https://app.localhost:${port}`
      const auth = latchkey({
        providers: [google()],
        store: memory(),
        environment: { ORIGIN: origin, LATCHKEY_SECRET: 'of this test: long enough for a secret' },
        log: () => {},
      })
      cleaning.defer(() => auth.close())
      const profile = requireUser(auth, (req, res) => res.end(`Hello, ${req.latchkey.user.name}`))
      const application = nodeLatchkey(auth, (req, res) =>
        req.url === '/profile' ? profile(req, res) : res.end('Home'),
      )
      await listen(createServer({ ...certificate }, await serve(application)), port)

      const visitor = await chromium.visitor({ ignoreHTTPSErrors: true })
      const page = await visitor.newPage()
      await page.goto(`${origin}/profile`)
      assert.equal(new URL(page.url()).pathname, '/auth/login')
      await page.getByRole('button', { name: /Google/ }).click()
      while (new URL(page.url()).hostname !== 'app.localhost') {
        const before = page.url()
        await page.getByRole('button').first().click()
        await page.waitForURL((url) => url.href !== before)
      }
      assert.match((await page.textContent('body')) ?? '', /^Hello, /)
      const cookies = await visitor.cookies(origin)
      assert.notEqual(cookies.length, 0)
      for (const { name, secure, httpOnly } of cookies) {
        assert.deepEqual([name.startsWith('__Host-'), secure, httpOnly], [true, true, true], name)
      }
      await visitor.close()
    })
  }

  async function listen(server: ReturnType<typeof createPlainServer>, port: number): Promise<number> {
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    cleaning.defer(async () => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    return typeof address === 'object' && address ? address.port : port
  }
})
