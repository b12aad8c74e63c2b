// A person who is signed in at an application that keeps tokens, and the application's calls on their behalf.
import type { Auth, Session } from 'latchkey'
import type { Browser } from './browser.ts'
import type { InProcessApplication } from './in-process-application.ts'
import { newPerson, signIn } from './journeys.ts'
import type { TestProvider } from './provider.ts'
import type { TestPerson } from './provider-behaviour.ts'

/** Returns the Cookie header that the browser would send to the application. */
export function cookieHeaderOf(browser: Browser, origin: string): string {
  return browser.jar.header({ url: new URL(origin), method: 'GET', crossSite: false, topLevel: true }) ?? ''
}

/** Returns the session of a Cookie header. */
export async function sessionOf(auth: Auth, cookieHeader: string): Promise<Session> {
  const { session } = await auth.session(cookieHeader)
  if (!session) throw new Error('nobody is signed in')
  return session
}

export interface TokenHolder {
  readonly browser: Browser
  readonly cookieHeader: string
  readonly session: Session
  readonly person: TestPerson
}

/** Signs in a new person. `expiresIn`: the lifetime of the first access token, in seconds. */
export async function signInTokenHolder(
  app: InProcessApplication,
  { id, at, expiresIn = 0 }: { readonly id: string; readonly at: TestProvider; readonly expiresIn?: number },
): Promise<TokenHolder> {
  const browser = app.browser()
  at.behaviour.tokenBody = (body) => {
    body.expires_in = expiresIn
  }
  const person = newPerson()
  const page = await signIn(browser, app, id, { at, as: person })
  at.reset()
  if (page.status !== 200) throw new Error(`the sign-in failed: ${page.status} ${page.text.slice(0, 300)}`)
  const cookieHeader = cookieHeaderOf(browser, app.origin)
  return { browser, cookieHeader, person, session: await sessionOf(app.auth, cookieHeader) }
}
