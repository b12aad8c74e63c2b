// The local identity provider behaves like a real provider in Chromium: the application may redirect to any origin, a form
// answer submits itself, and people have pictures.
import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { latchkey } from 'latchkey'
import { nodeLatchkey } from 'latchkey/node'
import { apple } from 'latchkey/providers/apple'
import { google } from 'latchkey/providers/google'
import { startTestProviders, type TestProviders } from 'latchkey/testing'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson, headingOf, startSignIn } from '../support/chromium-journeys.ts'

describe('the stand-in in Chromium', { skip: noChromium }, () => {
  let elsewhere: Server
  let application: Server
  let origin: string
  let standIns: TestProviders
  let chromium: Chromium

  before(async () => {
    elsewhere = await serve((_request, response) => page(response, '<h1>Another origin</h1>'))
    let listener: RequestListener | undefined
    application = await serve((request, response) => listener?.(request, response))
    origin = `http://localhost:${portOf(application)}`
    standIns = await startTestProviders([google(), apple()], { origin })
    const auth = latchkey({ origin, providers: standIns.providers, secret: 's'.repeat(43), log: () => {} })
    listener = nodeLatchkey(auth, (request, response) => {
      if (request.url === '/away') {
        response.writeHead(303, { location: `http://127.0.0.1:${portOf(elsewhere)}/` }).end()
        return
      }
      const { user } = request.latchkey
      page(response, `<h1>${user ? 'Signed in' : 'Signed out'}</h1><img src="${user?.picture ?? ''}" alt="">`)
    })
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
    await standIns?.close()
    for (const server of [application, elsewhere]) {
      server?.closeAllConnections()
      server?.close()
    }
  })

  test('NP10 an application that redirects to another origin after the sign-in gets there', async () => {
    const visitor = await chromium.visitor()
    const tab = await visitor.newPage()
    await startSignIn(tab, { origin }, 'google', '/away')
    await choosePerson(tab, 'mira')
    await allow(tab)
    assert.equal(await headingOf(tab), 'Another origin')
    await tab.goto(`${origin}/`)
    assert.equal(await headingOf(tab), 'Signed in')
    await visitor.close()
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'posts itself' : 'is posted by its button, without scripts'
    test(`an answer by form_post ${how}`, async () => {
      const visitor = await chromium.visitor({ javaScriptEnabled })
      const tab = await visitor.newPage()
      await startSignIn(tab, { origin }, 'apple', '/')
      await choosePerson(tab, 'mira')
      await allow(tab)
      if (!javaScriptEnabled) await tab.getByRole('button', { name: 'Continue' }).click()
      await tab.waitForURL(`${origin}/`)
      assert.equal(await headingOf(tab), 'Signed in')
      await visitor.close()
    })
  }

  test('NP13 the picture of a person is shown, and comes from this machine', async () => {
    const visitor = await chromium.visitor()
    const tab = await visitor.newPage()
    const asked: string[] = []
    tab.on('request', (request) => asked.push(new URL(request.url()).hostname))
    await startSignIn(tab, { origin }, 'google', '/')
    await choosePerson(tab, 'noor')
    await allow(tab)
    await tab.waitForLoadState('load')
    const width = await tab.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    assert.equal(width, 96)
    assert.deepEqual([...new Set(asked)].sort(), ['127.0.0.1', 'localhost'])
    await visitor.close()
  })
})

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function page(response: Parameters<RequestListener>[1], body: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><title>Test</title>${body}`)
}
