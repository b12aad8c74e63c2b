// Guided linking in Chromium: Google is authoritative for a verified address whose owner already has an account with
// GitHub. The person reads the offer, signs in with GitHub once, and confirms.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { type Application, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import {
  allow,
  choosePerson,
  headingOf,
  pathOf,
  pressProvider,
  signInAs,
  whoIsVisitor,
} from '../support/chromium-journeys.ts'

describe('guided linking', { skip: noChromium }, () => {
  let app: Application
  let chromium: Chromium
  let visitor: BrowserContext
  let page: Page
  /** Alex's user id, created with GitHub in another browser. */
  let alex: string

  before(async () => {
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
  })
  beforeEach(async () => {
    app = await startApplication({ production: false })
    const elsewhere = await chromium.visitor()
    await signInAs(await elsewhere.newPage(), app, { providerId: 'github', person: 'alex' })
    alex = (await whoIsVisitor(elsewhere, app))?.id ?? ''
    await elsewhere.close()
    visitor = await chromium.visitor()
    page = await visitor.newPage()
  })
  afterEach(async () => {
    await visitor?.close()
    await app?.stop()
  })

  test('the offer, a sign-in with GitHub, and an explicit yes: both lead to the same user', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'alex', returnTo: '/area/wanted?x=1' })
    assert.equal(await headingOf(page), 'You already have an account')
    assert.equal(
      await whoIsVisitor(visitor, app),
      null,
      'nobody is signed in before the question is answered',
    )

    await pressProvider(page, 'github')
    await choosePerson(page, 'alex')
    await allow(page)
    assert.equal(await headingOf(page), 'Add Google to your account?')
    assert.equal(app.census().accounts, 1, 'nothing is linked without a yes')

    await page.getByRole('button', { name: 'Yes, add it' }).click()
    assert.equal(pathOf(page), '/area/wanted?x=1')
    assert.equal((await whoIsVisitor(visitor, app))?.id, alex)
    assert.deepEqual(app.census(), { users: 1, accounts: 2 })

    const later = await chromium.visitor()
    await signInAs(await later.newPage(), app, { providerId: 'google', person: 'alex' })
    assert.equal((await whoIsVisitor(later, app))?.id, alex)
    await later.close()
  })

  test('no: stays signed in with GitHub, and nothing is added', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'alex' })
    await pressProvider(page, 'github')
    await choosePerson(page, 'alex')
    await allow(page)
    await page.getByRole('button', { name: /^No/ }).click()
    assert.equal((await whoIsVisitor(visitor, app))?.id, alex)
    assert.equal(app.census().accounts, 1)
    await page.goto(app.url('/auth/pending-link'))
    assert.notEqual(await headingOf(page), 'Add Google to your account?', 'the question is answered for good')
  })

  test('a separate account: another user, and GitHub keeps leading to the first', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'alex', returnTo: '/profile' })
    await page.getByRole('button', { name: 'Make a separate account' }).click()
    assert.equal(pathOf(page), '/profile')
    const me = await whoIsVisitor(visitor, app)
    assert.equal(me?.provider, 'google')
    assert.notEqual(me?.id, alex)
    assert.deepEqual(app.census(), { users: 2, accounts: 2 })
  })

  test('expired: after the pending identity is gone, its forms do nothing and say so', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'alex' })
    await visitor.clearCookies({ name: `latchkey-${app.port}-link` })
    await page.getByRole('button', { name: 'Make a separate account' }).click()
    assert.match((await page.textContent('main')) ?? '', /took too long to add/)
    assert.equal(await whoIsVisitor(visitor, app), null)
    assert.equal(app.census().users, 1)
  })

  test('somebody else who signs in instead is not asked, and nothing is added to them', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'alex' })
    await pressProvider(page, 'github')
    await choosePerson(page, 'mira')
    await allow(page)
    assert.notEqual(await headingOf(page), 'Add Google to your account?')
    assert.equal(app.census().accounts, 2, 'Alex and Mira with GitHub; Google with nobody')
  })

  test('an address that nobody has verified brings no offer and tells nobody anything', async () => {
    await signInAs(page, app, { providerId: 'google', person: 'robin' })
    assert.equal(await headingOf(page), 'Your profile')
    assert.deepEqual(app.census(), { users: 2, accounts: 2 })
  })
})
