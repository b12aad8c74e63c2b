// The pass rule of every negative case: the answer is 4xx, there is no session, no new user and no new link, the
// process is alive, and the next honest login works.
import assert from 'node:assert/strict'
import type { Application } from '../support/application.ts'
import type { Browser, Page } from '../support/browser.ts'
import { newGitHubPerson, newPerson, signIn, whoIs } from '../support/journeys.ts'
import type { TestProvider } from '../support/provider.ts'

export interface RefusalOptions {
  /** The provider at which the next honest login must work, by its id in the application. */
  readonly id: string
  readonly provider: TestProvider
  /** The browser under attack. Default: a new one. */
  readonly browser?: Browser
}

/** Runs the attack, which returns the page that the person sees, and asserts the pass rule. */
export async function assertRefused(
  app: Application,
  options: RefusalOptions,
  attack: (browser: Browser) => Promise<Pick<Page, 'status'> & Partial<Page>>,
): Promise<void> {
  const browser = options.browser ?? app.browser()
  const before = app.census()
  const page = await attack(browser)
  const seen = `${page.status}: ${page.text?.slice(0, 400) ?? ''}`
  assert.ok(page.status >= 400 && page.status <= 499, `the answer must be 4xx, it was ${seen}`)
  assert.equal(await whoIs(browser, app), null, `somebody is signed in after ${seen}`)
  assert.deepEqual(app.census(), before, 'users or links were made')
  assert.ok(app.isRunning, 'the application died')
  await assertHonestLoginWorks(app, options)
}

/** The accepted twin of every refusal: the same login without the attack. */
async function assertHonestLoginWorks(app: Application, { id, provider }: RefusalOptions): Promise<void> {
  provider.reset()
  const person = provider.shape === 'github' ? newGitHubPerson() : newPerson()
  const browser = app.browser()
  const page = await signIn(browser, app, id, { at: provider, as: person })
  assert.equal(
    (await whoIs(browser, app))?.sub,
    person.sub,
    `the honest login failed: ${page.status} ${page.text.slice(0, 400)}`,
  )
}
