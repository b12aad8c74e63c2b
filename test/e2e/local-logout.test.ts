// Signing out at the local identity provider, which notifies the application by back-channel logout, as a real one would.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser, Tab } from '../support/browser.ts'
import { whoIs } from '../support/journeys.ts'
import { signInLocally } from '../support/local-journeys.ts'

let app: Application

before(async () => {
  app = await startApplication({
    production: false,
    environment: { PROVIDERS: 'google,microsoft' },
  })
})
after(async () => {
  await app?.stop()
})

interface Visitor {
  readonly browser: Browser
  readonly issuer: string
}

async function signedIn(): Promise<Visitor> {
  const browser = app.browser()
  const page = await signInLocally(browser, app, 'google')
  const there = page.trace.find(({ url }) => url.origin !== app.origin)
  assert.ok(await whoIs(browser, app))
  return { browser, issuer: `${there?.url.origin}/google` }
}

async function openAccount({ browser, issuer }: Visitor): Promise<Tab> {
  const tab = browser.tab()
  await tab.open(`${issuer}/local/account`)
  return tab
}

test('"Sign out everywhere" there ends the sessions here, in every browser', async () => {
  const here = await signedIn()
  const elsewhere = await signedIn()
  const tab = await openAccount(here)
  assert.ok(tab.page?.text.includes(app.url('/auth/backchannel-logout/google')), 'the page says who is told')
  await tab.submit({ label: 'Sign out everywhere' })
  assert.equal(await whoIs(here.browser, app), null)
  assert.equal(await whoIs(elsewhere.browser, app), null)
})

test('twin: "Sign out here" ends the session of this browser alone', async () => {
  const here = await signedIn()
  const elsewhere = await signedIn()
  await (await openAccount(here)).submit({ label: 'Sign out here' })
  assert.equal(await whoIs(here.browser, app), null)
  assert.ok(await whoIs(elsewhere.browser, app))
})

test('"provider=1" goes to the page of Microsoft, whose tenants are issuers of their own', async () => {
  const browser = app.browser()
  await signInLocally(browser, app, 'microsoft')
  const hop = await browser.tab(app.url('/')).fetch('/auth/logout?provider=1', { method: 'POST' })
  const { hostname, pathname, searchParams } = new URL(hop.headers.location ?? '')
  assert.equal(hostname, '127.0.0.1')
  assert.match(pathname, /^\/microsoft\/.*logout$/)
  assert.ok(searchParams.get('id_token_hint'))
  assert.equal(await whoIs(browser, app), null)
})

test('twin: Google has no such page, so the person stays here', async () => {
  const { browser } = await signedIn()
  const hop = await browser.tab(app.url('/')).fetch('/auth/logout?provider=1', { method: 'POST' })
  assert.equal(hop.headers.location, '/')
})
