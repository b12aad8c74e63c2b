// Pages that are made in advance, while an application is built: they have no session, and all visitors get the same page.
import type { RequestAuth } from './request-auth.ts'

/** What such a page finds. */
export const anonymous: RequestAuth = Object.freeze({ user: null, session: null, error: null })

/** At what goes with the request. */
const prerendered: unique symbol = Symbol.for('latchkey.prerendered') as never
type Carrier = { [prerendered]?: true }

export function markPrerendered(carrier: object): void {
  ;(carrier as Carrier)[prerendered] = true
}

export function isPrerendered(carrier: object): boolean {
  return (carrier as Carrier)[prerendered] === true
}

/** Fails the build: a page that is made in advance is a file, and no guard stands before it. */
export function refuseToPrerender(): never {
  throw new Error(
    'A page with a guard cannot be made in advance (prerendered): it would be a file for everybody. Render it on the server, or take the guard away.',
  )
}
