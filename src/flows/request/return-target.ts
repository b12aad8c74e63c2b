// Where a person goes afterwards: a path of this application, or a page of a configured front end.
import { safeReturnTarget } from '../../web/return-path.ts'
import { frontEndOf } from './front-end.ts'
import type { Core, Visit } from './parts.ts'

type FrontEnds = { readonly settings: Pick<Core['settings'], 'frontEnds'> }

/** Returns the query's `returnTo`, otherwise the front end that sent the request, otherwise `/`. */
export function returnTargetOf(parts: FrontEnds, visit: Pick<Visit, 'url' | 'request'>): string {
  return namedReturnTarget(parts, visit) ?? `${frontEndOf(parts, visit) ?? ''}/`
}

/** Returns null if the query has none. */
export function namedReturnTarget(parts: FrontEnds, { url }: Pick<Visit, 'url'>): string | null {
  const returnTo = url.searchParams.get('returnTo')
  return returnTo === null ? null : safeTarget(parts, returnTo)
}

/** Returns the target if it is allowed, otherwise `/`. Targets are checked again when they return from the browser. */
export function safeTarget({ settings }: FrontEnds, target: string | null | undefined): string {
  return safeReturnTarget(target, settings.frontEnds)
}
