// O: devices without a browser. A person enters the code in a browser, compares it, and allows or denies.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Tab } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { type ClientAnswer, ownClients, refresh, sendForm, whoHolds } from '../support/own-client.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    clients: [...ownClients, { id: 'tv', device: true }],
    bearer: true,
  })
  h.now = () => app.clock
})
after(async () => {
  await app.stop()
  await h.stop()
})

interface Device {
  readonly device_code: string
  readonly user_code: string
  readonly verification_uri: string
  readonly verification_uri_complete: string
  readonly expires_in: number
  readonly interval: number
}

async function device(clientId = 'cli'): Promise<Device> {
  const answer = await sendForm(app, '/auth/device', { client_id: clientId })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

function poll({ device_code }: Device, clientId = 'cli'): Promise<ClientAnswer> {
  return sendForm(app, '/auth/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: clientId,
    device_code,
  })
}

/** Polls again after the interval that the device must wait. */
function pollInTime(shown: Device): Promise<ClientAnswer> {
  app.advance(5)
  return poll(shown)
}

async function person(): Promise<{ browser: Browser; tab: Tab }> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  return { browser, tab: browser.tab(`${app.origin}/`) }
}

async function allow(tab: Tab, shown: Device): Promise<void> {
  await tab.open(shown.verification_uri_complete)
  const page = await tab.submit({ label: /^Allow/ })
  assert.match(page.text, /Go back to your device/)
}

function assertError({ status, body }: ClientAnswer, error: string): void {
  assert.deepEqual({ status: status < 500, error: body.error }, { status: true, error })
  assert.equal(body.access_token, undefined)
}

async function countSessions(tab: Tab): Promise<number> {
  const page = await tab.open(app.url('/auth/account'))
  return page.html.match(/name="session"/g)?.length ?? 0
}

test('O10 pending, allowed: the device is signed in, as the person', async () => {
  const { tab } = await person()
  const shown = await device()
  assert.match(shown.user_code, /^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/)
  assert.ok(shown.expires_in >= 600 && shown.expires_in <= 660, String(shown.expires_in))
  assert.equal(shown.interval, 5)
  assertError(await poll(shown), 'authorization_pending')
  await allow(tab, shown)
  const answer = await pollInTime(shown)
  assert.equal(answer.status, 200)
  assert.notEqual(await whoHolds(app, answer.body.access_token), null)
  assert.equal((await refresh(app, 'cli', answer.body.refresh_token)).status, 200)
  const page = await tab.open(app.url('/auth/account'))
  assert.match(page.text, /Harbour on the command line/)
  assert.equal(await countSessions(tab), 1)
})

test('O10 a device that asks too fast is told to slow down, and gets nothing by it', async () => {
  const { tab } = await person()
  const shown = await device()
  assertError(await poll(shown), 'authorization_pending')
  assertError(await poll(shown), 'slow_down')
  await allow(tab, shown)
  app.advance(2)
  assertError(await poll(shown), 'slow_down')
  assert.equal((await pollInTime(shown)).status, 200, 'the honest twin')
})

test('O10 a no is a no, also for a person who says yes afterwards', async () => {
  const { tab } = await person()
  const shown = await device()
  await tab.open(shown.verification_uri_complete)
  const page = await tab.submit({ label: /^No/ })
  assert.match(page.text, /was not signed in/)
  const again = await tab.open(shown.verification_uri_complete)
  assert.equal(again.status, 400)
  assert.match(again.text, /does not know this code/)
  assertError(await poll(shown), 'access_denied')
  assert.equal(await countSessions(tab), 0)
})

test('O10 after ten minutes neither the device nor the person can go on', async () => {
  const { tab } = await person()
  const shown = await device()
  app.advance(660)
  const page = await tab.open(shown.verification_uri_complete)
  assert.equal(page.status, 400)
  assertError(await poll(shown), 'expired_token')
  const late = await device()
  await allow(tab, late)
  app.advance(660)
  assertError(await poll(late), 'expired_token')
  assert.equal(await countSessions(tab), 0, 'what was given and never fetched is gone')
})

