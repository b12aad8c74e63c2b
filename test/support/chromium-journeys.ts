// What people do in Chromium, one function per step: open the sign-in page, choose a person at the local identity provider,
// allow it, check who is signed in.
import type { BrowserContext, Page } from 'playwright-core'
import type { Me, Place } from './journeys.ts'

/** Opens the sign-in page and clicks the provider's button. */
export async function startSignIn(
  page: Page,
  app: Place,
  providerId: string,
  returnTo = '/profile',
): Promise<void> {
  await page.goto(`${app.origin}/auth/login?returnTo=${encodeURIComponent(returnTo)}`)
  await pressProvider(page, providerId)
}

/** Clicks a provider's button on a page of the application that shows the providers. */
export async function pressProvider(page: Page, providerId: string): Promise<void> {
  await page.locator(`form[action*="/${providerId}"] button`).click()
}

/** At the local identity provider: chooses who signs in. The consent page follows. */
export async function choosePerson(page: Page, personKey: string): Promise<void> {
  await page.locator(`form:has(input[name="person"][value="${personKey}"]) button`).click()
}

export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click()
}

/** Signs in this person of the local identity provider, up to the page to which the application redirects. */
export async function signInAs(
  page: Page,
  app: Place,
  { providerId = 'google', person = 'mira', returnTo = '/profile' },
): Promise<void> {
  await startSignIn(page, app, providerId, returnTo)
  await choosePerson(page, person)
  await allow(page)
}

/** Returns who is signed in, or null. */
export async function whoIsVisitor(visitor: BrowserContext, app: Place): Promise<Me | null> {
  const response = await visitor.request.get(`${app.origin}/api/me`)
  if (response.status() === 401) return null
  if (!response.ok()) throw new Error(`GET /api/me answered ${response.status()}`)
  return response.json()
}

/** Returns path and query of the page's URL. */
export function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** Returns the text of the page's heading. */
export async function headingOf(page: Page): Promise<string> {
  return ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').replace(/\s+/g, ' ')
}
