// Where a login ends: where the person wanted to go, or first at the page for new people.
import type { Parts } from '../request/parts.ts'
import type { Carried } from './carried-data.ts'

export interface Arrival {
  readonly isNew: boolean
  readonly returnTo: string
  readonly carried: Carried | null
}

/** The page for new people gets `returnTo`, so that it can send them on. */
export function landingTarget(
  { settings }: Pick<Parts, 'settings'>,
  { isNew, returnTo, carried }: Arrival,
): string {
  const landing = carried?.newUserPath ?? settings.newUserPath
  // One of our routes waits for the person: a client's sign-in, a link that is to be confirmed.
  const isOurs = returnTo.startsWith(`${settings.publicBasePath}/`)
  if (!isNew || landing === null || isOurs) return returnTo
  if (returnTo === '/') return landing
  return `${landing}${landing.includes('?') ? '&' : '?'}${new URLSearchParams({ returnTo })}`
}
