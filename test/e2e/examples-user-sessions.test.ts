// examples/user-sessions: the features of Flask-Login, with users in the application's own table.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findFreePort } from '../support/application.ts'
import type { Tab } from '../support/browser.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson, headingOf, pathOf } from '../support/chromium-journeys.ts'
import { type EmulatedProvider, startEmulatedGoogle } from '../support/emulate.ts'
import { type Example, passAs, startExample } from '../support/example.ts'

describe('user-sessions', () => {
  let app: Example
  before(async () => {
    app = await startExample('user-sessions')
  })
  after(() => app?.stop())

  async function signIn(person: string, path = '/profile'): Promise<Tab> {
    const tab = app.browser().tab()
    await tab.open(app.url(path))
    await tab.submit({ label: 'Google' })
    await passAs(tab, person)
    return tab
  }

  test('login required: to the sign-in page, and back to where the person was', async () => {
    const tab = await signIn('mira')
    assert.equal(tab.url.pathname, '/profile')
    assert.match(tab.page?.text ?? '', /Name Mira Castellanos Nickname none yet E-mail mira@example\.net/)
    await tab.submit({ label: 'Sign out' })
    assert.equal((await tab.open(app.url('/profile'))).url.pathname, '/auth/login')
  })

  test('the user is a row of the table: found again, with what they call themselves here', async () => {
    const tab = await signIn('alex', '/settings')
    const saved = await tab.submit({ action: '/settings', fields: { nickname: 'Lex' } })
    assert.equal(saved.url.pathname, '/profile')
    assert.match(saved.text, /Nickname Lex/)

    const later = await signIn('alex', '/')
    assert.match(later.page?.text ?? '', /Hello, Lex!/)
    const id = (one: Tab) => one.fetch('/api/me').then(({ body }) => JSON.parse(body).id)
    assert.equal(await id(later), await id(tab))
  })

  test('an address that nobody verified: refused with a sentence, and nothing is stored', async () => {
    for (const person of ['robin', 'sam']) {
      const tab = await signIn(person)
      assert.equal(tab.page?.status, 403)
      assert.match(tab.page?.text ?? '', /Please verify your e-mail address at Google first/)
      assert.equal((await tab.fetch(app.url('/api/me'))).status, 401)
    }
  })

  test('unauthorized: JSON for programs, a page of our own for members', async () => {
    const tab = app.browser().tab()
    const members = await tab.open(app.url('/members'))
    assert.equal(members.status, 401)
    assert.match(members.text, /For members only/)
    const me = await tab.fetch('/api/me')
    assert.equal(me.status, 401)
    assert.equal(JSON.parse(me.body).error, 'session_required')

    await tab.follow('/auth/login?returnTo=/members')
    await tab.submit({ label: 'Google' })
    const inside = await passAs(tab, 'mira')
    assert.equal(inside.status, 200)
    assert.equal(inside.url.pathname, '/members')
  })

  test('a form of another site changes nothing', async () => {
    const tab = await signIn('mira', '/settings')
    const foreign = tab.browser.tab('https://evil.example/')
    const answer = await foreign.post(app.url('/settings'), { nickname: 'Owned' })
    assert.equal(answer.status, 403)
    assert.doesNotMatch((await tab.open(app.url('/profile'))).text, /Owned/)
  })

  test('signing out elsewhere ends the other browsers and leaves this one', async () => {
    const here = await signIn('noor', '/settings')
    const there = await signIn('noor')
    await here.submit({ label: 'Sign out everywhere else' })
    assert.equal(here.url.pathname, '/profile')
    assert.equal((await there.open(app.url('/profile'))).url.pathname, '/auth/login')
  })

  describe('in Chromium', { skip: noChromium }, () => {
    let chromium: Chromium
    before(async () => {
      chromium = await startChromium()
    })
    after(() => chromium?.close())

    test('remembered after a restart of the browser, since the cookie has an end of its own', async () => {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await page.goto(app.url('/profile'))
      await page.getByRole('button', { name: 'Google' }).click()
      await choosePerson(page, 'mira')
      await allow(page)
      const storageState = await visitor.storageState()
      assert.ok(storageState.cookies.every(({ expires, httpOnly }) => expires > 0 && httpOnly))
      await visitor.close()

      const restarted = await chromium.visitor({ storageState })
      const again = await restarted.newPage()
      await again.goto(app.origin)
      assert.equal(await headingOf(again), 'Hello, Mira Castellanos!')
      await again.getByRole('link', { name: 'Settings' }).click()
      await again.getByLabel('Nickname').fill('Mi')
      await again.getByRole('button', { name: 'Save' }).click()
      assert.equal(pathOf(again), '/profile')
      await again.getByRole('link', { name: 'Home' }).click()
      assert.equal(await headingOf(again), 'Hello, Mi!')
      await again.getByRole('button', { name: 'Sign out' }).click()
      assert.equal(await headingOf(again), 'Nobody is signed in')
      await restarted.close()
    })
  })
})

describe('user-sessions, when the sign-in is a while ago', () => {
  let app: Example
  before(async () => {
    app = await startExample('user-sessions', { environment: { FRESH_SECONDS: '1' } })
  })
  after(() => app?.stop())

  test('fresh login: confirmed at the provider, then back to the page; by somebody else it counts for nothing', async () => {
    const tab = app.browser().tab()
    await tab.open(app.url('/profile'))
    await tab.submit({ label: 'Google' })
    await passAs(tab, 'mira')
    await new Promise((resolve) => setTimeout(resolve, 1500))

    await tab.open(app.url('/settings'))
    assert.equal(tab.url.pathname, '/auth/login', 'remembered, but not fresh')
    await tab.submit({ label: 'Google' })
    const refused = await passAs(tab, 'alex')
    assert.equal(refused.status, 403)
    assert.match(refused.text, /another account than the one you are signed in with/)

    await tab.open(app.url('/settings'))
    await tab.submit({ label: 'Google' })
    const settings = await passAs(tab, 'mira')
    assert.equal(settings.url.href, app.url('/settings'))
    assert.match(settings.text, /Nickname/)
  })
})

describe('user-sessions with the emulated Google', () => {
  let google: EmulatedProvider
  let app: Example
  before(async () => {
    const port = await findFreePort()
    google = await startEmulatedGoogle([`http://localhost:${port}/auth/callback/google`])
    const { clientId, clientSecret, origin } = google
    app = await startExample('user-sessions', {
      port,
      environment: {
        GOOGLE_ISSUER: origin,
        GOOGLE_CLIENT_ID: clientId,
        GOOGLE_CLIENT_SECRET: clientSecret,
      },
    })
  })
  after(async () => {
    await app?.stop()
    await google?.close()
  })

  test('discovers it by its issuer, signs in and is remembered', async () => {
    const tab = app.browser().tab()
    await tab.open(app.url('/profile'))
    await tab.submit({ label: 'Google' })
    const profile = await tab.submit({ label: 'Ada' })
    assert.equal(profile.url.href, app.url('/profile'))
    assert.match(profile.text, /Name Ada Byron .*ada@example\.org/)
  })
})
