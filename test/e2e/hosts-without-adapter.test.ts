// docs/frameworks.md: its programs for hosts without an adapter and for WebSockets start exactly as printed, sign a person
// in, and refuse everyone who is not signed in.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { root } from '../../tools/programs.ts'
import { findFreePort } from '../support/application.ts'
import { Browser } from '../support/browser.ts'
import { smallestApplication, writeApplication } from '../support/frameworks-guide.ts'
import { exchange, exchangeRaw } from '../support/http-exchange.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const folders: string[] = []
const servers: ChildProcess[] = []
after(async () => {
  for (const server of servers) server.kill()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

test('NS12 a host without an adapter: the program of the guide', { timeout: 120_000 }, async () => {
  const { origin } = await start('Hosts without an adapter')
  const url = new URL('/profile', origin)
  const page = await exchange({ method: 'GET', url, headers: { accept: 'text/html' } })
  assert.deepEqual([page.status, page.headers.location], [303, '/auth/login?returnTo=%2Fprofile'])
  const program = await exchange({ method: 'GET', url, headers: { accept: 'application/json' } })
  assert.deepEqual([program.status, JSON.parse(program.body).error], [401, 'session_required'])

  const tab = new Browser().tab()
  await tab.open(url.href)
  let answer = await tab.submit({ action: '/auth/login/google' })
  while (answer.url.origin !== origin) answer = await tab.submit()
  assert.equal(answer.url.pathname, '/profile')
  assert.doesNotMatch(answer.html, /Home|<html/)
  const { headers } = answer
  assert.match(String(headers.vary), /Cookie/)
  assert.match(String(headers['cache-control']), /no-store/)
})

test('NS12 WebSockets: only people who are signed in, and only from own pages', {
  timeout: 120_000,
}, async () => {
  const { origin, port } = await start('WebSockets')
  const browser = new Browser()
  const tab = browser.tab()
  await tab.open(`${origin}/auth/login`)
  let page = await tab.submit({ action: '/auth/login/google' })
  while (page.url.origin !== origin) page = await tab.submit()
  const cookies = browser.jar.all().map(({ name, value }) => `${name}=${value}`)

  const upgrade = (from: string, cookie: string) =>
    exchangeRaw(
      port,
      `GET /socket HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${from}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      2000,
    )
  assert.match(await upgrade(origin, cookies.join('; ')), /^HTTP\/1\.1 101 [\s\S]*X-User: \S+/)
  assert.match(await upgrade('https://evil.example', cookies.join('; ')), /^HTTP\/1\.1 401 /)
  assert.match(await upgrade(origin, 'theme=dark'), /^HTTP\/1\.1 401 /)
})

async function start(heading: string): Promise<{ readonly origin: string; readonly port: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-guide-'))
  folders.push(folder)
  const port = await findFreePort()
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  await writeApplication(folder, smallestApplication(heading), port)
  const server = spawn(process.execPath, ['--conditions=latchkey-source', 'app.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  servers.push(server)
  const origin = `http://localhost:${port}`
  await waitForAnswer(`${origin}/auth/login`, server)
  return { origin, port }
}
