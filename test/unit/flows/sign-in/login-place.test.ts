// Providers with a place for each login: read from the form or the link, sealed in the attempt, and the same in the callback.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Provider } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import { logoutTokenFor } from '../../../services/logout-token.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../../support/in-process-application.ts'
import { newPerson, whoIs } from '../../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../../support/provider.ts'

let app: InProcessApplication
let north: TestProvider
let south: TestProvider
const store = memory()

before(async () => {
  ;[north, south] = await Promise.all([
    startProvider({ clientId: 'shops', clientSecret: 'secret-of-all-shops' }),
    startProvider({ clientId: 'shops', clientSecret: 'secret-of-all-shops' }),
  ])
  const places: Readonly<Record<string, TestProvider>> = { north, south }
  const shops: Provider = {
    ...describeProvider('shops', north, { issuer: 'https://shops.example' }),
    loginPlace: {
      parameter: 'shop',
      example: 'your-shop',
      read(value) {
        const isName = Object.hasOwn(places, value)
        const there = isName ? places[value] : [north, south].find(({ issuer }) => issuer === value)
        return there ? { issuer: there.issuer } : null
      },
    },
  }
  app = await startInProcess({ providers: [shops], store })
})
after(async () => {
  await app.stop()
  await Promise.all([north.stop(), south.stop()])
})

test('the sign-in page has a field for the place', async () => {
  const page = await app.browser().tab().open(app.url('/auth/login'))
  assert.match(page.html, /<span>Shop<\/span><input type="text" name="shop" required/)
  assert.match(page.html, /placeholder="your-shop"/)
})

test('each login goes where it says, and its answer is redeemed there alone', async () => {
  const names = ['north', 'south'] as const
  for (const name of names) {
    const there = name === 'north' ? north : south
    const other = name === 'north' ? south : north
    const before = other.count('token')
    there.person = newPerson()
    const browser = app.browser()
    const tab = browser.tab()
    await tab.open(app.url('/auth/login?returnTo=/area/shop'))
    await tab.submit({ action: '/auth/login/shops', fields: { shop: name } })
    assert.equal(tab.url.pathname, '/area/shop')
    assert.equal((await whoIs(browser, app))?.sub, there.person.sub)
    assert.equal(other.count('token'), before)
    const account = await store.users.findAccount({ issuer: there.issuer, subject: there.person.sub })
    assert.equal(account?.provider, 'shops')
  }
})

test('a link of ours may say the place', async () => {
  south.person = newPerson()
  const browser = app.browser()
  const tab = browser.tab()
  await tab.open(app.url('/'))
  await tab.follow('/auth/login/shops?shop=south')
  assert.equal((await whoIs(browser, app))?.sub, south.person.sub)
})

test('what is no place, too long or missing begins nothing', async () => {
  const tab = app.browser().tab()
  for (const shop of ['', ' ', 'west', 'north.example', '__proto__', 'x'.repeat(5_000)]) {
    await tab.open(app.url('/auth/login'))
    const page = await tab.submit({ action: '/auth/login/shops', fields: { shop } })
    assert.equal(page.status, 400, shop)
    assert.deepEqual(page.trace.at(-1)?.setCookies, [], shop)
    assert.match(page.text, /not an address that you can sign in with here/, shop)
  }
  assert.ok(
    app.log.some(({ detail }) => detail === 'The parameter shop "west" is no place of this provider.'),
  )
  assert.ok(app.log.some(({ detail }) => detail === 'The parameter shop is missing.'))
})

async function signedInAt(shop: 'north' | 'south') {
  const there = shop === 'north' ? north : south
  there.person = newPerson()
  const browser = app.browser()
  const tab = browser.tab()
  await tab.open(app.url('/auth/login'))
  await tab.submit({ action: '/auth/login/shops', fields: { shop } })
  assert.ok(await whoIs(browser, app))
  return { browser, subject: there.person.sub }
}

async function sendLogout(token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token })
  return (await fetch(app.url('/auth/backchannel-logout/shops'), { method: 'POST', body })).status
}

test('a back-channel logout of one place ends sessions of that place only, signed by its own keys', async () => {
  const atNorth = await signedInAt('north')
  const atSouth = await signedInAt('south')
  // A token that one place signs about a person of another place is refused.
  const forged = { sub: atSouth.subject, iss: south.issuer, aud: south.clientId }
  assert.equal(await sendLogout(logoutTokenFor(north, forged)), 400)
  assert.ok(await whoIs(atSouth.browser, app))
  assert.equal(await sendLogout(logoutTokenFor(south, { sub: atSouth.subject })), 200)
  assert.equal(await whoIs(atSouth.browser, app), null)
  assert.ok(await whoIs(atNorth.browser, app))
  assert.equal(await sendLogout(logoutTokenFor(north, { sub: atNorth.subject })), 200)
  assert.equal(await whoIs(atNorth.browser, app), null)
})

test('an issuer without accounts here is asked for nothing', async () => {
  const unknown = await startProvider({ clientId: 'shops' })
  const before = unknown.count('jwks')
  assert.equal(await sendLogout(logoutTokenFor(unknown, { sub: 'x' })), 400)
  assert.equal(await sendLogout('no.token.at-all'), 400)
  assert.equal(unknown.count('jwks'), before)
  await unknown.stop()
})
