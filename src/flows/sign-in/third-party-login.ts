// A login that another site initiates (OpenID Connect Core §4): the provider's portal sends the person here. It starts a normal
// attempt with a new state, and only if the application enables it, since it begins without a click here.
import { LatchkeyError } from '../../errors.ts'
import { readForm } from '../../web/body.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import { hasRoomForUnasked } from '../attempt/attempt-cookies.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { sendToProvider } from './send-to-provider.ts'
import { showSignIn } from './show-sign-in.ts'

const MOST_BYTES = 16_384
const MOST_HINT_CHARACTERS = 255

/** `GET`/`POST /auth/initiate-login?iss=&login_hint=&target_link_uri=` */
export async function beginThirdPartyLogin(parts: Parts, visit: Visit): Promise<Response> {
  const { request, url, place } = visit
  const fields = request.method === 'POST' ? await readForm(request, MOST_BYTES) : url.searchParams
  if (!parts.settings.acceptThirdPartyLogin || !hasRoomForUnasked(visit)) return showSignIn(parts, visit)
  const issuer = fields.get('iss')
  const provider = (await visit.providers()).find((one) => one.issuer === issuer)
  if (!provider) throw new LatchkeyError('provider_unknown', { detail: 'No provider has this issuer.' })
  const hint = fields.get('login_hint')
  return sendToProvider(parts, visit, {
    providerId: provider.id,
    returnTo: pathOnOrigin(fields.get('target_link_uri'), place.origin),
    intent: { kind: 'login' },
    isUnasked: true,
    hints: { loginHint: hint && hint.length <= MOST_HINT_CHARACTERS ? hint : undefined },
  })
}

/** Core §4: the target must be verified, otherwise this route would be an open redirector. */
function pathOnOrigin(target: string | null, origin: string): string {
  if (!target?.startsWith(`${origin}/`)) return '/'
  return safeReturnPath(target.slice(origin.length))
}
