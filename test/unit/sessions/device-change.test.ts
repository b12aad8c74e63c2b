// A session that is used from elsewhere causes one event for each change, and never a lockout.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { AuthEvent } from 'latchkey'
import { hasMoved, latestDevice } from '../../../src/sessions/device-change.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../support/provider.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const device = { userAgent: firefox, clientAddress: '192.0.2.1' }

test('another address, browser or system is a move; a new version is not', () => {
  assert.equal(hasMoved(device, device), false)
  assert.equal(hasMoved(device, { ...device, userAgent: firefox.replaceAll('140', '141') }), false)
  assert.equal(hasMoved(device, { ...device, clientAddress: '192.0.2.2' }), true)
  assert.equal(hasMoved(device, { ...device, userAgent: firefox.replace('X11; Linux', 'Windows') }), true)
  assert.equal(hasMoved(device, { ...device, userAgent: 'curl/8.5.0' }), true)
})

test('what is not known is no move, and does not replace what was known', () => {
  const nothing = { userAgent: null, clientAddress: null }
  assert.equal(hasMoved(nothing, device), false)
  assert.deepEqual(latestDevice(device, nothing), device)
  assert.deepEqual(latestDevice(nothing, device), device)
})

let app: InProcessApplication
let h: TestProvider
const moves: AuthEvent<'session_moved'>[] = []

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    trustedProxies: 1,
    on: { session_moved: (event) => moves.push(event) },
  })
  h.now = () => app.clock
})
afterEach(() => {
  h.reset()
  moves.length = 0
})
after(async () => {
  await app.stop()
  await h.stop()
})

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

test('U37 a move is told once for each change, at the renewal and not at each request, and nobody is signed out', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const userId = (await whoIs(browser, app))?.id ?? ''
  const tab = browser.tab(app.url('/'))
  const use = async (address: string, userAgent = 'LatchkeyTest/1') => {
    const headers = { 'x-forwarded-for': address, 'user-agent': userAgent }
    assert.equal((await tab.fetch('/api/me', { headers })).status, 200)
    await settle()
  }
  await use('203.0.113.9')
  assert.equal(moves.length, 0, 'nothing is written yet, so nothing is compared')
  app.advance(3_600)
  for (let count = 0; count < 5; count++) await use('203.0.113.9')
  assert.equal(moves.length, 1)
  const [move] = moves
  assert.equal(move?.userId, userId)
  assert.deepEqual([move?.before.clientAddress, move?.after.clientAddress], ['127.0.0.1', '203.0.113.9'])
  app.advance(3_600)
  await use('203.0.113.9')
  assert.equal(moves.length, 1, 'still there')
  app.advance(3_600)
  await use('203.0.113.9', firefox)
  assert.equal(moves.length, 2)
  const [session] = await app.auth.sessions.list(userId)
  assert.deepEqual([session?.device, session?.clientAddress], ['Firefox on Linux', '203.0.113.9'])
})

test('a check that knows only the cookie moves nothing', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const cookies = browser.jar.all().map(({ name, value }) => `${name}=${value}`)
  app.advance(3_600)
  assert.ok((await app.auth.session(cookies.join('; '))).user)
  await settle()
  assert.deepEqual(moves, [])
})
