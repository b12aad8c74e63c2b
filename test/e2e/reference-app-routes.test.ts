// The routes of the reference app, row by row (docs/routes.md), seen from outside over HTTP.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { readForms, readLinks } from '../support/html-forms.ts'
import { exchangeRaw } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, pressSignIn, signIn, whoIs } from '../support/journeys.ts'
import { signInLocally } from '../support/local-journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: Application
let h: TestProvider

before(async () => {
  h = await startProvider({ endSession: true })
  app = await startApplication({ providers: { h } })
})
afterEach(() => h.reset())
after(async () => {
  await app?.stop()
  await h?.stop()
})

const asPage = { accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }
const fromHere = (): Record<string, string> => ({ origin: app.origin, 'sec-fetch-site': 'same-origin' })

/** A URL object would normalize some of these paths. */
function getToTheLetter(path: string): Promise<string> {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${app.port}`,
    'Accept: text/html',
    'Connection: close',
  ]
  return exchangeRaw(app.port, `${lines.join('\r\n')}\r\n\r\n`)
}

async function signedIn(person = newPerson()): Promise<Browser> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: person })
  return browser
}

describe('the pages of the application', () => {
  test('GET / answers 200: a sign-in link, or who you are', async () => {
    const anonymous = await app.get('/', asPage)
    assert.equal(anonymous.status, 200)
    assert.ok(readLinks(anonymous.body).some((href) => href.startsWith('/auth/login')))
    const person = newPerson({ name: 'Grace <Hopper>' })
    const home = await (await signedIn(person)).tab().open(app.url('/'))
    assert.equal(home.status, 200)
    assert.ok(home.text.includes('Grace <Hopper>'))
  })

  test('GET /profile: signed out 303 to the sign-in page and back again', async () => {
    const refused = await app.get('/profile', asPage)
    assert.equal(refused.status, 303)
    assert.equal(refused.headers.location, '/auth/login?returnTo=%2Fprofile')
    assert.ok(!refused.body.includes('Your profile'))

    h.person = newPerson()
    const tab = app.browser().tab()
    await tab.open(app.url('/profile'))
    const profile = await tab.submit({ action: '/auth/login/h' })
    assert.equal(profile.url.href, app.url('/profile'))
    assert.match(profile.html, /Your profile/)
  })

  test('no other page and no link says “Your profile”', async () => {
    const browser = await signedIn()
    const paths = ['/', '/auth/login', '/auth/account', '/area/x', '/auth/signed-out', '/nowhere', '/api/me']
    for (const path of [...paths, '/auth/session', '/auth/nowhere', '/auth/callback/h']) {
      for (const tab of [browser.tab(), app.browser().tab()]) {
        const page = await tab.open(app.url(path))
        assert.doesNotMatch(page.html, /your profile/i, path)
      }
    }
  })

  test('HEAD is answered as GET is, and starts nothing', async () => {
    assert.equal((await app.get('/', asPage, 'HEAD')).status, 200)
    assert.equal((await app.get('/profile', asPage, 'HEAD')).status, 303)
    const start = await app.get('/auth/login/h', fromHere(), 'HEAD')
    assert.deepEqual(start.setCookies, [])
    assert.equal(h.count('authorize'), 0)
  })
})

describe('GET /area/*: path and query survive the login to the letter', () => {
  const survivors = [
    '/area/plain',
    '/area/a/b/c/?',
    '/area/x?a=1&b=2&a=3',
    "/area/it's",
    '/area/a|b^c~d`e',
    '/area/{x}[y]',
    '/area/%2F%20%25',
    '/area/a%2fb%2Fc?d=%2f%2F',
    '/area/a+b?c=d+e',
    '/area/a;b=c:d@e,f!g$h*(i)',
    '/area/q?url=https://elsewhere.example/x?y=z',
    '/area/%C3%BC/%E2%9C%93?%F0%9F%94%91=%F0%9F%97%9D',
    '/area/double%252Fencoded',
    '/area/?',
    '/area/=&=?&&==',
    `/area/${'x'.repeat(506)}`,
  ]
  for (const path of survivors) {
    test(path.length > 100 ? `${path.length} bytes` : path, async () => {
      h.person = newPerson()
      const tab = app.browser().tab()
      const refused = await getToTheLetter(path)
      assert.match(refused, /^HTTP\/1\.1 303 /)
      const location = /^location: (.*)$/im.exec(refused)?.[1] ?? ''
      assert.equal(new URL(location, app.origin).searchParams.get('returnTo'), path)
      await tab.open(app.url(location))
      const back = await tab.submit({ action: '/auth/login/h' })
      assert.equal(back.trace.at(-2)?.headers.location, path)
      assert.equal(back.status, 200)
    })
  }

  test('the page shows its path', async () => {
    const page = await (await signedIn()).tab().open(app.url('/area/some/where'))
    assert.ok(page.text.includes('/area/some/where'))
  })

  for (const [what, path] of [
    ['513 bytes', `/area/${'x'.repeat(507)}`],
    ['a slash behind a slash', '//area.example/x'],
    ['a backslash', '/\\area.example'],
    ['an address', 'https://area.example/'],
    ['a line break', '/area/a\nb'],
  ] as const) {
    test(`${what} falls back to /`, async () => {
      h.person = newPerson()
      const page = await pressSignIn(app.browser().tab(), app, 'h', { returnTo: path })
      assert.equal(page.url.href, app.url('/'))
    })
  }
})

