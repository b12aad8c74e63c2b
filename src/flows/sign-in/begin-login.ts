// Begins a login: from the button to the provider (RFC 6749 §4.1.1, RFC 7636, OpenID Connect Core §3.1.2.1).
import { navigationOf } from '../../web/navigation.ts'
import { redirect } from '../../web/responses.ts'
import { isSameOrigin } from '../../web/same-origin.ts'
import { crossSite, isLoopbackTwin } from '../request/cross-site.ts'
import { isOurSender } from '../request/front-end.ts'
import { type Parts, pathTo, type Visit } from '../request/parts.ts'
import { returnTargetOf } from '../request/return-target.ts'
import { carriedBy } from './carried-data.ts'
import { readLoginHints } from './login-hints.ts'
import { loginPlaceIn } from './login-place.ts'
import { purposeOf } from './purpose-of-login.ts'
import { sendToProvider } from './send-to-provider.ts'
import { showSignIn } from './show-sign-in.ts'

/**
 * `POST /auth/login/:provider?returnTo=`. GET begins a login only if the browser indicates a navigation from a page of this
 * origin; otherwise the sign-in page is shown.
 */
export async function beginLogin(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const { method, headers } = visit.request
  // A link on another site must not start a login (CVE-2015-9284), nor an image on a page of this origin: show the sign-in page
  // instead. Old browsers send neither header with a GET.
  const isOwnPage = isSameOrigin(headers, visit.place.origin) && navigationOf(headers) === 'proven'
  if (method === 'GET' && !isOwnPage) return showSignIn(parts, visit)
  if (isLoopbackTwin(headers, visit.place)) return redirect(signInAtItsName(parts, visit))
  if (!isOurSender(parts, visit)) throw crossSite(headers, visit.place)
  const provider = await parts.providers.find(providerId, visit)
  const which = await loginPlaceIn(visit, provider)
  const query = visit.url.searchParams
  const returnTo = returnTargetOf(parts, visit)
  const { intent, demand } = await purposeOf(parts, visit, provider)
  const hints = readLoginHints(query, provider)
  const carried = await carriedBy(parts, visit)
  return sendToProvider(parts, visit, { providerId, which, returnTo, intent, demand, hints, carried })
}

/** Returns the sign-in page at the configured name, if the host hid that the browser uses another name. */
function signInAtItsName(parts: Parts, { url, place }: Visit): string {
  return `${place.origin}${pathTo(parts, '/login', Object.fromEntries(url.searchParams))}`
}
