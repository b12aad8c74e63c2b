// Case Q8: the last page of a popup, the only page with a script. test/e2e/client.test.ts tests it in a browser.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Browser, type Page } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

const api = 'https://api.example.com'
const frontEnd = 'https://app.example.com'
const id = '0b0c2a7e-7d5e-4a3c-9f53-1d2f3a4b5c6d'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], origin: api, origins: [frontEnd] })
})
after(async () => {
  await app.stop()
  await h.stop()
})

const newBrowser = () => new Browser({ proxied: { [api]: `http://127.0.0.1:${app.port}` } })

const open = (query: Readonly<Record<string, string>>, browser = newBrowser()): Promise<Page> =>
  browser.tab().open(`${api}/auth/popup?${new URLSearchParams(query)}`)

/** An attribute of the script element. */
const dataOf = (page: Page, name: string) => new RegExp(` data-${name}="([^"]*)"`).exec(page.html)?.[1]

test('Q8 the page says an id to exactly the origin that is returned to, and nothing of the person', async () => {
  const browser = newBrowser()
  h.person = newPerson({ name: 'Ada </script>' })
  await signIn(browser, app, 'h')
  for (const [returnTo, to, back] of [
    [`${frontEnd}/inbox?a=1&b="x`, frontEnd, `${frontEnd}/inbox?a=1&amp;b=%22x#latchkey=${id}`],
    ['/here', api, `${api}/here#latchkey=${id}`],
  ] as const) {
    const page = await open({ id, returnTo }, browser)
    assert.equal(page.status, 200)
    assert.deepEqual([dataOf(page, 'id'), dataOf(page, 'to'), dataOf(page, 'back')], [id, to, back])
    assert.doesNotMatch(page.html, /Ada|@example|__Host/)
    assert.equal(page.headers['cache-control'], 'no-store')
  }
})

test('Q8 its one script is named by its hash; nothing else may run, and it is cut off from no opener', async () => {
  const page = await open({ id, returnTo: '/' })
  const policy = String(page.headers['content-security-policy'])
  const source = /<script[^>]*>(.*?)<\/script>/s.exec(page.html)?.[1] ?? ''
  const hash = createHash('sha256').update(source).digest('base64').replaceAll('+', '-').replaceAll('/', '_')
  assert.equal(
    policy,
    `default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  assert.equal(page.html.match(/<script/g)?.length, 1)
  assert.equal(page.headers['cross-origin-opener-policy'], 'unsafe-none')
  assert.equal(page.headers['x-frame-options'], 'DENY')
  // If the script cannot close the window, the popup navigates to the front end.
  assert.equal(page.headers.refresh, `1; url=${api}/#latchkey=${id}`)
  // Every other page is isolated from the window that opened it.
  const other = await newBrowser().tab().open(`${api}/auth/login`)
  assert.equal(other.headers['cross-origin-opener-policy'], 'same-origin')
  assert.doesNotMatch(other.html, /<script/)
})

test('Q8 an id that no popup has, and a stranger to return to, are refused or replaced', async () => {
  for (const bad of [
    '',
    'short',
    'x'.repeat(65),
    '"><script>alert(1)</script>',
    'a b c d e f g',
    '../../../../x',
  ]) {
    const page = await open({ id: bad, returnTo: '/' })
    assert.equal(page.status, 400, bad)
    assert.doesNotMatch(page.html, /<script/, bad)
  }
  for (const returnTo of [
    'https://evil.example/',
    'https://app.example.com.evil.example/',
    'null',
    `${frontEnd}:444/`,
  ]) {
    const page = await open({ id, returnTo })
    assert.equal(dataOf(page, 'to'), api, returnTo)
    assert.doesNotMatch(page.html, /evil|444/, returnTo)
  }
})

test('Q8 a login ends at the page by the ordinary return path; opening it signs nobody in', async () => {
  const browser = newBrowser()
  h.person = newPerson()
  const back = `/auth/popup?${new URLSearchParams({ id, returnTo: `${frontEnd}/x` })}`
  const page = await signIn(browser, app, 'h', { returnTo: back })
  assert.equal(page.url.href, api + back)
  assert.equal(dataOf(page, 'to'), frontEnd)
  assert.ok(await whoIs(browser, app))
  const stranger = newBrowser()
  await open({ id, returnTo: '/' }, stranger)
  assert.equal(await whoIs(stranger, app), null)
  assert.deepEqual(stranger.jar.all(), [])
})