describe('GET /api/me', () => {
  test('signed out: 401 JSON whatever is accepted, never a redirect', async () => {
    for (const accept of ['text/html', 'application/json', '*/*', 'image/png', '']) {
      const answer = await app.get('/api/me', { ...asPage, accept })
      assert.equal(answer.status, 401, accept)
      assert.match(String(answer.headers['content-type']), /^application\/json/)
      assert.match(String(answer.headers['cache-control']), /no-store/)
      assert.equal(typeof JSON.parse(answer.body).error, 'string')
    }
  })

  test('signed in: strings, a boolean, and null for what is absent', async () => {
    const person = newPerson({ picture: 'https://pictures.example/a.png' })
    const browser = await signedIn(person)
    const me = await whoIs(browser, app)
    const names = ['id', 'sub', 'provider', 'email', 'emailVerified', 'name', 'picture']
    assert.deepEqual(Object.keys(me ?? {}).sort(), names.sort())
    assert.equal(typeof me?.id, 'string')
    const { sub, email, name, picture } = person
    assert.deepEqual(
      { ...me, id: 0 },
      { id: 0, provider: 'h', sub, email, name, picture, emailVerified: true },
    )
    const bare = await whoIs(await signedIn({ sub: 'bare' }), app)
    assert.deepEqual(
      { ...bare, id: 0 },
      { id: 0, sub: 'bare', provider: 'h', email: null, emailVerified: false, name: null, picture: null },
    )
    const answer = await browser.tab(app.url('/')).fetch('/api/me')
    assert.match(String(answer.headers['cache-control']), /no-store/)
  })
})

