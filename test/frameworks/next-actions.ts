// Server actions of Next.js in a real browser: a person signs out in another tab while writing. The next action redirects
// to the sign-in and back, without an error page. Part of `npm run test:frameworks -- next`.
import { after, before, describe, test } from 'node:test'
import { type DevIdentityProvider, startDevIdentityProvider } from 'latchkey/dev'
import type { Page } from 'playwright-core'
import { environmentFor } from '../../src/testing/contract/adapter/stage.ts'
import { nextHost } from '../contract/adapter-hosts/next.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'

const isChosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'next').split(',').includes('next')

for (const prefix of ['', '/shop']) describeActions(prefix)

function describeActions(prefix: string): void {
  const name = `a server action of somebody who has signed out${prefix && `, below ${prefix}`}`
  describe(name, { skip: !isChosen || noChromium }, () => {
    let idp: DevIdentityProvider
    let chromium: Chromium
    let origin = ''
    let stop: (() => Promise<void>) | undefined

    before(async () => {
      idp = await startDevIdentityProvider({ port: 0 })
      const environment = await environmentFor(idp, { PREFIX: prefix })
      origin = environment.ORIGIN + prefix
      stop = await nextHost.start(environment)
      chromium = await startChromium()
    })
    after(async () => {
      // A refused action is a failed request, which is expected here; on other pages it would fail the test.
      await chromium?.close().catch(() => {})
      await stop?.()
      await idp?.close()
    })

    async function signIn(tab: Page): Promise<void> {
      await tab.locator('form[action*="/auth/login/local"] button').click()
    }

    for (const path of ['/note', '/memo']) {
      test(`NP3 ${path}: leads to sign in and back, not to an error page`, { timeout: 90_000 }, async () => {
        const visitor = await chromium.visitor()
        const tab = await visitor.newPage()
        await tab.goto(origin + path)
        await signIn(tab)
        await tab.waitForURL(origin + path)
        // Signed in, the action succeeds.
        await tab.locator('textarea').fill('first words')
        await tab.locator('button').click()
        await tab.getByText('Saved: first words').waitFor()

        await tab.goto(origin + path)
        await tab.waitForLoadState('networkidle')
        await tab.locator('textarea').fill('many words that took an hour')
        const other = await visitor.newPage()
        await other.goto(`${origin}/auth/logout`)
        await other.locator('form[action*="/auth/logout"] button').click()
        await other.waitForURL(({ pathname }) => !pathname.endsWith('/logout'))

        await tab.locator('button').click()
        await tab.waitForURL(`${origin}/auth/login?returnTo=${encodeURIComponent(prefix + path)}`)
        // Returns to the page, which works as before.
        await signIn(tab)
        await tab.waitForURL(origin + path)
        await tab.waitForLoadState('networkidle')
        await tab.locator('textarea').fill('words once more')
        await tab.locator('button').click()
        await tab.getByText('Saved: words once more').waitFor()
        await visitor.close()
      })
    }
  })
}
