// The same login against the emulators of `emulate`: the catalogue's Google and GitHub, pointed at another host by
// environment variables alone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Application, findFreePort, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { headingOf, pathOf, pressProvider, startSignIn, whoIsVisitor } from '../support/chromium-journeys.ts'
import { type EmulatedProvider, startEmulatedGitHub, startEmulatedGoogle } from '../support/emulate.ts'

describe('emulated Google and GitHub', { skip: noChromium }, () => {
  let google: EmulatedProvider
  let github: EmulatedProvider
  let app: Application
  let chromium: Chromium

  before(async () => {
    const port = await findFreePort()
    const callback = (id: string): string => `http://localhost:${port}/auth/callback/${id}`
    google = await startEmulatedGoogle([callback('google')])
    github = await startEmulatedGitHub([callback('github'), callback('work')])
    app = await startApplication({
      port,
      environment: {
        PROVIDERS: 'google,github',
        GOOGLE_CLIENT_ID: google.clientId,
        GOOGLE_CLIENT_SECRET: google.clientSecret,
        GOOGLE_BASE_URL: google.origin,
        GITHUB_CLIENT_ID: github.clientId,
        GITHUB_CLIENT_SECRET: github.clientSecret,
        GITHUB_BASE_URL: github.origin,
        GITHUB_API_URL: github.origin,
      },
    })
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
    await app?.stop()
    await google?.close()
    await github?.close()
  })

  test('GitHub signs in', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await startSignIn(page, app, 'github')
    await pressAda(page)
    assert.equal(pathOf(page), '/profile')
    const me = await whoIsVisitor(visitor, app)
    assert.deepEqual([me?.provider, me?.name, me?.email], ['github', 'Ada Byron', 'ada@example.org'])
    assert.match(me?.sub ?? '', /^\d+$/)
    await visitor.close()
  })

  test('Google, for the same verified Workspace address, leads over GitHub to the same user', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await startSignIn(page, app, 'google')
    await pressAda(page)
    assert.equal(await headingOf(page), 'You already have an account')
    await pressProvider(page, 'github')
    await pressAda(page)
    await page.getByRole('button', { name: 'Yes, add it' }).click()
    assert.equal(pathOf(page), '/profile')
    const me = await whoIsVisitor(visitor, app)

    const later = await chromium.visitor()
    const other = await later.newPage()
    await startSignIn(other, app, 'google', '/area/google')
    await pressAda(other)
    assert.equal(pathOf(other), '/area/google')
    const again = await whoIsVisitor(later, app)
    assert.deepEqual([again?.id, again?.provider], [me?.id, 'google'])
    await later.close()
    await visitor.close()
  })
})

async function pressAda(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ada/ }).first().click()
}
