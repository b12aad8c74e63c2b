// `latchkey/client` in Chromium: on another origin than the server, and on the server's own origin behind a development
// proxy. Nothing is mocked: the reference application and its local identity provider respond.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { type Application, findFreePort, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson, whoIsVisitor } from '../support/chromium-journeys.ts'
import { type FrontEnd, startFrontEnd } from '../support/front-end.ts'

interface Setting {
  readonly name: string
  readonly base: (app: Application) => string
  app: Application
  frontEnd: FrontEnd
}

/** `returnBase` is put before a path of this front end, so that the server returns to it. */
const pageOf = (base: string, returnBase: string) => (path: string) =>
  `
<p id="who">…</p>
<form id="plain" method="post" action="${base}/login/google?returnTo=${encodeURIComponent(`${returnBase}${path}`)}"><button>Continue with Google</button></form>
<form id="out" method="post" action="${base}/logout"><button>Leave</button></form>
<script type="module">
import { createClient, ClientError } from '/client/index.ts'
const client = createClient({ base: '${base}' })
const show = (session) => { document.getElementById('who').textContent = session?.user.name ?? 'nobody' }
client.subscribe(show)
client.session().then(show)
Object.assign(window, { client, ClientError, loadedAt: performance.now() })
</script>`

describe('latchkey/client', { skip: noChromium }, () => {
  let chromium: Chromium
  const settings: Setting[] = []

  before(async () => {
    chromium = await startChromium()
    for (const [name, isProxied] of [
      ['another origin', false],
      ['a development proxy', true],
    ] as const) {
      const [port, frontPort] = [await findFreePort(), await findFreePort()]
      const here = `http://localhost:${frontPort}`
      const base = () => (isProxied ? '/auth' : `http://localhost:${port}/auth`)
      const frontEnd = await startFrontEnd({
        port: frontPort,
        page: pageOf(base(), isProxied ? '' : here),
        ...(isProxied ? { proxied: () => port } : {}),
      })
      const app = await startApplication({
        port,
        production: false,
        // Of these providers, Microsoft has a sign-out page.
        environment: {
          PROVIDERS: 'google,github,facebook,microsoft',
          ...(isProxied ? { ORIGIN: here } : { ORIGINS: here }),
        },
      })
      settings.push({ name, base, app, frontEnd })
    }
  })
  after(async () => {
    for (const { app, frontEnd } of settings) {
      await frontEnd.stop()
      await app.stop()
    }
    await chromium?.close()
  })

  async function open({ frontEnd }: Setting, visitor: BrowserContext, path = '/'): Promise<Page> {
    const page = await visitor.newPage()
    await page.goto(frontEnd.origin + path)
    await page.waitForFunction(() => document.getElementById('who')?.textContent !== '…')
    return page
  }

  const shows = (page: Page, name: string) =>
    page.waitForFunction((text) => document.getElementById('who')?.textContent === text, name)

  /** Calls the client in the page, which stores the outcome, because the page may navigate before the call ends. */
  const begin = (page: Page, call: string) =>
    page.evaluate(
      `(window.outcome = undefined, ${call}.then((it) => { window.outcome = it }, (error) => { window.outcome = error.code }), 0)`,
    )

  const outcomeOf = async (page: Page) => {
    await page.waitForFunction('window.outcome !== undefined')
    return page.evaluate('window.outcome')
  }

  const popupOf = async (page: Page, call: string): Promise<Page> => {
    const opened = page.waitForEvent('popup')
    await begin(page, call)
    return opened
  }

  const finish = async (page: Page) => {
    await choosePerson(page, 'mira')
    await allow(page)
  }

  const closing = (page: Page) => (page.isClosed() ? Promise.resolve() : page.waitForEvent('close'))

  const mira = 'Mira Castellanos'

  for (const index of [0, 1]) {
    const settingOf = () => settings[index] as Setting
    const where = ['at another origin', 'behind a development proxy'][index]

    test(`Q7 ${where}: signs in by redirect and comes back to the page; a reload stays signed in; scripts see no token`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor, '/inbox?a=1')
      await shows(page, 'nobody')
      await begin(page, `client.signIn('google')`)
      await page.waitForURL(/127\.0\.0\.1/)
      await finish(page)
      await page.waitForURL(`${setting.frontEnd.origin}/inbox?a=1`)
      await shows(page, mira)
      await page.reload()
      await shows(page, mira)
      const seen = await page.evaluate(() => ({
        cookie: document.cookie,
        stored: JSON.stringify({ ...localStorage, ...sessionStorage }),
      }))
      assert.equal(seen.cookie, '')
      assert.doesNotMatch(seen.stored, /mira|Castellanos|\./i)
      for (const { value } of await visitor.cookies()) assert.ok(!seen.stored.includes(value))
      await visitor.close()
    })

    test(`Q7 ${where}: any number of callers make one request, and nothing is asked again by itself`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      let asked = 0
      page.on('request', (request) => {
        if (request.url().endsWith('/auth/session')) asked += 1
      })
      await page.goto(setting.frontEnd.origin)
      await shows(page, 'nobody')
      await page.evaluate(`Promise.all(Array.from({ length: 20 }, () => client.session()))`)
      assert.equal(asked, 1)
      await page.evaluate(`Promise.all(Array.from({ length: 20 }, () => client.refresh()))`)
      assert.ok(asked <= 3, String(asked))
      await visitor.close()
    })

    for (const channel of ['BroadcastChannel', 'storage events']) {
      test(`Q7 ${where}: other tabs hear of sign-in and sign-out by ${channel}`, async () => {
        const setting = settingOf()
        const visitor = await chromium.visitor()
        if (channel === 'storage events') {
          await visitor.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'))
        }
        const other = await open(setting, visitor)
        await shows(other, 'nobody')
        const page = await open(setting, visitor)
        await begin(page, `client.signIn('google')`)
        await page.waitForURL(/127\.0\.0\.1/)
        await finish(page)
        await page.waitForURL(`${setting.frontEnd.origin}/`)
        await shows(other, mira)
        await begin(other, `client.signOut().then(() => 'out')`)
        assert.equal(await outcomeOf(other), 'out')
        await shows(other, 'nobody')
        await shows(page, 'nobody')
        assert.equal(await whoIsVisitor(visitor, setting.app), null)
        await visitor.close()
      })
    }

    test(`Q8 ${where}: a popup signs in, tells the page and closes; the page stays as it is`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor, '/draft')
      const loadedAt = await page.evaluate('loadedAt')
      const popup = await popupOf(page, `client.signIn('google', { popup: true })`)
      await popup.waitForURL(/127\.0\.0\.1/)
      await finish(popup)
      assert.equal(await outcomeOf(page), 'finished')
      await closing(popup)
      await shows(page, mira)
      assert.equal(await page.evaluate('loadedAt'), loadedAt)
      assert.equal(visitor.pages().length, 1)
      await visitor.close()
    })

    test(`Q8 ${where}: a popup that a page with Cross-Origin-Opener-Policy cuts off finishes all the same`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor)
      // Playwright makes every page believe that it has the focus.
      const session = await visitor.newCDPSession(page)
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
      await page.evaluate(() => {
        document.hasFocus = () => false
      })
      // Latchkey's own sign-in page has this policy.
      const popup = await popupOf(page, `client.signIn(undefined, { popup: true })`)
      await popup.locator('form[action*="/login/google"] button').click()
      await finish(popup)
      assert.equal(await outcomeOf(page), 'finished')
      await closing(popup)
      await shows(page, mira)
      assert.equal(visitor.pages().length, 1)
      await visitor.close()
    })

    test(`Q8 ${where}: closing the popup is "cancelled", and nobody is signed in`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor)
      const popup = await popupOf(page, `client.signIn('google', { popup: true })`)
      await popup.waitForURL(/127\.0\.0\.1/)
      await popup.close()
      assert.equal(await outcomeOf(page), 'cancelled')
      await shows(page, 'nobody')
      assert.equal(await whoIsVisitor(visitor, setting.app), null)
      await visitor.close()
    })

    test(`Q8 ${where}: where popups are blocked, the page itself goes and comes back`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      await visitor.addInitScript(() => {
        window.open = () => null
      })
      const page = await open(setting, visitor, '/draft')
      await begin(page, `client.signIn('google', { popup: true })`)
      await page.waitForURL(/127\.0\.0\.1/)
      await finish(page)
      await page.waitForURL(`${setting.frontEnd.origin}/draft`)
      await shows(page, mira)
      await visitor.close()
    })

    test(`Q8 ${where}: who presses Back, and gets the page as it was, is asked about anew and can go on`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor)
      // A 204 leaves the current page in place, like a return from the browser's page cache.
      const gone = Promise.withResolvers<void>()
      await page.route(/^http:\/\/127\.0\.0\.1/, async (route) => {
        await route.fulfill({ status: 204 })
        gone.resolve()
      })
      const comeBack = () =>
        page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
      await begin(page, `client.signIn('google')`)
      await gone.promise
      assert.equal(await page.evaluate('window.outcome'), undefined, 'while the page goes, nothing is known')
      await comeBack()
      assert.equal(await outcomeOf(page), 'cancelled')
      await shows(page, 'nobody')
      // Signed in from another tab during the login.
      await begin(page, `client.signIn('google')`)
      const other = await open(setting, visitor)
      await begin(other, `client.signIn('google')`)
      await other.waitForURL(/127\.0\.0\.1/)
      await finish(other)
      await shows(other, mira)
      await comeBack()
      assert.equal(await outcomeOf(page), 'finished')
      await shows(page, mira)
      await visitor.close()
    })

    test(`Q8 ${where}: what other windows and other origins say to the page finishes nothing`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor)
      const popup = await popupOf(
        page,
        `(heard = [], addEventListener('message', ({ data }) => heard.push(data)), client.signIn('google', { popup: true }))`,
      )
      await popup.waitForURL(/127\.0\.0\.1/)
      // The provider's page has a reference to its opener, but neither our origin nor the id.
      await popup.evaluate(() => {
        window.opener?.postMessage({ latchkey: 'guessed-id' }, '*')
        window.opener?.postMessage('guessed-id', '*')
      })
      // A script in the page itself has the right origin for a front end behind a proxy, but is not the popup.
      await page.evaluate(() => window.postMessage({ latchkey: 'guessed-id' }, '*'))
      const other = await open(setting, visitor, '/#latchkey=guessed-id')
      await page.waitForFunction('heard.length >= 3')
      assert.equal(await page.evaluate('window.outcome'), undefined)
      assert.equal(popup.isClosed(), false)
      if (!other.isClosed()) assert.equal(new URL(other.url()).hash, '')
      await popup.close()
      assert.equal(await outcomeOf(page), 'cancelled')
      await visitor.close()
    })

    test(`Q7 ${where}: without scripts, a plain form signs in and comes back`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor({ javaScriptEnabled: false })
      const page = await visitor.newPage()
      await page.goto(`${setting.frontEnd.origin}/plain?b=2`)
      await page.locator('#plain button').click()
      await finish(page)
      await page.waitForURL(`${setting.frontEnd.origin}/plain?b=2`)
      assert.equal((await whoIsVisitor(visitor, setting.app))?.name, mira)
      await page.locator('#out button').click()
      assert.equal(await whoIsVisitor(visitor, setting.app), null)
      assert.equal(new URL(page.url()).origin, setting.frontEnd.origin)
      await visitor.close()
    })

    test(`Q7 ${where}: forms that the client takes over open a popup and sign out without a reload`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor)
      await page.evaluate(`client.enhance(plain, { popup: true }), client.enhance(out)`)
      const opened = page.waitForEvent('popup')
      await page.locator('#plain button').click()
      const popup = await opened
      await popup.waitForURL(/127\.0\.0\.1/)
      await finish(popup)
      await shows(page, mira)
      await closing(popup)
      await page.locator('#out button').click()
      await shows(page, 'nobody')
      assert.equal(await page.evaluate('performance.getEntriesByType("navigation").length'), 1)
      await visitor.close()
    })

    test(`Q7 ${where}: lists providers, accounts and sessions, adds an account, ends other sessions; refusals have their code`, async () => {
      const setting = settingOf()
      const [visitor, phone] = [await chromium.visitor(), await chromium.visitor()]
      const page = await open(setting, visitor)
      // The 401 is expected here; on other pages it would fail the test.
      page.removeAllListeners('response')
      await begin(page, `client.account().then(() => 'shown')`)
      assert.equal(await outcomeOf(page), 'session_required')
      for (const each of [page, await open(setting, phone)]) {
        const popup = await popupOf(each, `client.signIn('google', { popup: true })`)
        await popup.waitForURL(/127\.0\.0\.1/)
        await finish(popup)
        await shows(each, mira)
      }
      const providers = (await page.evaluate('client.providers()')) as { id: string }[]
      assert.deepEqual(
        providers.map(({ id }) => id),
        ['google', 'github', 'facebook', 'microsoft'],
      )
      type Account = { sessions: { id: string; isCurrent: boolean }[]; accounts: unknown[] }
      const before = (await page.evaluate('client.account()')) as Account
      assert.ok(before.sessions.length >= 2)
      const accounts = before.accounts.length
      await page.evaluate('client.endOtherSessions()')
      const after = (await page.evaluate('client.account()')) as Account
      assert.deepEqual(
        after.sessions.map(({ isCurrent }) => isCurrent),
        [true],
      )
      assert.equal(await whoIsVisitor(phone, setting.app), null)
      if (accounts === 1) {
        const popup = await popupOf(page, `client.link('github', { popup: true })`)
        await popup.waitForURL(/127\.0\.0\.1/)
        await finish(popup)
        assert.equal(await outcomeOf(page), 'finished')
        const linked = (await page.evaluate('client.account()')) as Account
        assert.equal(linked.accounts.length, 2)
      }
      await visitor.close()
      await phone.close()
    })

    test(`Q7 ${where}: signs out at the provider too, and comes back`, async () => {
      const setting = settingOf()
      const visitor = await chromium.visitor()
      const page = await open(setting, visitor, '/bye')
      const popup = await popupOf(page, `client.signIn('microsoft', { popup: true })`)
      await popup.waitForURL(/127\.0\.0\.1/)
      await finish(popup)
      await shows(page, mira)
      // The URL and the person shown stay the same, so only a newly loaded document proves that the page came back.
      const loadedAt = await page.evaluate('loadedAt')
      const atProvider = page.waitForRequest(
        (request) => request.isNavigationRequest() && new URL(request.url()).hostname === '127.0.0.1',
      )
      await begin(page, `client.signOut({ provider: true })`)
      await atProvider
      await page.waitForFunction(
        (before) => ![before, undefined].includes(Reflect.get(window, 'loadedAt')),
        loadedAt,
      )
      assert.equal(page.url(), `${setting.frontEnd.origin}/bye`)
      await shows(page, 'nobody')
      await visitor.close()
    })
  }

  test('Q7 at another origin that the server does not name, the client is told "network", and nobody is signed in', async () => {
    const setting = settings[0] as Setting
    const stranger = await startFrontEnd({ page: pageOf(setting.base(setting.app), '') })
    const visitor = await chromium.visitor()
    // The refused preflight logs a console error, which is expected here; on other pages it would fail the test.
    const page = await visitor.newPage()
    for (const event of ['console', 'response', 'pageerror']) page.removeAllListeners(event)
    await page.goto(stranger.origin)
    await page.waitForFunction('window.client')
    await begin(page, `client.refresh()`)
    assert.equal(await outcomeOf(page), 'network')
    await visitor.close()
    await stranger.stop()
  })
})
