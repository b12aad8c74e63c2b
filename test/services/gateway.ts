// The gateway in front of other programs: Flask behind nginx, behind Caddy, and behind the gateway alone, in Chromium; a
// WebSocket, and an upload of a gigabyte that needs no memory.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { findFreePort } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import {
  allow,
  choosePerson,
  headingOf,
  pathOf,
  pressProvider,
  signInAs,
} from '../support/chromium-journeys.ts'
import { type EchoApplication, startEchoApplication } from '../support/gateway.ts'
import {
  type GatewayPrograms,
  gatewayPrograms,
  type Program,
  skipWithoutGatewayPrograms,
} from './gateway-programs.ts'
import { until } from './server-group.ts'

const SECRET = 'j3Rv8LqT1xZk6WbN9cYp4HsFd2GmUe7A'
const GIGABYTE = 1_073_741_824
const skip = skipWithoutGatewayPrograms() || noChromium

describe('the gateway before Flask', { skip }, () => {
  let programs: GatewayPrograms
  let chromium: Chromium
  const cleaning = new AsyncDisposableStack()

  before(async () => {
    programs = gatewayPrograms()
    cleaning.defer(() => programs.stop())
    chromium = await startChromium()
    cleaning.defer(() => chromium.close())
  })
  after(() => cleaning.disposeAsync())

  /** In development, the local identity provider signs people in. */
  const environment = (origin: string) => ({
    ORIGIN: origin,
    LATCHKEY_SECRET: SECRET,
    DATABASE_URL: 'memory:',
    RULES: programs.rules,
    TRUST_PROXY: '127.0.0.1',
  })

  interface Site {
    readonly origin: string
    readonly application: Program
    readonly gateway: Program
  }

  async function startBehind(start: 'startNginx' | 'startCaddy' | null): Promise<Site> {
    const ports = { proxy: await findFreePort(), gateway: await findFreePort() }
    const origin = `http://localhost:${start === null ? ports.gateway : ports.proxy}`
    const application = await programs.startFlask({ origin, gatewayPort: ports.gateway })
    const upstream = start === null ? { UPSTREAM: application.origin.replace('localhost', '127.0.0.1') } : {}
    const gateway = await programs.startGateway({ ...environment(origin), ...upstream }, ports.gateway)
    if (start !== null) await programs[start]({ ...ports, application: application.port })
    return { origin, application, gateway }
  }

  /** Runs the tutorial from start to end; it is the same behind every proxy. */
  async function tellTheStory(site: Site, visitor: BrowserContext, page: Page): Promise<void> {
    // A public page, and one that redirects to the sign-in and back to the exact address.
    await page.goto(site.origin)
    assert.equal(await headingOf(page), 'A notebook for everybody')
    await page.goto(`${site.origin}/notes?from=a%20link&x=1`)
    assert.equal(new URL(page.url()).pathname, '/auth/login')
    await pressProvider(page, 'google')
    await choosePerson(page, 'mira')
    await allow(page)
    assert.equal(pathOf(page), '/notes?from=a%20link&x=1')
    assert.equal(await headingOf(page), 'Your notes')
    await page.getByLabel('A note').fill('Milk')
    await page.getByRole('button', { name: 'Add' }).click()
    assert.equal(await page.getByRole('listitem').textContent(), 'Milk')
    // The verified token names the person, on the public page too.
    await page.goto(`${site.origin}/profile`)
    assert.match((await page.getByRole('main').textContent()) ?? '', /mira@example\.net[\s\S]*google/)
    await page.goto(site.origin)
    assert.equal(await headingOf(page), 'Welcome back')
    // A page for a group to which this person does not belong.
    assert.equal((await page.goto(`${site.origin}/reports/2026`))?.status(), 403)
    // Identity headers sent by the browser are ignored, in any spelling.
    const forged = { 'X-Latchkey-Jwt': 'forged', 'X-Latchkey-User': 'admin' }
    const answer = await visitor.request.get(`${site.origin}/profile`, { headers: forged })
    assert.match(await answer.text(), /mira@example\.net/)
    assert.match(await (await fetch(site.origin, { headers: forged })).text(), /A notebook for everybody/)
    for (const name of ['X_Latchkey_Jwt', 'X.Latchkey.User']) {
      const odd = await visitor.request.get(`${site.origin}/profile`, { headers: { [name]: 'forged' } })
      assert.ok(odd.status() === 400 || (await odd.text()).includes('mira@example.net'), name)
    }
    // Programs get an error instead of a redirect.
    const program = await fetch(`${site.origin}/profile`, {
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    })
    assert.equal(program.status, 401)
    // A larger body passes.
    const sent = await visitor.request.post(`${site.origin}/upload`, { data: Buffer.alloc(3_000_000, 'x') })
    assert.equal((await sent.json()).bytes, 3_000_000)
    // The session cookie is for this host only and not readable by scripts.
    const cookies = (await visitor.cookies(site.origin)).filter(({ name }) => name.includes('latchkey'))
    assert.ok(cookies.length > 0)
    for (const { domain, httpOnly } of cookies) assert.deepEqual([domain, httpOnly], ['localhost', true])
    // After signing out, protected pages are closed.
    await page.goto(site.origin)
    await page.getByRole('button', { name: 'Sign out' }).click()
    assert.equal(await headingOf(page), 'A notebook for everybody')
    await page.goto(`${site.origin}/profile`)
    assert.equal(new URL(page.url()).pathname, '/auth/login')
  }

  for (const [name, start] of [
    ['nginx', 'startNginx'],
    ['Caddy', 'startCaddy'],
    ['the gateway alone', null],
  ] as const) {
    test(`a person reads, signs in, writes and signs out: ${name} in front`, async () => {
      const site = await startBehind(start)
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      try {
        await tellTheStory(site, visitor, page)
      } catch (error) {
        const { message } = error as Error
        throw new Error(
          `${message}\n${site.application.output().slice(-2_000)}\n${site.gateway.output().slice(-2_000)}`,
        )
      } finally {
        await visitor.close()
      }
      // A request that bypasses the gateway is refused.
      assert.equal((await fetch(`${site.application.origin}/profile`)).status, 401)
      // When the application ends, the gateway says that the application is down.
      if (start !== null) return
      await site.application.stop()
      const missing = await fetch(site.origin, { headers: { Accept: 'text/html' } })
      assert.equal(missing.status, 502)
      assert.match(await missing.text(), /The application behind this page does not answer/)
    })
  }

  describe('as a reverse proxy', () => {
    let echo: EchoApplication
    let gateway: Program
    let visitor: BrowserContext

    before(async () => {
      echo = await startEchoApplication()
      cleaning.defer(() => echo.stop())
      const port = await findFreePort()
      const origin = `http://localhost:${port}`
      gateway = await programs.startGateway({ ...environment(origin), UPSTREAM: echo.address }, port)
      visitor = await chromium.visitor()
    })

    test('a WebSocket lives as long as the session that opened it', async () => {
      const page = await visitor.newPage()
      await signInAs(page, gateway, { returnTo: '/notebook' })
      assert.equal(pathOf(page), '/notebook')
      const heard = await page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('/live')
            Object.assign(window, { socket })
            socket.addEventListener('open', () => socket.send('hello'))
            socket.addEventListener('message', ({ data }) => resolve(data))
            socket.addEventListener('error', () => reject(new Error('refused')))
          }),
      )
      assert.equal(heard, 'hello')
      const other = await visitor.newPage()
      await other.goto(`${gateway.origin}/auth/account`)
      await other.getByRole('button', { name: 'Sign out' }).first().click()
      await until(() =>
        page.evaluate(() => (window as unknown as { socket: WebSocket }).socket.readyState === 3),
      )
      await page.close()
      await other.close()
    })

    test('rules are read again at SIGHUP, and a request under way outlives SIGTERM', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-rules-'))
      cleaning.defer(() => rmSync(folder, { recursive: true, force: true }))
      const file = join(folder, 'rules.json')
      writeFileSync(file, JSON.stringify({ rules: [{ path: '/before', allow: 'public' }] }))
      const port = await findFreePort()
      const own = { ...environment(`http://localhost:${port}`), RULES: file, UPSTREAM: echo.address }
      const running = await programs.startGateway(own, port)
      const statusOf = async (path: string) =>
        (await fetch(`${running.origin}${path}`, { redirect: 'manual' })).status
      assert.deepEqual([await statusOf('/before'), await statusOf('/after')], [200, 303])
      writeFileSync(file, JSON.stringify({ rules: [{ path: '/after', allow: 'public' }] }))
      process.kill(running.processId, 'SIGHUP')
      await until(async () => (await statusOf('/after')) === 200)
      assert.equal(await statusOf('/before'), 303)
      writeFileSync(file, '{ "rules": "none" }')
      process.kill(running.processId, 'SIGHUP')
      await until(() => running.output().includes('The old rules stay.'))
      assert.equal(await statusOf('/after'), 200)

      const released = Promise.withResolvers<void>()
      echo.answers.set('/after', async (_, response) => {
        response.write('begin, ')
        await released.promise
        response.end('end')
      })
      const answer = await fetch(`${running.origin}/after`)
      const stopped = running.stop()
      await until(
        async () =>
          !(await fetch(running.origin).then(
            () => true,
            () => false,
          )),
      )
      released.resolve()
      assert.equal(await answer.text(), 'begin, end')
      await stopped
      echo.answers.delete('/after')
    })

    test('an upload of a gigabyte, and a long download, cost no memory', async () => {
      const sink = createServer((request, response) => {
        if (request.method === 'GET') return send(response, GIGABYTE / 4)
        let bytes = 0
        request.once('data', () => {
          // A slow reader must slow down the sender instead of filling the gateway's memory.
          request.pause()
          setTimeout(() => request.resume(), 500)
        })
        request.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        request.on('end', () => response.end(String(bytes)))
      })
      await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
      cleaning.defer(() => void sink.close())
      const { port } = sink.address() as AddressInfo
      const rules = JSON.stringify({ default: 'public' })
      const open = await programs.startGateway({
        LATCHKEY_SECRET: SECRET,
        DATABASE_URL: 'memory:',
        UPSTREAM: `http://127.0.0.1:${port}`,
        RULES: rules,
      })
      // Released chunks stay in memory until garbage collection, so an eighth of the upload needs as much as the whole.
      assert.equal(await upload(open.port, GIGABYTE / 8), String(GIGABYTE / 8))
      const before = peakMemoryOf(open.processId)
      assert.equal(await upload(open.port, GIGABYTE), String(GIGABYTE))
      assert.equal(await download(open.port), GIGABYTE / 4)
      const grown = peakMemoryOf(open.processId) - before
      assert.ok(grown < 100_000_000, `the gateway grew by ${Math.round(grown / 1e6)} MB`)
    })
  })
})

const CHUNK = Buffer.alloc(1_048_576, 'x')

function send(to: NodeJS.WritableStream, bytes: number): void {
  let left = bytes
  const next = (): void => {
    while (left > 0) {
      const chunk = left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK
      left -= chunk.length
      if (!to.write(chunk)) return void to.once('drain', next)
    }
    to.end()
  }
  next()
}

function upload(port: number, bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method: 'POST', path: '/upload', headers: { 'Content-Length': bytes } },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve(text))
      },
    )
    sent.on('error', reject)
    send(sent, bytes)
  })
}

function download(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/download' }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The process's peak memory in bytes. */
function peakMemoryOf(processId: number): number {
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