describe('signing in', () => {
  test('GET /auth/login: one POST form for each provider, with one submit button that names it', async () => {
    const page = await app.get('/auth/login?returnTo=%2Farea%2Fx%3Fa%3D1', asPage)
    assert.equal(page.status, 200)
    const forms = readForms(page.body)
    assert.equal(forms.length, 1)
    assert.equal(forms[0]?.method, 'POST')
    assert.equal(forms[0]?.action, '/auth/login/h?returnTo=%2Farea%2Fx%3Fa%3D1')
    assert.equal(forms[0]?.buttons.length, 1)
    assert.match(forms[0]?.buttons[0]?.label ?? '', /\bH\b/i)
    assert.doesNotMatch(page.body, /formaction|<script/i)
  })

  test('POST /auth/login/:provider starts a login, GET only when it is proven same-origin', async () => {
    const post = await app.get('/auth/login/h', fromHere(), 'POST')
    assert.equal(post.status, 303)
    assert.ok(post.headers.location?.startsWith(h.origin))
    const get = await app.get('/auth/login/h', { ...asPage, 'sec-fetch-site': 'same-origin' })
    assert.equal(get.status, 303)
    for (const site of ['cross-site', 'same-site', 'none']) {
      const foreign = await app.get('/auth/login/h', { ...asPage, 'sec-fetch-site': site })
      assert.equal(foreign.status, 200, site)
      assert.deepEqual(foreign.setCookies, [])
    }
    const forged = await app.get('/auth/login/h', { origin: 'https://evil.example' }, 'POST')
    assert.equal(forged.status, 403)
  })

  test('an unknown provider is 404', async () => {
    assert.equal((await app.get('/auth/login/nobody', fromHere(), 'POST')).status, 404)
  })

  test('GET /auth/session: null, or who it is and until when', async () => {
    const nobody = await app.get('/auth/session')
    assert.deepEqual([nobody.status, nobody.body], [200, 'null'])
    const person = newPerson()
    const hop = await (await signedIn(person)).tab(app.url('/')).fetch('/auth/session')
    const { user, expiresAt } = JSON.parse(hop.body)
    assert.equal(user.email, person.email)
    assert.ok(Date.parse(expiresAt) > Date.now())
    assert.match(String(hop.headers['cache-control']), /no-store/)
  })

  test('GET /auth/account: signed in a page, signed out the sign-in page and back', async () => {
    const page = await (await signedIn()).tab().open(app.url('/auth/account'))
    assert.equal(page.status, 200)
    const refused = await app.get('/auth/account', asPage)
    assert.equal(refused.headers.location, '/auth/login?returnTo=%2Fauth%2Faccount')
  })
})

describe('signing out', () => {
  test('POST /auth/logout with an empty body and no Content-Type, 303 to /', async () => {
    const browser = await signedIn()
    const hop = await browser.tab(app.url('/')).fetch('/auth/logout', { method: 'POST' })
    assert.equal(hop.requestHeaders['content-type'], undefined)
    assert.deepEqual([hop.status, hop.headers.location], [303, '/'])
    assert.equal(await whoIs(browser, app), null)
  })

  test('returnTo is validated', async () => {
    for (const [returnTo, expected] of [
      ['/area/bye', '/area/bye'],
      ['https://evil.example/', '/'],
      ['//evil.example', '/'],
    ] as const) {
      const answer = await app.get(
        `/auth/logout?returnTo=${encodeURIComponent(returnTo)}`,
        fromHere(),
        'POST',
      )
      assert.deepEqual([answer.status, answer.headers.location], [303, expected])
    }
  })

  test('only by POST, only from here', async () => {
    const browser = await signedIn()
    // A link only shows the page with the button; it does not end the session.
    const page = await browser.tab().open(app.url('/auth/logout'))
    assert.equal(page.status, 200)
    assert.match(page.text, /Sign out\?/)
    assert.notEqual(await whoIs(browser, app), null)
    await browser.tab('https://evil.example/').post(app.url('/auth/logout'))
    assert.notEqual(await whoIs(browser, app), null)
  })

  test('provider=1: ends the session here and goes to the provider, with what it needs to end there', async () => {
    const browser = await signedIn()
    const hop = await browser.tab(app.url('/')).fetch('/auth/logout?provider=1', { method: 'POST' })
    const target = new URL(hop.headers.location ?? '')
    assert.equal(target.origin + target.pathname, h.origin + h.paths.endSession)
    assert.equal(target.searchParams.get('post_logout_redirect_uri'), app.url('/auth/signed-out'))
    assert.match(target.searchParams.get('id_token_hint') ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/)
    assert.ok(target.searchParams.get('state'))
    assert.equal(await whoIs(browser, app), null)
  })

  test('GET /auth/signed-out is public; an unknown or missing state does no harm', async () => {
    for (const query of ['', '?state=', '?state=unknown', '?state=a&state=b']) {
      assert.equal((await app.get(`/auth/signed-out${query}`, asPage)).status, 200, query)
    }
  })

  test('POST /auth/backchannel-logout/:provider: a broken token is 400 JSON, another method 405', async () => {
    const answer = await app.get('/auth/backchannel-logout/h', {}, 'POST')
    assert.equal(answer.status, 400)
    assert.equal(typeof JSON.parse(answer.body).error, 'string')
    assert.match(String(answer.headers['cache-control']), /no-store/)
    for (const method of ['GET', 'PUT', 'DELETE']) {
      assert.equal((await app.get('/auth/backchannel-logout/h', {}, method)).status, 405, method)
    }
  })
})

