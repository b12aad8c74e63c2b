// Signs in through the pages, as a person would: for Playwright, and other drivers with the same few methods.

/** The part of Playwright's `Page` that `signIn` uses. */
export interface TestPage {
  goto(url: string): Promise<unknown>
  url(): string
  locator(selector: string): { first(): { click(): Promise<unknown> } }
  waitForURL(url: (url: URL) => boolean): Promise<unknown>
}

/** Options of `signIn()`. */
export interface SignInOptions {
  /** The application's origin, such as `http://localhost:4000`. */
  readonly origin: string
  /** The id of the provider whose button is clicked. */
  readonly provider: string
  /** The key of a person of the local identity provider. Default: the first one shown. */
  readonly person?: string | undefined
  /** Where the login ends. Default: `/`. */
  readonly returnTo?: string | undefined
  /** Default: `/auth`. */
  readonly basePath?: string | undefined
}

/** Clicks the provider's button, the person and "Allow", and waits until the browser is back at the application. */
export async function signIn(page: TestPage, options: SignInOptions): Promise<void> {
  const { origin, provider, person, returnTo = '/', basePath = '/auth' } = options
  await page.goto(`${origin}${basePath}/login?returnTo=${encodeURIComponent(returnTo)}`)
  await page.locator(`form[action*="/login/${provider}?"] button`).first().click()
  // With `answerAs`, the provider shows no pages.
  if (isBack(page.url(), origin)) return
  const choice = person
    ? `form:has(input[value="${person}"]) button, button[value="${person}"]`
    : 'form button'
  await page.locator(choice).first().click()
  await page.locator('form button').first().click()
  await page.waitForURL((url) => isBack(url.href, origin))
}

function isBack(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}
