// Server actions of Next.js in a real browser: somebody signs out in another tab while they write. They are led to sign in,
// find in the page before what they had typed, and come back. Part of `npm run test:frameworks -- next`.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DevIdentityProvider, startDevIdentityProvider } from 'latchkey/dev'
import type { Page } from 'playwright-core'
import { environmentFor } from '../../src/testing/contract/adapter/stage.ts'
import { nextHost } from '../contract/adapter-hosts/next.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'

const isChosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'next').split(',').includes('next')

describe('a server action of somebody who has signed out', { skip: !isChosen || noChromium }, () => {
  let idp: DevIdentityProvider
  let chromium: Chromium
  let origin = ''
  let stop: (() => Promise<void>) | undefined

  before(async () => {
    idp = await startDevIdentityProvider({ port: 0 })
    const environment = await environmentFor(idp, {})
    origin = environment.ORIGIN
    stop = await nextHost.start(environment)
    chromium = await startChromium()
  })
  after(async () => {
    // Here a refused action is a failed request, which other pages must not have.
    await chromium?.close().catch(() => {})
    await stop?.()
    await idp?.close()
  })

  async function signIn(tab: Page): Promise<void> {
    await tab.locator('form[action*="/auth/login/local"] button').click()
  }

  for (const path of ['/note', '/memo']) {
    test(`NP3 ${path}: what was typed is not lost`, { timeout: 90_000 }, async () => {
      const visitor = await chromium.visitor()
      const tab = await visitor.newPage()
      await tab.goto(origin + path)
      await signIn(tab)
      await tab.waitForURL(origin + path)
      // Signed in, the action does its work.
      await tab.locator('textarea').fill('first words')
      await tab.locator('button').click()
      await tab.getByText('Saved: first words').waitFor()

      await tab.goto(origin + path)
      await tab.waitForLoadState('networkidle')
      await tab.locator('textarea').fill('many words that took an hour')
      const other = await visitor.newPage()
      await other.goto(`${origin}/auth/logout`)
      await other.locator('form[action*="/auth/logout"] button').click()
      await other.getByText('nobody').waitFor()

      await tab.locator('button').click()
      await tab.waitForURL(`${origin}/auth/login?returnTo=${encodeURIComponent(path)}`)
      await tab.goBack()
      await assertTyped(tab, 'many words that took an hour')

      // Signed in again in the other tab, the words can be sent.
      await other.goto(`${origin}/profile`)
      await signIn(other)
      await other.getByText('Your profile').waitFor()
      await tab.locator('button').click()
      await tab.getByText('Saved: many words that took an hour').waitFor()
      await visitor.close()
    })
  }
})

async function assertTyped(tab: Page, words: string): Promise<void> {
  await tab.locator('textarea').waitFor()
  await tab.waitForLoadState('networkidle')
  assert.equal(await tab.locator('textarea').inputValue(), words)
}