describe('the pages of the local identity provider', () => {
  let development: Application
  before(async () => {
    development = await startApplication({ production: false })
  })
  after(async () => {
    await development?.stop()
  })

  for (const id of ['google', 'github', 'facebook']) {
    test(`${id}: the first button of the first form goes on, a form of its own refuses`, async () => {
      const browser = development.browser()
      const page = await signInLocally(browser, development, id, { returnTo: '/profile' })
      assert.equal(page.url.href, development.url('/profile'))
      assert.equal((await whoIs(browser, development))?.provider, id)

      const tab = development.browser().tab()
      await pressSignIn(tab, development, id)
      const refused = await tab.submit({ action: 'deny' })
      assert.equal(refused.url.origin, development.origin)
      assert.ok(refused.status >= 400 && refused.status < 500)
      assert.equal(await whoIs(tab.browser, development), null)
    })
  }

  test('the error page helps the developer here, and says nothing of it in production', async () => {
    const path = '/auth/callback/google?code=x&state=y'
    assert.match((await development.get(path, asPage)).body, /For the developer/)
    const production = await app.get('/auth/callback/h?code=x&state=y', asPage)
    assert.equal(production.status, 400)
    assert.doesNotMatch(production.body, /For the developer|attempt_missing/)
  })
})

describe('a provider that cannot be reached at start', () => {
  test('everything else works; its start answers 503 with a page', async () => {
    const dead = await startProvider()
    await dead.stop()
    const started = await startApplication({ providers: { h, dead } })
    try {
      assert.equal((await started.get('/', asPage)).status, 200)
      assert.equal((await started.get('/auth/login', asPage)).status, 200)
      const headers = { ...asPage, origin: started.origin, 'sec-fetch-site': 'same-origin' }
      const answer = await started.get('/auth/login/dead', headers, 'POST')
      assert.equal(answer.status, 503)
      assert.match(answer.body, /<h1/)
      const browser = started.browser()
      await signIn(browser, started, 'h', { at: h, as: newPerson() })
      assert.equal((await whoIs(browser, started))?.provider, 'h')
    } finally {
      await started.stop()
    }
  })

  test('it recovers alone: a failure is remembered for 30 seconds at most', async () => {
    const sleeping = await startProvider()
    await sleeping.stop()
    const inProcess: InProcessApplication = await startInProcess({
      providers: [describeProvider('sleeping', sleeping)],
    })
    try {
      const refused = await pressSignIn(inProcess.browser().tab(), inProcess, 'sleeping')
      assert.equal(refused.status, 503)
      await sleeping.restart()
      inProcess.advance(30)
      const browser = inProcess.browser()
      await signIn(browser, inProcess, 'sleeping', { at: sleeping, as: newPerson() })
      assert.equal((await whoIs(browser, inProcess))?.provider, 'sleeping')
    } finally {
      await inProcess.stop()
      await sleeping.stop()
    }
  })
})
