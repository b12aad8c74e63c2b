// examples/spa-and-api in Chromium: a front end with Vite and React and an API, on two ports in development, and on two
// host names of one domain over TLS with a shared session. Part of `npm run test:frameworks -- front-ends`.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from 'playwright-core'
import { root } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson } from '../support/chromium-journeys.ts'
import { startExample } from '../support/example.ts'
import { newPerson } from '../support/journeys.ts'
import { passOn } from '../support/pass-on.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { type Certificate, selfSigned } from '../support/self-signed.ts'

const isChosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'front-ends').split(',').includes('front-ends')
const web = path.join(root, 'examples/spa-and-api/web')
const vite = path.join(web, 'node_modules/vite/bin/vite.js')

/** What the tests need to know about the two ways to run the example. */
interface Running {
  readonly frontEnd: string
  readonly api: string
  readonly provider: string
  /** What the person does on the provider's page. */
  readonly pass: (page: Page) => Promise<void>
  readonly stop: () => Promise<void>
}

const settings: Readonly<Record<string, () => Promise<Running>>> = {
  'two ports': onTwoPorts,
  'two host names over TLS': onTwoHosts,
}

for (const [name, start] of Object.entries(settings)) {
  describe(`spa-and-api on ${name}`, { skip: !isChosen || noChromium }, () => {
    let running: Running
    let chromium: Chromium

    before(async () => {
      running = await start()
      chromium = await startChromium(['--host-resolver-rules=MAP *.example.test 127.0.0.1'])
      // At the first page, Vite prepares the packages and then reloads it.
      const page = await open(await visit())
      await page.waitForLoadState('networkidle')
      await page.context().close()
    })
    after(async () => {
      await running?.stop()
      await chromium?.close()
    })

    const visit = () => chromium.visitor({ ignoreHTTPSErrors: true })

    async function open(visitor: BrowserContext): Promise<Page> {
      const page = await visitor.newPage()
      await page.goto(running.frontEnd)
      return page
    }

    const button = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label })
    const greeting = (page: Page) => page.getByRole('heading', { name: /^Hello, / })

    async function signIn(page: Page): Promise<void> {
      await button(page, `Continue with ${running.provider}`).click()
      await running.pass(page)
      await greeting(page).waitFor()
    }

    test('signs in by redirect, stays so after a reload, and calls the API', async () => {
      const visitor = await visit()
      const page = await open(visitor)
      await signIn(page)
      assert.equal(new URL(page.url()).origin, running.frontEnd)
      await page.reload()
      await greeting(page).waitFor()
      await page.getByLabel('A new note').fill('milk')
      await button(page, 'Add').click()
      await page.getByText('milk').waitFor()
      assert.equal(await page.evaluate(() => document.cookie), '')
      await visitor.close()
    })

    test('signs in by a popup; another tab hears of it, and of the sign-out', async () => {
      const visitor = await visit()
      const [page, other] = [await open(visitor), await open(visitor)]
      await page.getByRole('checkbox').check()
      const opened = page.waitForEvent('popup')
      await button(page, `Continue with ${running.provider}`).click()
      const popup = await opened
      await running.pass(popup)
      await greeting(page).waitFor()
      await greeting(other).waitFor()
      if (!popup.isClosed()) await popup.waitForEvent('close')
      await button(other, /^Sign out$/).click()
      await button(page, `Continue with ${running.provider}`).waitFor()
      await button(other, `Continue with ${running.provider}`).waitFor()
      await visitor.close()
    })

    test('lists where the person is signed in, and signs the others out', async () => {
      const [laptop, phone] = [await visit(), await visit()]
      const [page, other] = [await open(laptop), await open(phone)]
      await signIn(other)
      await signIn(page)
      await page.getByText('(this browser)').waitFor()
      await button(page, 'Sign out everywhere else').click()
      await page.waitForFunction(() => document.querySelectorAll('.sessions li').length === 1)
      await other.reload()
      await button(other, `Continue with ${running.provider}`).waitFor()
      await laptop.close()
      await phone.close()
    })

    if (start !== onTwoHosts) return
    test('the session is for the whole domain under a name of its own; a sign-out takes it away', async () => {
      const visitor = await visit()
      const page = await open(visitor)
      await signIn(page)
      for (const origin of [running.api, running.frontEnd]) {
        const session = (await visitor.cookies(origin)).find(({ name: each }) =>
          each.startsWith('__Secure-latchkey'),
        )
        assert.equal(session?.domain, '.example.test')
        assert.deepEqual([session?.httpOnly, session?.secure, session?.sameSite], [true, true, 'Lax'])
      }
      await button(page, /^Sign out$/).click()
      await button(page, `Continue with ${running.provider}`).waitFor()
      const left = (await visitor.cookies()).filter(({ name: each }) => /^__Secure-latchkey/.test(each))
      assert.deepEqual(left, [])
      await visitor.close()
    })
  })
}

