// A newcomer's first minutes, in Chromium: nothing is configured, and the local identity provider takes the place of
// Google, GitHub and Facebook.
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
  pressProvider,
  signInAs,
  startSignIn,
  whoIsVisitor,
} from '../support/chromium-journeys.ts'

describe('sign-in without credentials', { skip: noChromium }, () => {
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

  for (const provider of ['google', 'github', 'facebook']) {
    test(`${provider}: from a protected page, over the sign-in page, back to it, and out again`, async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await page.goto(app.url('/profile'))
      assert.equal(pathOf(page), '/auth/login?returnTo=%2Fprofile')
      await pressProvider(page, provider)
      assert.equal(new URL(page.url()).hostname, '127.0.0.1', 'cross-site, as in production')
      assert.match((await page.textContent('body')) ?? '', /development only/i)
      await choosePerson(page, 'mira')
      await allow(page)

      assert.equal(pathOf(page), '/profile')
      assert.equal(await headingOf(page), 'Your profile')
      const me = await whoIsVisitor(visitor, app)
      assert.equal(me?.name, 'Mira Castellanos')
      assert.equal(me?.email, 'mira@example.net')
      assert.equal(me?.provider, provider)

      await page.getByRole('button', { name: 'Sign out' }).click()
      assert.equal(pathOf(page), '/')
      assert.equal(await whoIsVisitor(visitor, app), null)
      await page.goto(app.url('/profile'))
      assert.equal(pathOf(page), '/auth/login?returnTo=%2Fprofile')
      await visitor.close()
    })

    test(`${provider}: a person without an e-mail address signs in as well`, async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await signInAs(page, app, { providerId: provider, person: 'sam' })
      assert.equal(await headingOf(page), 'Your profile')
      const me = await whoIsVisitor(visitor, app)
      assert.deepEqual([me?.name, me?.email, me?.emailVerified], ['Sam Adeyemi-Holt', null, false])
      await visitor.close()
    })

    test(`${provider}: denying at consent leaves nobody signed in, and trying again works`, async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await startSignIn(page, app, provider)
      await choosePerson(page, 'mira')
      await page.getByRole('button', { name: 'Deny' }).click()
      assert.equal(await headingOf(page), 'Sign-in not completed')
      assert.equal(await whoIsVisitor(visitor, app), null)

      await page.getByRole('link', { name: 'Try again' }).click()
      assert.equal(pathOf(page), '/auth/login?returnTo=%2Fprofile')
      await pressProvider(page, provider)
      await choosePerson(page, 'mira')
      await allow(page)
      assert.equal(pathOf(page), '/profile')
      await visitor.close()
    })
  }

  test('names that look like markup or run from right to left stay text', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { person: 'noor' })
    assert.match((await whoIsVisitor(visitor, app))?.name ?? '', /<b onclick=/)
    for (const path of ['/', '/profile', '/auth/account', '/auth/login']) {
      await page.goto(app.url(path))
      assert.equal(await page.locator('b[onclick]').count(), 0, path)
      assert.match((await page.textContent('body')) ?? '', /<b onclick=/, path)
    }
    await visitor.close()
  })

  test('cancelling at the chooser is a refusal too', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await startSignIn(page, app, 'google')
    await page.getByRole('button', { name: 'Cancel' }).click()
    assert.equal(await headingOf(page), 'Sign-in not completed')
    await visitor.close()
  })

  test('the keyboard alone is enough', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await page.goto(app.url('/profile'))
    await tabTo(page, 'Continue with Google')
    await page.keyboard.press('Enter')
    await page.waitForURL(/127\.0\.0\.1/)
    await tabTo(page, 'Mira Castellanos')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Allow' }).waitFor()
    await tabTo(page, 'Allow')
    await page.keyboard.press('Space')
    await page.waitForURL(app.url('/profile'))
    await tabTo(page, 'Sign out')
    await page.keyboard.press('Enter')
    await page.waitForURL(app.url('/'))
    assert.equal(await whoIsVisitor(visitor, app), null)
    await visitor.close()
  })

  test('nothing needs JavaScript in the browser', async () => {
    const visitor = await chromium.visitor({ javaScriptEnabled: false })
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'github', person: 'alex' })
    assert.equal(await headingOf(page), 'Your profile')
    await page.getByRole('link', { name: 'Accounts and devices' }).click()
    await page.getByRole('button', { name: 'Add Facebook' }).click()
    await choosePerson(page, 'alex')
    await allow(page)
    assert.match((await page.getByRole('status').textContent()) ?? '', /was added/)
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
    assert.equal(await whoIsVisitor(visitor, app), null)
    await visitor.close()
  })

  for (const [device, options] of Object.entries({
    'a phone': { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
    'a desk': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
  })) {
    test(`no page scrolls sideways on ${device}`, async () => {
      const visitor = await chromium.visitor(options)
      const page = await visitor.newPage()
      const look = async (): Promise<void> => {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.ok(overflow <= 0, `${page.url()} is ${overflow} px too wide`)
      }
      for (const path of ['/', '/auth/login', '/auth/signed-out', '/auth/nowhere', '/nowhere']) {
        await page.goto(app.url(path))
        await look()
      }
      await startSignIn(page, app, 'google')
      await look()
      await choosePerson(page, 'noor')
      await look()
      await allow(page)
      await look()
      for (const path of ['/', '/area/some/where', '/auth/account', '/auth/login']) {
        await page.goto(app.url(path))
        await look()
      }
      await visitor.close()
    })
  }
})

/** Presses Tab until the control with this text has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused.includes(text)) return
  }
  throw new Error(`Tab never reached "${text}" on ${page.url()}`)
}
