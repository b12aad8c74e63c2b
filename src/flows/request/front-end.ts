// The application's front ends on other origins: which of them sent a request, and which responses it may read (Fetch §3.2,
// CORS protocol; Fetch Metadata §2.3).
import { LatchkeyError } from '../../errors.ts'
import { isSameOrigin } from '../../web/same-origin.ts'
import { crossSite } from './cross-site.ts'
import type { Core, Visit } from './parts.ts'

type FrontEnds = { readonly settings: Pick<Core['settings'], 'frontEnds'> }

/** Returns the configured front end that sent this request, by exact comparison with `Origin`; null for other senders. */
export function frontEndOf({ settings }: FrontEnds, { request }: Pick<Visit, 'request'>): string | null {
  const origin = request.headers.get('origin')
  return origin !== null && settings.frontEnds.includes(origin) ? origin : null
}

/** Whether a page of this origin sent this request, or a front end on the same site. */
export function isOurSender(parts: FrontEnds, visit: Pick<Visit, 'request' | 'place'>): boolean {
  const { headers } = visit.request
  if (isSameOrigin(headers, visit.place.origin)) return true
  return frontEndOf(parts, visit) !== null && !isFromElsewhere(headers)
}

/**
 * Refuses a front end on another site: browsers do not send the cookies from there, so every user would appear signed out.
 * Requests with an Authorization header need no cookie and are accepted.
 */
export function checkSameSite(parts: FrontEnds, visit: Pick<Visit, 'request' | 'place'>): void {
  const { headers } = visit.request
  if (frontEndOf(parts, visit) === null || headers.has('authorization')) return
  if (isFromElsewhere(headers)) throw crossSite(headers, visit.place, { isFrontEnd: true })
}

/** `none` (a typed address) counts as another site too, since front ends never send it. */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return site !== null && site !== 'same-site' && site !== 'same-origin'
}

const READABLE = 'Retry-After, WWW-Authenticate'
const ACCEPTED = 'Accept, Authorization, Content-Type, DPoP, Idempotency-Key, X-Requested-With'
const PREFLIGHT_SECONDS = '600'

/** Lets the front end read the response. Always sets `Vary`, so that a cache does not serve one origin's response to another. */
export function letRead(parts: FrontEnds, visit: Visit, response: Response): Response {
  if (parts.settings.frontEnds.length === 0) return response
  const { headers } = response
  headers.append('Vary', 'Origin')
  const origin = frontEndOf(parts, visit)
  if (origin === null) return response
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Access-Control-Allow-Credentials', 'true')
  headers.set('Access-Control-Expose-Headers', READABLE)
  return response
}

/** Whether this is a CORS preflight request (Fetch §3.2.2). */
export function isPreflight({ request: { method, headers } }: Pick<Visit, 'request'>): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method')
}

/** Throws `request_cross_site` for an origin that the application does not name. */
export function answerPreflight(parts: FrontEnds, visit: Visit, methods: readonly string[]): Response {
  const { headers } = visit.request
  if (frontEndOf(parts, visit) === null) throw crossSite(headers, visit.place)
  const wanted = headers.get('access-control-request-method') ?? ''
  if (!methods.includes(wanted)) throw new LatchkeyError('request_method_not_allowed')
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods.join(', '),
      'Access-Control-Allow-Headers': ACCEPTED,
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
    },
  })
}