/** As the README says: the API with its local identity provider, and Vite's development server. */
async function onTwoPorts(): Promise<Running> {
  const port = await findFreePort()
  const frontEnd = `http://localhost:${port}`
  const api = await startExample('spa-and-api', { environment: { ORIGINS: frontEnd } })
  const server = spawn(
    process.execPath,
    [vite, '--port', String(port), '--strictPort', '--host', '127.0.0.1'],
    {
      cwd: web,
      env: { PATH: process.env.PATH, VITE_API: api.origin },
      stdio: 'ignore',
    },
  )
  process.once('exit', () => server.kill('SIGKILL'))
  await waitForAnswer(`http://127.0.0.1:${port}/`, server)
  return {
    frontEnd,
    api: api.origin,
    provider: 'Google',
    async pass(page) {
      await choosePerson(page, 'mira')
      await allow(page)
    },
    async stop() {
      server.kill()
      await api.stop()
    },
  }
}

/** Built, as in production: TLS ends in front of the API, and Vite's build is served under another host name. */
async function onTwoHosts(): Promise<Running> {
  const [apiPort, frontPort] = [await findFreePort(), await findFreePort()]
  const [api, frontEnd] = [`https://api.example.test:${apiPort}`, `https://app.example.test:${frontPort}`]
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-spa-'))
  const certificate = selfSigned(folder, '*.example.test')
  const h = await startProvider()
  h.person = newPerson({ name: 'Ada' })
  const server = await startExample('spa-and-api', {
    environment: {
      NODE_ENV: 'production',
      ORIGIN: api,
      ORIGINS: frontEnd,
      COOKIE_DOMAIN: 'example.test',
      LATCHKEY_SECRET: 'x'.repeat(32),
      DATABASE_URL: 'memory:',
      ...variablesOf(h),
    },
  })
  const built = path.join(folder, 'built')
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', built, '--logLevel', 'error'], {
    cwd: web,
    env: { PATH: process.env.PATH, VITE_API: api },
  })
  const serverPort = Number(new URL(server.origin).port)
  const fronts = [
    await listen(certificate, apiPort, (incoming, outgoing) => passOn(serverPort, incoming, outgoing)),
    await listen(certificate, frontPort, ({ url = '/' }, outgoing) => serveFile(built, url, outgoing)),
  ]
  return {
    frontEnd,
    api,
    provider: 'H',
    // This provider shows no page.
    pass: async () => {},
    async stop() {
      for (const front of fronts) {
        front.closeAllConnections()
        front.close()
      }
      await server.stop()
      await h.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function variablesOf({ issuer, clientId, clientSecret }: TestProvider): Record<string, string> {
  return {
    OIDC_PROVIDERS: 'h',
    OIDC_H_ISSUER: issuer,
    OIDC_H_CLIENT_ID: clientId,
    ...(clientSecret === null ? {} : { OIDC_H_CLIENT_SECRET: clientSecret }),
  }
}

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void

async function listen(certificate: Certificate, port: number, answer: Answer): Promise<Server> {
  const server = createServer({ ...certificate }, answer)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  server.unref()
  return server
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

function serveFile(folder: string, url: string, outgoing: ServerResponse): void {
  const { pathname } = new URL(url, 'https://app.example.test')
  const isAsset = /^\/assets\/[\w.-]+$/.test(pathname)
  const file = path.join(folder, isAsset ? pathname : 'index.html')
  outgoing.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/html; charset=utf-8' })
  outgoing.end(readFileSync(file))
}
