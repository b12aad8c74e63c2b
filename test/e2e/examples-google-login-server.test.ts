// examples/google-login-server: the home page shows the button or the user; the user is stored and found again.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson, headingOf, pathOf } from '../support/chromium-journeys.ts'
import { type Example, passAs, startExample } from '../support/example.ts'

describe('google-login-server', () => {
  let app: Example
  before(async () => {
    app = await startExample('google-login-server')
  })
  after(() => app?.stop())

  test('the home page shows the button, then the user, then the button again', async () => {
    const tab = app.browser().tab()
    await tab.open(app.origin)
    await tab.submit({ label: 'Sign in with Google' })
    const home = await passAs(tab, 'mira')
    assert.equal(home.url.href, app.url('/'))
    assert.match(home.text, /Hello, Mira Castellanos!.*mira@example\.net/)
    const out = await tab.submit({ label: 'Sign out' })
    assert.match(out.text, /You are not signed in/)
  })

  test('the user is stored once and found again at the next sign-in; a second request uses what is stored', async () => {
    const seen: string[] = []
    for (const visits of [1, 2]) {
      const tab = app.browser().tab()
      await tab.open(app.url('/visits'))
      assert.equal(tab.url.pathname, '/auth/login', 'the page is for people who are signed in')
      await tab.submit({ label: 'Google' })
      const page = await passAs(tab, 'alex')
      assert.equal(page.url.pathname, '/visits')
      assert.equal(page.html.match(/<li>/g)?.length, visits)
      seen.push(/user (\S+),/.exec(page.text)?.[1] ?? 'nobody')
    }
    assert.equal(seen[0], seen[1])
  })

  test('somebody else has visits of their own', async () => {
    const tab = app.browser().tab()
    await tab.open(app.url('/visits'))
    await tab.submit({ label: 'Google' })
    assert.equal((await passAs(tab, 'noor')).html.match(/<li>/g)?.length, 1)
  })

  describe('in Chromium', { skip: noChromium }, () => {
    let chromium: Chromium
    before(async () => {
      chromium = await startChromium()
    })
    after(() => chromium?.close())

    test('the button, the person, the visits, and out', async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await page.goto(app.origin)
      await page.getByRole('button', { name: 'Sign in with Google' }).click()
      await choosePerson(page, 'robin')
      await allow(page)
      assert.equal(await headingOf(page), 'Hello, Robin Vale!')
      await page.getByRole('link', { name: 'When were you here before?' }).click()
      assert.equal(await page.getByRole('listitem').count(), 1)
      await page.getByRole('link', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      assert.equal(pathOf(page), '/')
      assert.equal(await headingOf(page), 'Welcome')
      await visitor.close()
    })
  })
})
