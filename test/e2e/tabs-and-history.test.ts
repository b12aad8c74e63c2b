// What real browsers do to a login (cases B4, B12): several tabs, Back, reload, a callback that is delivered twice, a
// provider that goes down during the login and comes back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
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
  startSignIn,
  whoIsVisitor,
} from '../support/chromium-journeys.ts'
import { newPerson } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

describe('a login in a real browser', { skip: noChromium }, () => {
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

  for (const order of ['the first tab first', 'the second tab first']) {
    test(`B12 two tabs that start together both end where they wanted to go: ${order}`, async () => {
      const visitor = await chromium.visitor()
      const tabs = await Promise.all([visitor.newPage(), visitor.newPage()])
      const paths = ['/area/first?tab=1', '/area/second?tab=2']
      await Promise.all(tabs.map((tab, at) => startSignIn(tab, app, 'google', paths[at])))
      for (const tab of tabs) await choosePerson(tab, 'mira')

      const turns = order === 'the first tab first' ? [0, 1] : [1, 0]
      for (const at of turns) {
        const tab = tabs[at]
        assert.ok(tab)
        await allow(tab)
        assert.equal(pathOf(tab), paths[at])
      }
      assert.equal((await whoIsVisitor(visitor, app))?.provider, 'google')
      await visitor.close()
    })
  }

  test('B12 two tabs with two providers: the last one to finish is who is signed in', async () => {
    const visitor = await chromium.visitor()
    const [one, other] = await Promise.all([visitor.newPage(), visitor.newPage()])
    await Promise.all([startSignIn(one, app, 'google'), startSignIn(other, app, 'facebook')])
    await choosePerson(other, 'sam')
    await choosePerson(one, 'mira')
    await allow(other)
    assert.equal((await whoIsVisitor(visitor, app))?.provider, 'facebook')
    await allow(one)
    assert.equal((await whoIsVisitor(visitor, app))?.provider, 'google')
    await visitor.close()
  })

  test('B12 ten tabs, finished backwards, and one more login after fifty that nobody finished', async () => {
    const visitor = await chromium.visitor()
    const tabs: Page[] = []
    for (let at = 0; at < 10; at++) tabs.push(await visitor.newPage())
    for (const [at, tab] of tabs.entries()) {
      await startSignIn(tab, app, 'google', `/area/tab-${at}`)
      await choosePerson(tab, 'mira')
    }
    for (const [at, tab] of [...tabs.entries()].reverse()) {
      await allow(tab)
      assert.equal(pathOf(tab), `/area/tab-${at}`)
      await tab.close()
    }

    const page = await visitor.newPage()
    for (let abandoned = 0; abandoned < 50; abandoned++) {
      await page.request.post(app.url('/auth/login/google'), {
        headers: { 'sec-fetch-site': 'same-origin' },
        maxRedirects: 0,
      })
    }
    assert.ok(cookieBytes(await visitor.cookies(app.origin)) < 4_000)
    await signInAs(page, app, { returnTo: '/area/after-fifty' })
    assert.equal(pathOf(page), '/area/after-fifty')
    await visitor.close()
  })

  test('Back after sign-in shows no error and signs nobody out', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await page.goto(app.url('/'))
    await signInAs(page, app, { returnTo: '/profile' })
    const me = await whoIsVisitor(visitor, app)
    for (let steps = 0; steps < 4; steps++) {
      await page.goBack().catch(() => null)
      const heading = await headingOf(page)
      assert.doesNotMatch(heading, /not completed|went wrong|did not work/, page.url())
      assert.deepEqual(await whoIsVisitor(visitor, app), me)
    }
    await page.goto(app.url('/profile'))
    assert.equal(await headingOf(page), 'Your profile')
    await visitor.close()
  })

  test('Back to the provider and Allow once more ends well', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await startSignIn(page, app, 'google')
    await choosePerson(page, 'mira')
    const consent = page.url()
    await allow(page)
    await page.goto(consent)
    if (await page.getByRole('button', { name: 'Allow' }).count()) await allow(page)
    await page.goto(app.url('/profile'))
    assert.equal(await headingOf(page), 'Your profile')
    await visitor.close()
  })

  test('a double click on every button ends well', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await page.goto(app.url('/auth/login?returnTo=%2Fprofile'))
    await page.locator('form[action*="/google"] button').dblclick()
    await page.locator('form:has([value="mira"]) button').dblclick()
    await page.getByRole('button', { name: 'Allow' }).dblclick()
    await page.waitForURL(app.url('/profile'))
    assert.equal((await whoIsVisitor(visitor, app))?.name, 'Mira Castellanos')
    await visitor.close()
  })

  test('Back to the sign-in page offers to go on as who is signed in, and another login works', async () => {
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signInAs(page, app, { person: 'mira' })
    await page.goto(app.url('/auth/login?returnTo=%2Farea%2Fon'))
    await page.getByRole('link', { name: 'Continue as Mira Castellanos' }).click()
    assert.equal(pathOf(page), '/area/on')
    await signInAs(page, app, { person: 'robin', returnTo: '/profile' })
    assert.equal((await whoIsVisitor(visitor, app))?.name, 'Robin Vale')
    await visitor.close()
  })
})

