// Where a person goes after what they ask for here: a path of this application, or a page of a front end that it names.
import { safeReturnTarget } from '../../web/return-path.ts'
import { frontEndOf } from './front-end.ts'
import type { Core, Visit } from './parts.ts'

type FrontEnds = { readonly settings: Pick<Core['settings'], 'frontEnds'> }

/** What the query names as `returnTo`; else the front end that sent the request; else `/`. */
export function returnTargetOf(parts: FrontEnds, visit: Pick<Visit, 'url' | 'request'>): string {
  return namedReturnTarget(parts, visit) ?? `${frontEndOf(parts, visit) ?? ''}/`
}

/** Null where the query names none. */
export function namedReturnTarget(parts: FrontEnds, { url }: Pick<Visit, 'url'>): string | null {
  const returnTo = url.searchParams.get('returnTo')
  return returnTo === null ? null : safeTarget(parts, returnTo)
}

/** A target from wherever: it is checked again where it comes back to us. */
export function safeTarget({ settings }: FrontEnds, target: string | null | undefined): string {
  return safeReturnTarget(target, settings.frontEnds)
}
