// People who sign in, return and sign out, concurrently and without end, and the responses they got: a person who signed in
// must stay signed in, one who signed out must stay out, and none may be mistaken for another.
import { setTimeout as wait } from 'node:timers/promises'
import { Browser } from '../support/browser.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import type { TestProvider } from '../support/provider.ts'
import { type ServerGroup, until } from './server-group.ts'

const LANES = 4

interface Visitor {
  readonly browser: Browser
  readonly person: string
}

export class Traffic {
  /** Violations that no failure excuses. */
  readonly wrongs: string[] = []
  /** Requests without a response, or with a server error. */
  readonly refusals: string[] = []
  /** People whose last response said signed in, and who have not signed out since. */
  readonly signedIn: Visitor[] = []
  /** People whose last response said signed out; the browser is a thief's copy of the cookies. */
  readonly signedOut: Visitor[] = []
  readonly #group: ServerGroup
  readonly #provider: TestProvider
  #lanes: Promise<unknown> = Promise.resolve()
  #isStopping = false
  #people = 0

  constructor(group: ServerGroup, provider: TestProvider) {
    this.#group = group
    this.#provider = provider
    this.#lanes = Promise.all(Array.from({ length: LANES }, () => this.#lane()))
  }

  /** Waits until this many more logins are acknowledged. */
  async untilLogins(more: number): Promise<void> {
    const wanted = this.#logins() + more
    await until(() => this.#logins() >= wanted, 60)
  }

  /** Waits until a request is refused, so that the fault has arrived. */
  async untilRefused(): Promise<void> {
    const before = this.refusals.length
    await until(() => this.refusals.length > before, 60)
  }

  /** Lets all visitors finish their current request. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#lanes
  }

  /** Sends a request for every visitor again after recovery. Returns each difference from the earlier responses. */
  async broken(): Promise<readonly string[]> {
    const broken = [...this.wrongs]
    for (const { browser, person } of this.signedIn) {
      const me = await whoIs(browser, this.#group)
      if (me?.sub !== person) broken.push(`${person} was signed in and is ${me?.sub ?? 'nobody'}`)
    }
    for (const { browser, person } of this.signedOut) {
      const me = await whoIs(browser, this.#group)
      if (me) broken.push(`${person} was signed out and is ${me.sub}`)
    }
    return broken
  }

  #logins(): number {
    return this.signedIn.length + this.signedOut.length
  }

  async #lane(): Promise<void> {
    while (!this.#isStopping) {
      try {
        await this.#visit()
      } catch (error) {
        this.refusals.push(error instanceof Error ? error.message : String(error))
        await wait(50)
      }
    }
  }

  async #visit(): Promise<void> {
    const visitor = await this.#signIn()
    await this.#comeBack(visitor)
    const earlier = this.signedIn[Math.floor(Math.random() * this.signedIn.length)]
    if (earlier && earlier !== visitor) await this.#comeBack(earlier)
    if (this.#logins() % 3 === 0) await this.#signOut(visitor)
  }

  async #signIn(): Promise<Visitor> {
    const person = `visitor-${this.#people++}`
    this.#provider.people.set(person, newPerson({ sub: person }))
    const browser = this.#group.browser()
    browser.jar.plant({ name: 'person', value: person, domain: '127.0.0.1', hostOnly: true })
    const page = await signIn(browser, this.#group, 'h')
    if (page.status !== 200) throw new Error(`sign-in: ${page.status} ${page.text.slice(0, 200)}`)
    const visitor = { browser, person }
    this.signedIn.push(visitor)
    return visitor
  }

  async #comeBack({ browser, person }: Visitor): Promise<void> {
    const me = await whoIs(browser, this.#group)
    // Another lane may have signed this person out in the meantime.
    const isSignedIn = this.signedIn.some((visitor) => visitor.browser === browser)
    if (isSignedIn && me?.sub !== person) this.wrongs.push(`${person} is ${me?.sub ?? 'nobody'}`)
  }

  async #signOut(visitor: Visitor): Promise<void> {
    const thief = new Browser({ jar: visitor.browser.jar.copy() })
    // Until the response arrives, it is unknown whether they are signed in or out.
    this.signedIn.splice(this.signedIn.indexOf(visitor), 1)
    const page = await visitor.browser.tab(`${this.#group.origin}/`).post('/auth/logout')
    if (page.status !== 200) throw new Error(`sign-out: ${page.status} ${page.text.slice(0, 200)}`)
    this.signedOut.push({ browser: thief, person: visitor.person })
  }
}
