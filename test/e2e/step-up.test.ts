// Step-up in Chromium: the page that asks, the way to the provider and back to the same page, and the wrong person.
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
  whoIsVisitor,
} from '../support/chromium-journeys.ts'

describe('step-up', { skip: noChromium }, () => {
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

  /** Opens the page to which a guard redirects if the sign-in is too old. */
  async function askToConfirm(page: Page): Promise<void> {
    await page.goto(app.url('/auth/login?maxAge=300&returnTo=%2Farea%2Fdanger%3Fx%3D1'))
    assert.equal(await headingOf(page), 'Confirm that it is you')
    assert.match((await page.textContent('main')) ?? '', /You are signed in as Mira/)
  }

  for (const providerId of ['google', 'github']) {
    test(`the person confirms with ${providerId}, and is back at the same place`, async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await signInAs(page, app, { providerId, person: 'mira' })
      const me = await whoIsVisitor(visitor, app)
      await askToConfirm(page)
      assert.equal(await page.locator('form[action^="/auth/login/"]').count(), 1)
      await pressProvider(page, providerId)
      await choosePerson(page, 'mira')
      await allow(page)
      assert.equal(pathOf(page), '/area/danger?x=1')
      assert.deepEqual(await whoIsVisitor(visitor, app), me)
      await visitor.close()
    })
  }

  test('another person who confirms is refused, and the first one stays', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { providerId: 'google', person: 'mira' })
    const me = await whoIsVisitor(visitor, app)
    await askToConfirm(page)
    await pressProvider(page, 'google')
    const others = page.locator('form:has(input[name="person"]:not([value="mira"])) button')
    await others.first().click()
    await allow(page)
    assert.match((await page.textContent('main')) ?? '', /confirmed with another account/)
    assert.deepEqual(await whoIsVisitor(visitor, app), me)
    await visitor.close()
  })
})
