// The way out: from the button to the provider (RFC 6749 §4.1.1, RFC 7636, OpenID Connect Core §3.1.2.1).
import { LatchkeyError } from '../../errors.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import { isPrefetch, isSameOrigin } from '../../web/same-origin.ts'
import type { Intent } from '../attempt/login-attempt.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'
import { demandIn } from './demand.ts'
import { sendToProvider } from './send-to-provider.ts'
import { showSignIn } from './show-sign-in.ts'

/** `POST /auth/login/:provider?returnTo=`; GET only when it is proven same-origin, else the sign-in page answers. */
export async function beginLogin(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  if (!isSameOrigin(visit.request.headers, visit.place.origin)) {
    // A link from elsewhere must not start a login (CVE-2015-9284); it gets the page with the buttons.
    if (visit.request.method === 'GET') return showSignIn(parts, visit)
    throw new LatchkeyError('request_cross_site')
  }
  if (isPrefetch(visit.request.headers)) return showSignIn(parts, visit)
  const query = visit.url.searchParams
  const returnTo = safeReturnPath(query.get('returnTo'))
  const demand = demandIn(query)
  const { user } = demand ? await sessionOf(parts, visit) : { user: null }
  const intent: Intent = user ? { kind: 'confirm', userId: user.id } : { kind: 'login' }
  return sendToProvider(parts, visit, { providerId, returnTo, intent, demand: demand ?? undefined })
}