test('O10 the code counts for the person as long as for the device, to its last second', async () => {
  // At the end of a minute, so that counting in minutes would shorten the lifetime.
  app.advance(59.5 - ((app.clock / 1000) % 60))
  const { tab } = await person()
  const shown = await device()
  app.advance(shown.expires_in - 8)
  assertError(await poll(shown), 'authorization_pending')
  app.advance(6)
  await allow(tab, shown)
  app.advance(1)
  assert.equal((await poll(shown)).status, 200)
  const late = await device()
  app.advance(late.expires_in + 61)
  assertError(await poll(late), 'expired_token')
  const page = await tab.open(late.verification_uri_complete)
  assert.equal(page.status, 400, 'the accepted twin is above')
  assert.match(page.text, /does not know this code/)
})

test('O11 ten wrong codes in ten minutes, and then not even a right one', async () => {
  const { tab } = await person()
  const shown = await device()
  for (let guess = 0; guess < 10; guess++) {
    const page = await tab.open(app.url(`/auth/device?user_code=BBBB-BBB${'BCDFGHJKLM'[guess]}`))
    assert.equal(page.status, 400)
  }
  const locked = await tab.open(shown.verification_uri_complete)
  assert.equal(locked.status, 429)
  assert.match(String(locked.headers['retry-after']), /^\d+$/)
  assertError(await poll(shown), 'authorization_pending')
  // The lock does not affect another person.
  const other = await person()
  await allow(other.tab, shown)
  assert.equal((await pollInTime(shown)).status, 200)
  app.advance(600)
  const later = await device()
  await allow(tab, later)
})

test('O11 who is signed out is sent to sign in, whatever the code: there is nothing to guess', async () => {
  const shown = await device()
  for (const path of [shown.verification_uri_complete, app.url('/auth/device?user_code=BBBB-BBBB')]) {
    const page = await app.browser().tab().open(path)
    assert.equal(page.url.pathname, '/auth/login')
    assert.equal(page.status, 200)
  }
})

test('O12 opening the link signs nothing in: the page shows the code and asks, from our own page', async () => {
  const { tab, browser } = await person()
  const shown = await device()
  const page = await tab.open(shown.verification_uri_complete)
  assert.match(page.text, new RegExp(shown.user_code))
  assert.match(page.text, /Did somebody send you this code/)
  assertError(await poll(shown), 'authorization_pending')
  const action = /action="([^"]*decision=allow[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.equal((await browser.tab('https://evil.example/').post(app.url(action))).status, 403)
  assert.equal((await tab.open(app.url(action))).status, 405)
  assert.equal((await tab.fetch(shown.verification_uri_complete)).status, 403)
  assertError(await pollInTime(shown), 'authorization_pending')
  await allow(tab, shown)
  assert.equal((await pollInTime(shown)).status, 200)
})

test('O12 the yes counts in the session that was asked', async () => {
  const { tab, browser } = await person()
  const shown = await device()
  await tab.open(shown.verification_uri_complete)
  await browser.tab(app.url('/')).post('/auth/logout')
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const page = await tab.submit({ label: /^Allow/ })
  assert.match(page.text, /asks to be signed in as you/)
  assertError(await poll(shown), 'authorization_pending')
})

test('O12 a double click on Allow is one yes', async () => {
  const { tab, browser } = await person()
  const shown = await device()
  const page = await tab.open(shown.verification_uri_complete)
  const action = /action="([^"]*decision=allow[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const both = await Promise.all([1, 2].map(() => browser.tab(app.url('/')).post(action)))
  assert.ok(both.some(({ status }) => status === 200))
  assert.ok(both.every(({ status }) => status < 500))
  assert.equal((await pollInTime(shown)).status, 200)
  assert.equal(await countSessions(tab), 1)
})

