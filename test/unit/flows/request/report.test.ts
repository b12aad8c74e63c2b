// Hooks over HTTP: called after commit and in order, each with its fields; a hook never blocks or fails a request.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { AuthEvent } from 'latchkey'
import type { Browser } from '../../../support/browser.ts'
import { readForms } from '../../../support/html-forms.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../../support/in-process-application.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../../support/provider.ts'
import { findLeaks } from '../../../support/secrets.ts'

let app: InProcessApplication
let h: TestProvider
let e: TestProvider
let told: AuthEvent[] = []

before(async () => {
  ;[h, e] = await Promise.all([startProvider(), startProvider()])
  app = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('e', e)],
    on: (event) => told.push(event),
  })
})
afterEach(() => {
  assert.deepEqual(findLeaks(JSON.stringify(told)), [])
  told = []
  h.reset()
  e.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h.stop(), e.stop()])
})

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function signedIn(): Promise<{ browser: Browser; userId: string }> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const userId = (await whoIs(browser, app))?.id ?? ''
  return { browser, userId }
}

/** Returns the events so far, each as its type and user. */
async function happened(): Promise<readonly (readonly [string, unknown])[]> {
  await settle()
  return told.map((event) => [event.type, 'userId' in event ? event.userId : null])
}

test('a life, told in order: created, signed in, linked, unlinked, signed out', async () => {
  const { browser, userId } = await signedIn()
  e.person = newPerson()
  const tab = browser.tab()
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: '/auth/link/e' })
  // The newer account: the older one started this session.
  const form = readForms(tab.page?.html ?? '').findLast(({ action }) => action.includes('/auth/unlink'))
  const accountId = form?.fields[0]?.[1] ?? ''
  await tab.post('/auth/unlink', { account: accountId })
  await tab.post('/auth/logout')
  assert.deepEqual(
    await happened(),
    ['user_created', 'signed_in', 'linked', 'unlinked', 'signed_out'].map((type) => [type, userId]),
  )
  const [, signIns, , unlinked, signedOut] = told
  assert.ok(signIns?.type === 'signed_in' && signIns.intent === 'login' && signIns.provider === 'h')
  assert.ok(unlinked?.type === 'unlinked' && unlinked.accountId === accountId && unlinked.provider === 'e')
  assert.ok(signedOut?.type === 'signed_out' && signedOut.sessionId)
  for (const event of told) {
    assert.ok(event.at instanceof Date)
    assert.equal(event.userAgent, 'LatchkeyTest/1')
    assert.ok(app.log.some(({ referenceId }) => referenceId === event.referenceId))
  }
})

test('the account page tells who was signed out by whom', async () => {
  const person = newPerson()
  const [one, two, three] = [app.browser(), app.browser(), app.browser()]
  for (const browser of [one, two, three]) await signIn(browser, app, 'h', { at: h, as: person })
  const userId = (await whoIs(one, app))?.id
  await settle()
  told = []
  const tab = one.tab()
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: '/auth/sessions/end' })
  await tab.submit({ action: '/auth/sessions/end-others' })
  assert.deepEqual(await happened(), [
    ['session_ended', userId],
    ['sessions_ended', userId],
  ])
  for (const event of told) assert.ok('by' in event && event.by === 'person')
})

test('a refusal is told with its code, and with who was signed in', async () => {
  const { browser, userId } = await signedIn()
  const other = newPerson()
  await signIn(app.browser(), app, 'e', { at: e, as: other })
  const callback = await catchCallback(app.browser().tab(), app, 'h')
  await settle()
  told = []
  await deliver(app.browser().tab(), callback)
  const tab = browser.tab()
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: '/auth/link/e' })
  assert.deepEqual(await happened(), [
    ['refused', null],
    ['refused', userId],
  ])
  const codes = told.map((event) => 'code' in event && event.code)
  assert.deepEqual(codes, ['attempt_missing', 'account_linked_elsewhere'])
})

test('hooks that throw, reject or hang never touch a sign-in', async () => {
  for (const hook of [
    () => {
      throw new Error('the hook throws')
    },
    () => Promise.reject(new Error('the hook rejects')),
  ]) {
    const broken = await startInProcess({ providers: [describeProvider('h', h)], on: hook })
    const browser = broken.browser()
    await signIn(browser, broken, 'h', { at: h, as: newPerson() })
    assert.ok(await whoIs(browser, broken))
    await broken.auth.close()
    assert.ok(broken.log.some(({ event, level }) => event === 'hook_failed' && level === 'error'))
    await broken.stop()
  }
  let release = (): void => {}
  const stuck = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow = await startInProcess({ providers: [describeProvider('h', h)], on: () => stuck })
  const browser = slow.browser()
  await signIn(browser, slow, 'h', { at: h, as: newPerson() })
  assert.ok(await whoIs(browser, slow), 'the answer did not wait')
  release()
  await slow.stop()
})

test('a host that sleeps after its answer can wait for the hooks', async () => {
  const seen: string[] = []
  const sleepy = await startInProcess({
    providers: [describeProvider('h', h)],
    on: async ({ type }) => {
      await settle()
      seen.push(type)
    },
  })
  const waits: Promise<unknown>[] = []
  const request = new Request(sleepy.url('/auth/no-such-page'))
  await sleepy.auth.handle(request, { waitUntil: (work) => waits.push(work) })
  await Promise.all(waits)
  assert.deepEqual(seen, ['refused'])
  await sleepy.stop()
})
