// Prerendered pages, which are made while an application is built: they have no session, and all visitors get the same page.
import type { RequestAuth } from './request-auth.ts'

/** The session state that such a page sees. */
export const anonymous: RequestAuth = Object.freeze({ user: null, session: null, error: null })

/** A mark on the object that belongs to the request. */
const prerendered: unique symbol = Symbol.for('latchkey.prerendered') as never
type Carrier = { [prerendered]?: true }

export function markPrerendered(carrier: object): void {
  ;(carrier as Carrier)[prerendered] = true
}

export function isPrerendered(carrier: object): boolean {
  return (carrier as Carrier)[prerendered] === true
}

/** Whether a framework's build makes the request: it sets this variable of its own process. */
export function isBuildRequest(variable: string, value: string): boolean {
  return globalThis.process?.env?.[variable] === value
}

/** Why a build fails. */
export const guardFault =
  'A page with a guard cannot be prerendered: every visitor would get the same file. Render it on the server, or remove the guard.'

/** Fails the build: a prerendered page is a file, which is served without any guard. */
export function refuseToPrerender(): never {
  throw new Error(guardFault)
}
