// Where a login ends: at the original target, or first at the page for new people.
import type { Parts } from '../request/parts.ts'
import type { Carried } from './carried-data.ts'

export interface Arrival {
  readonly isNew: boolean
  readonly returnTo: string
  readonly carried: Carried | null
}

/** The page for new people gets `returnTo`, so that it can link to the original target. */
export function landingTarget(
  { settings }: Pick<Parts, 'settings'>,
  { isNew, returnTo, carried }: Arrival,
): string {
  const landing = carried?.newUserPath ?? settings.newUserPath
  // The target is one of Latchkey's routes, such as a client's sign-in or a link to confirm.
  const isOurs = returnTo.startsWith(`${settings.publicBasePath}/`)
  if (!isNew || landing === null || isOurs) return returnTo
  if (returnTo === '/') return landing
  return `${landing}${landing.includes('?') ? '&' : '?'}${new URLSearchParams({ returnTo })}`
}
