// Every entry of the catalogue and both generic providers, from the button to a signed-in request: a real application and
// the local identity provider, over HTTP. The local provider enforces the same requirements as the real one.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Provider } from 'latchkey'
import { oauth2 } from 'latchkey/providers/oauth2'
import { oidc } from 'latchkey/providers/oidc'
import { startTestProviders, type TestProviders } from 'latchkey/testing'
import type { Person, ProviderFixture } from '../../src/contracts/provider-fixture.ts'
import type { Fault } from '../../src/dev-idp/index.ts'
import { withPortrait } from '../../src/dev-idp/pages/portrait.ts'
import { catalogueKinds, loadCatalogueEntry } from '../../src/providers/definition/catalogue.ts'
import { readStandardClaims } from '../../src/providers/definition/standard-claims.ts'
import { loadFixture } from '../../src/providers/fixtures/index.ts'
import { people } from '../../src/providers/fixtures/people.ts'
import { findFreePort } from '../support/application.ts'
import type { Browser, Page, Tab } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { whoIs } from '../support/journeys.ts'

const generic: readonly Provider[] = [
  oidc({ id: 'oidc', issuer: 'https://id.example' }),
  oauth2({
    id: 'oauth2',
    endpoints: {
      authorization: 'https://id.example/authorize',
      token: 'https://id.example/token',
      userinfo: 'https://id.example/userinfo',
    },
    toIdentity: readStandardClaims,
  }),
]

const entries: readonly Provider[] = [
  ...(await Promise.all(catalogueKinds.map(async (kind) => madeFromExamples(kind)))),
  ...generic,
]

describe('every provider signs in', { concurrency: 8 }, () => {
  let standIns: TestProviders
  let app: InProcessApplication

  before(async () => {
    const port = await findFreePort()
    standIns = await startTestProviders(entries, { origin: `http://localhost:${port}` })
    // Without a store, so that a person with accounts at two providers is not offered to link them.
    app = await startInProcess({ port, providers: standIns.providers, store: undefined })
  })
  after(async () => {
    await app?.stop()
    await standIns?.close()
  })

  for (const { id, kind } of entries) {
    test(`${id}: signs in, and refuses what it must`, async () => {
      const fixture = await loadFixture(kind)
      assert.ok(fixture, kind)
      const journey = new Journey({ app, standIns, id, fixture })
      await journey.signsIn('alex')
      // A person without an e-mail address can sign in too.
      await journey.signsIn('sam')
      await journey.passesPages('mira')
      await journey.refusesDenial()
      await journey.refuses('token_error_invalid_grant')
      await journey.refusesNobody()
    })
  }
})

/** Creates an entry with the options that it requires, from the examples in its own table. */
async function madeFromExamples(kind: string): Promise<Provider> {
  const create = await loadCatalogueEntry(kind)
  assert.ok(create, kind)
  const { ownOptions, missingOptions } = create()
  return create(Object.fromEntries(missingOptions.map((name) => [name, ownOptions[name]?.example])))
}

interface Place {
  readonly app: InProcessApplication
  readonly standIns: TestProviders
  readonly id: string
  readonly fixture: ProviderFixture
}

/** The actions of people at one provider, each in a new browser. */
class Journey {
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  /** Signs in without pages, like a person whom the provider already knows. */
  async signsIn(key: string): Promise<void> {
    const browser = this.#browser()
    await this.#press(this.#tab(browser), key)
    await this.#assertSignedIn(browser, key)
  }