test('O12 a second click on Allow or No, and a reload of the answer, say the same once more', async () => {
  for (const [decision, words] of [
    ['allow', /Go back to your device/],
    ['deny', /was not signed in/],
  ] as const) {
    const { tab, browser } = await person()
    const shown = await device()
    const page = await tab.open(shown.verification_uri_complete)
    const action =
      new RegExp(`action="([^"]*decision=${decision}[^"]*)"`)
        .exec(page.html)?.[1]
        ?.replaceAll('&amp;', '&') ?? ''
    for (const click of [1, 2]) {
      const answer = await browser.tab(app.url('/')).post(action)
      assert.deepEqual([answer.status, words.test(answer.text)], [200, true], `${decision} ${click}`)
    }
    // A different answer is now too late, and another person cannot answer at all.
    const changed = await browser
      .tab(app.url('/'))
      .post(action.replace(`decision=${decision}`, `decision=${decision === 'allow' ? 'deny' : 'allow'}`))
    assert.equal(changed.status, 400)
    const other = await person()
    assert.equal((await other.tab.open(shown.verification_uri_complete)).status, 400)
    const polled = await pollInTime(shown)
    assert.equal(polled.body.error ?? polled.status, decision === 'allow' ? 200 : 'access_denied')
    const reloaded = await browser.tab(app.url('/')).post(action)
    assert.deepEqual(
      [reloaded.status, words.test(reloaded.text)],
      [200, true],
      `${decision}, after the device`,
    )
    assert.equal(await countSessions(tab), decision === 'allow' ? 1 : 0)
    assert.equal(await countSessions(other.tab), 0)
  }
})

test('O12 a device code is redeemed once, by its own client', async () => {
  const { tab } = await person()
  const shown = await device()
  await allow(tab, shown)
  assertError(await poll(shown, 'tv'), 'invalid_grant')
  assertError(await poll({ ...shown, device_code: shown.user_code }), 'invalid_grant')
  assertError(await poll(shown, 'phone'), 'unauthorized_client')
  const first = await pollInTime(shown)
  assert.equal(first.status, 200)
  assertError(await pollInTime(shown), 'invalid_grant')
  assert.notEqual(await whoHolds(app, first.body.access_token), null)
  const page = await tab.open(shown.verification_uri_complete)
  assert.equal(page.status, 400, 'the code is used up')
})

test('O12 who signs out everywhere before the device comes has signed it out', async () => {
  const { tab } = await person()
  const shown = await device()
  await allow(tab, shown)
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: '/auth/sessions/end-others' })
  assertError(await pollInTime(shown), 'authorization_pending')
  assert.equal(await countSessions(tab), 0)
})

test('O12 a code is typed as people type', async () => {
  const { tab } = await person()
  const shown = await device('tv')
  const [first, last] = shown.user_code.toLowerCase().split('-')
  const wide = [...shown.user_code].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
  for (const typed of [
    ` ${first} ${last} `,
    `${first}${last}`,
    // Dashes from phones, word processors and right-to-left keyboards; full-width letters from a Japanese keyboard.
    ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '_', '\u00b7'].map(
      (dash) => `${first}${dash}${last}`,
    ),
    `\u200e${shown.user_code}\u200b`,
    wide.join(''),
  ]) {
    await tab.open(shown.verification_uri)
    const page = await tab.submit({ fields: { user_code: typed } })
    assert.match(page.text, new RegExp(shown.user_code), JSON.stringify(typed))
    assert.match(page.text, /A device with tv/)
  }
  await tab.open(shown.verification_uri)
  const more = await tab.submit({ fields: { user_code: `${shown.user_code}B` } })
  assert.equal(more.status, 400)
})

test('O16 a client that is no device, unknown, or brings a secret gets no code', async () => {
  const ask = (fields: Record<string, string>) => sendForm(app, '/auth/device', fields)
  assertError(await ask({ client_id: 'phone' }), 'unauthorized_client')
  assertError(await ask({ client_id: 'stranger' }), 'invalid_client')
  assertError(await ask({}), 'invalid_request')
  assertError(await ask({ client_id: 'cli', client_secret: 'x' }), 'invalid_client')
})