describe('a callback that comes twice, a provider that comes and goes', { skip: noChromium }, () => {
  let app: Application
  let chromium: Chromium
  let provider: TestProvider

  before(async () => {
    provider = await startProvider()
    app = await startApplication({ providers: { h: provider } })
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
    await app?.stop()
    await provider?.stop()
  })

  test('B4 a reload of the callback goes to where the login led, by one token request', async () => {
    const visitor = await chromium.visitor()
    const { page, callback } = await catchCallback(visitor)
    await page.goto(callback)
    assert.equal(pathOf(page), '/profile')
    await page.goto(callback)
    assert.equal(
      await page
        .locator('body')
        .getByText(/start again/)
        .count(),
      0,
    )
    await page.goto(app.url('/profile'))
    assert.equal(await headingOf(page), 'Your profile')
    assert.equal(provider.count('token'), 1)
    await visitor.close()
  })

  test('B4 after signing out, an old callback signs nobody in', async () => {
    const visitor = await chromium.visitor()
    const { page, callback } = await catchCallback(visitor)
    await page.goto(callback)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(callback)
    assert.equal(await headingOf(page), 'Sign-in not completed')
    assert.equal(await whoIsVisitor(visitor, app), null)
    assert.equal(provider.count('token'), 1)
    await visitor.close()
  })

  test('B4 two deliveries at the same moment make one token request, and both tabs are signed in', async () => {
    const visitor = await chromium.visitor()
    const { page, callback } = await catchCallback(visitor)
    // The token endpoint waits until both deliveries have been sent.
    const person = provider.person
    provider.behaviour.token = (context) => ({
      delayMilliseconds: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        access_token: 'token-of-a-slow-answer',
        token_type: 'Bearer',
        id_token: provider.makeIdToken(context, null),
      }),
    })
    provider.behaviour.userinfo = () => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(person),
    })
    const other = await visitor.newPage()
    // With the same URL, the browser's cache would delay the second request until the first is answered.
    await Promise.all([page.goto(callback), other.goto(`${callback}&again=1`)])
    for (const tab of [page, other]) assert.equal(await headingOf(tab), 'Your profile')
    assert.equal(provider.count('token'), 1)
    assert.equal((await whoIsVisitor(visitor, app))?.sub, person.sub)
    await visitor.close()
  })

  test('a provider stopped midway gives a page that says so; once it is back, trying again works', async () => {
    const visitor = await chromium.visitor()
    const { page, callback } = await catchCallback(visitor)
    await provider.stop()
    try {
      await page.goto(callback)
      assert.match((await page.textContent('main')) ?? '', /does not answer/)
      assert.equal(await whoIsVisitor(visitor, app), null)
    } finally {
      await provider.restart()
    }
    await page.getByRole('link', { name: 'Try again' }).click()
    assert.equal(pathOf(page), '/auth/login?returnTo=%2Fprofile')
    await pressProvider(page, 'h')
    assert.equal(pathOf(page), '/profile')
    await visitor.close()
  })

  /** Signs in up to the provider's answer, and intercepts it. */
  async function catchCallback(visitor: BrowserContext): Promise<{ page: Page; callback: string }> {
    provider.reset()
    provider.person = newPerson()
    let callback = ''
    provider.behaviour.authorize = ({ path, query }) => {
      callback = provider.answerTo(new URL(`${path}?${query}`, provider.origin)).href
      return { headers: { 'content-type': 'text/html' }, body: '<h1>Wait</h1>' }
    }
    const page = await visitor.newPage()
    await startSignIn(page, app, 'h')
    delete provider.behaviour.authorize
    assert.notEqual(callback, '')
    return { page, callback }
  }
})

function cookieBytes(cookies: readonly { name: string; value: string }[]): number {
  return cookies.reduce((sum, { name, value }) => sum + name.length + value.length + 3, 0)
}