  /** Signs in from the application's own page through the provider's pages, pressing each button. */
  async passesPages(key: string): Promise<void> {
    const { app, standIns, id } = this.#place
    const browser = this.#browser()
    const tab = browser.tab()
    standIns.answerAs(id, null)
    await tab.open(app.url('/auth/login'))
    await tab.submit({ action: `/auth/login/${id}`, fields: this.#placeFields() })
    await tab.submit({ fields: { person: key } })
    await passFormPost(tab, await tab.submit({ label: 'Allow' }))
    await this.#assertSignedIn(browser, key)
  }

  async refusesDenial(): Promise<void> {
    const browser = this.#browser()
    const tab = this.#tab(browser)
    await this.#press(tab, null)
    await passFormPost(tab, await tab.submit({ label: 'Cancel' }))
    await this.#assertSignedOut(browser, 'denial')
  }

  async refuses(fault: Fault): Promise<void> {
    const { standIns, id } = this.#place
    const browser = this.#browser()
    standIns.setFault(id, fault)
    await this.#press(this.#tab(browser), 'alex')
    standIns.setFault(id, null)
    await this.#assertSignedOut(browser, fault)
  }

  /** The ID token, or the API where it identifies the person, does not say who signed in. */
  async refusesNobody(): Promise<void> {
    const { standIns, id } = this.#place
    const isOidc = this.#provider().protocol === 'oidc'
    const asked = standIns.countRequests(id, 'api')
    const browser = this.#browser()
    standIns.setFault(id, isOidc ? 'missing_subject' : 'empty_profile')
    await this.#press(this.#tab(browser), 'alex')
    standIns.setFault(id, null)
    // If the token answer identifies the person, the API is not called.
    if (!isOidc && standIns.countRequests(id, 'api') === asked) return
    await this.#assertSignedOut(browser, 'nobody')
  }

  #provider(): Provider {
    const { standIns, id } = this.#place
    const found = standIns.providers.find((provider) => provider.id === id)
    assert.ok(found, id)
    return found
  }

  #browser(): Browser {
    return this.#place.app.browser()
  }

  /** A tab on a page of the application. */
  #tab(browser: Browser): Tab {
    return browser.tab(this.#place.app.url('/'))
  }

  /** Sends the same request as the provider's button; if `as` is null, it stops at the provider's first page. */
  async #press(tab: Tab, as: string | null): Promise<void> {
    const { app, standIns, id } = this.#place
    // On a slow machine, the two clocks must not drift apart.
    app.clock = Date.now()
    standIns.answerAs(id, as)
    await passFormPost(tab, await tab.post(`/auth/login/${id}`, this.#placeFields()))
    standIns.answerAs(id, null)
  }

  /** The fields for providers whose location each login names, such as a shop or an instance. */
  #placeFields(): Readonly<Record<string, string>> {
    const { id, fixture } = this.#place
    const { loginPlace } = this.#provider()
    if (!loginPlace) return {}
    assert.ok(fixture.loginPlace, `${id}: the fixture names no loginPlace`)
    return { [loginPlace.parameter]: fixture.loginPlace }
  }

  async #assertSignedIn(browser: Browser, key: string): Promise<void> {
    const { app, id, fixture } = this.#place
    const me = await whoIs(browser, app)
    assert.ok(me, `${id}: nobody is signed in: ${JSON.stringify(app.log.slice(-2))}`)
    const person = personOf(key, new URL(this.#provider().issuer).origin)
    const { subject, ...fields } = fixture.expected(person, fixture.subjectOf(person))
    const { email, emailVerified, name, picture } = me
    assert.equal(me.provider, id)
    assert.equal(me.sub, subject)
    assert.deepEqual({ email, emailVerified, name, picture }, fields)
  }

  async #assertSignedOut(browser: Browser, why: string): Promise<void> {
    assert.equal(await whoIs(browser, this.#place.app), null, `${this.#place.id}: ${why}`)
  }
}

/** Without scripts, the page's button submits a form_post answer. */
async function passFormPost(tab: Tab, page: Page): Promise<void> {
  if (/response_mode=form_post/.test(page.text)) await tab.submit()
}

function personOf(key: string, origin: string): Person {
  const person = people.find((each) => each.key === key)
  assert.ok(person, key)
  return withPortrait(person, origin)
}
