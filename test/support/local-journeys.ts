// Signs in at the local identity provider without scripts, with the first button of the first form, which its pages guarantee to
// work.
import type { Browser, Page } from './browser.ts'
import { type Place, pressSignIn } from './journeys.ts'

/** Signs in as the first person shown, and returns the final page. */
export async function signInLocally(
  browser: Browser,
  app: Place,
  providerId: string,
  options: { readonly returnTo?: string } = {},
): Promise<Page> {
  const tab = browser.tab()
  let page = await pressSignIn(tab, app, providerId, options)
  for (let pages = 0; page.url.hostname === '127.0.0.1' && pages < 5; pages++) page = await tab.submit()
  return page
}
