// What people do in a browser, one function per step: sign in, check who is signed in, capture a callback before it is delivered.
import { randomBytes } from 'node:crypto'
import type { Browser, NavigationOptions, Page, Tab } from './browser.ts'
import type { TestProvider } from './provider.ts'
import type { TestPerson } from './provider-behaviour.ts'

/** What the journeys need to know about an application. */
export interface Place {
  readonly origin: string
}

/** The answer of `GET /api/me`. */
export interface Me {
  readonly id: string
  readonly sub: string
  readonly provider: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  readonly picture: string | null
}

/** Makes a new person. */
export function newPerson(claims: Readonly<Record<string, unknown>> = {}): TestPerson {
  const key = randomBytes(5).toString('hex')
  return {
    sub: `s-${key}`,
    email: `${key}@example.test`,
    email_verified: true,
    name: `Person ${key}`,
    ...claims,
  }
}

/** Makes a new person with a numeric id, as at GitHub. */
export function newGitHubPerson(claims: Readonly<Record<string, unknown>> = {}): TestPerson {
  const sub = String(1_000_000 + randomBytes(4).readUInt32BE())
  return {
    sub,
    login: `user-${sub}`,
    name: `Person ${sub}`,
    email: `${sub}@example.test`,
    avatar_url: null,
    ...claims,
  }
}

/** Opens the sign-in page and clicks the provider's button. */
export async function pressSignIn(
  tab: Tab,
  app: Place,
  providerId: string,
  options: NavigationOptions & { readonly returnTo?: string } = {},
): Promise<Page> {
  const query = options.returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(options.returnTo)}`
  await tab.open(`${app.origin}/auth/login${query}`)
  return tab.submit({ action: `/auth/login/${providerId}` }, options)
}

/** Signs in and returns the final page. */
export async function signIn(
  browser: Browser,
  app: Place,
  providerId: string,
  options: { readonly returnTo?: string; readonly at?: TestProvider; readonly as?: TestPerson } = {},
): Promise<Page> {
  if (options.at !== undefined && options.as !== undefined) options.at.person = options.as
  return pressSignIn(browser.tab(), app, providerId, options)
}

/** Begins a login. Returns the URL that the browser would now request from the provider. */
export async function beginLogin(
  tab: Tab,
  app: Place,
  providerId: string,
  options: { readonly returnTo?: string } = {},
): Promise<URL> {
  const page = await pressSignIn(tab, app, providerId, {
    ...options,
    until: (url) => url.origin !== app.origin,
  })
  return stopOf(page)
}

/** Signs in up to the callback, and returns its address without requesting it. */
export async function catchCallback(
  tab: Tab,
  app: Place,
  providerId: string,
  options: { readonly returnTo?: string } = {},
): Promise<URL> {
  const isCallback = (url: URL): boolean =>
    url.origin === app.origin && url.pathname.includes('/auth/callback/')
  return stopOf(await pressSignIn(tab, app, providerId, { ...options, until: isCallback }))
}

/** Requests a callback as the provider's redirect would. */
export function deliver(tab: Tab, callback: URL | string, from = 'http://127.0.0.1:1'): Promise<Page> {
  return tab.browser.tab(from).follow(callback)
}

/** Returns who is signed in in this browser, or null. */
export async function whoIs(browser: Browser, app: Place): Promise<Me | null> {
  const hop = await browser.tab(`${app.origin}/`).fetch('/api/me')
  if (hop.status === 401) return null
  if (hop.status !== 200) throw new Error(`GET /api/me answered ${hop.status}: ${hop.body}`)
  return JSON.parse(hop.body)
}

function stopOf(page: Page): URL {
  if (page.stoppedAt === null)
    throw new Error(`ended at ${page.url} with ${page.status}: ${page.text.slice(0, 300)}`)
  return page.stoppedAt
}

/** Clicks a provider's button on an open sign-in page. Returns the address to which the browser is sent. */
export async function pressProvider(tab: Tab, app: Place, providerId: string, query = ''): Promise<URL> {
  const page = await tab.post(
    `/auth/login/${providerId}${query}`,
    {},
    { until: (url) => url.origin !== app.origin },
  )
  return stopOf(page)
}
