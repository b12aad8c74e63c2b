// The account page in Chromium: adding a second way to sign in, removing one, and the devices that are signed in.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Application, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import {
  allow,
  choosePerson,
  headingOf,
  pathOf,
  signInAs,
  whoIsVisitor,
} from '../support/chromium-journeys.ts'

describe('the account page', { skip: noChromium }, () => {
  let app: Application
  let chromium: Chromium

  before(async () => {
    app = await startApplication({ production: false })
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
    await app?.stop()
  })

  test('a second provider is added, signs in the same user, and is taken away again', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'github', person: 'mira', returnTo: '/auth/account' })
    const me = await whoIsVisitor(visitor, app)
    const sessionBefore = await sessionCookie(page)

    await page.getByRole('button', { name: 'Add Facebook' }).click()
    await choosePerson(page, 'mira')
    await allow(page)
    assert.equal(new URL(page.url()).pathname, '/auth/account')
    assert.match(await noticeOn(page), /was added/)
    assert.notEqual(
      await sessionCookie(page),
      sessionBefore,
      'a new session id after what it may do has grown',
    )

    const other = await chromium.visitor()
    await signInAs(await other.newPage(), app, { providerId: 'facebook', person: 'mira' })
    assert.equal((await whoIsVisitor(other, app))?.id, me?.id)
    await other.close()

    await unlinkButton(page, 'Facebook').click()
    assert.match(await noticeOn(page), /was removed/)
    const stranger = await chromium.visitor()
    await signInAs(await stranger.newPage(), app, { providerId: 'facebook', person: 'mira' })
    assert.notEqual((await whoIsVisitor(stranger, app))?.id, me?.id)
    await stranger.close()
    await visitor.close()
  })

  test('the last way to sign in cannot be taken away, not even by a form that stayed open', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'github', person: 'sam', returnTo: '/auth/account' })
    assert.equal(await page.getByRole('button', { name: 'Unlink' }).count(), 0)
    assert.match((await page.textContent('main')) ?? '', /only way to sign in/)

    await page.getByRole('button', { name: 'Add Facebook' }).click()
    await choosePerson(page, 'sam')
    await allow(page)
    const stale = await visitor.newPage()
    await stale.goto(app.url('/auth/account'))
    await unlinkButton(page, 'Facebook').click()
    assert.match(await noticeOn(page), /was removed/)
    await unlinkButton(stale, 'GitHub').click()
    assert.equal(await headingOf(stale), 'Nothing was changed')
    assert.equal((await whoIsVisitor(visitor, app))?.provider, 'github')
    await visitor.close()
  })

  test('an account that belongs to somebody else is not added, and both stay as they were', async () => {
    const owner = await chromium.visitor()
    await signInAs(await owner.newPage(), app, { providerId: 'facebook', person: 'robin' })
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'github', person: 'robin', returnTo: '/auth/account' })
    const me = await whoIsVisitor(visitor, app)
    await page.getByRole('button', { name: 'Add Facebook' }).click()
    await choosePerson(page, 'robin')
    await allow(page)
    assert.equal(await headingOf(page), 'Nothing was changed')
    assert.deepEqual(await whoIsVisitor(visitor, app), me)
    assert.equal((await whoIsVisitor(owner, app))?.provider, 'facebook')
    await owner.close()
    await visitor.close()
  })

  test('refusing at the provider adds nothing and signs nobody out', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'facebook', person: 'noor', returnTo: '/auth/account' })
    await page.getByRole('button', { name: 'Add GitHub' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    assert.equal(await headingOf(page), 'Sign-in not completed')
    await page.goto(app.url('/auth/account'))
    assert.equal(await page.getByRole('button', { name: 'Add GitHub' }).count(), 1)
    await visitor.close()
  })

  test('another device is signed out from here, one or all', async () => {
    const devices = await Promise.all([0, 1, 2].map(() => chromium.visitor()))
    const pages: Page[] = []
    for (const device of devices) {
      const page = await device.newPage()
      await signInAs(page, app, { providerId: 'google', person: 'robin', returnTo: '/auth/account' })
      pages.push(page)
    }
    const [here] = pages
    assert.ok(here)
    const signedIn = async (): Promise<number> =>
      (await Promise.all(devices.map((device) => whoIsVisitor(device, app)))).filter(Boolean).length

    await here.reload()
    assert.equal(await here.getByText('This browser').count(), 1)
    await here
      .getByRole('button', { name: /^Sign out Chrom/ })
      .first()
      .click()
    assert.match(await noticeOn(here), /device was signed out/)
    assert.equal(await signedIn(), 2)
    await here.getByRole('button', { name: 'Sign out everywhere else' }).click()
    assert.match(await noticeOn(here), /All other devices/)
    assert.equal(await signedIn(), 1)
    assert.equal((await whoIsVisitor(here.context(), app))?.name, 'Robin Vale')

    await here.getByRole('button', { name: 'Sign out', exact: true }).click()
    assert.equal(pathOf(here), '/')
    assert.equal(await signedIn(), 0)
    await Promise.all(devices.map((device) => device.close()))
  })

  test('signed out, the account page leads to the sign-in page and back', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await page.goto(app.url('/auth/account'))
    assert.equal(pathOf(page), '/auth/login?returnTo=%2Fauth%2Faccount')
    await visitor.close()
  })

  async function sessionCookie(page: Page): Promise<string | undefined> {
    const cookies = await page.context().cookies(app.origin)
    return cookies.find(({ name }) => name === `latchkey-${app.port}`)?.value
  }
})

async function noticeOn(page: Page): Promise<string> {
  return (await page.getByRole('status').textContent()) ?? ''
}

function unlinkButton(page: Page, providerName: string) {
  return page.getByRole('button', { name: new RegExp(`^Unlink ${providerName}`) })
}
