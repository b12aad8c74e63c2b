// A provider tells us that somebody signed out there (OpenID Connect Back-Channel Logout 1.0 §2.5–2.8).
import { LatchkeyError } from '../errors.ts'
import { readForm } from '../web/body.ts'
import { json } from '../web/responses.ts'
import { describeCauses } from './describe-causes.ts'
import { logEvent } from './log-event.ts'
import { type Parts, storeOf, type Visit } from './parts.ts'

const MOST_BYTES = 65_536

/** `POST /auth/backchannel-logout/:provider`: 200, or 400 with `{error}`; 501 without a store. */
export async function backChannelLogout(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const store = storeOf(parts)
  const receivedAt = parts.settings.now()
  try {
    const token = await readLogoutToken(visit)
    const { client } = await parts.providers.get(providerId, visit.place)
    const logout = await client.verifyLogoutToken(token)
    // §2.6: a token that was seen before must not end sessions that began since.
    if (!(await store.useOnce(`logout:${logout.issuer} ${logout.jti}`, logout.expiresAt))) {
      throw new LatchkeyError('request_malformed', { detail: 'This logout token was used before.' })
    }
    const ended = await store.deleteSessionsOfProvider({
      issuer: logout.issuer,
      subject: logout.subject,
      providerSessionId: logout.sessionId,
      startedBefore: receivedAt,
    })
    logEvent(parts, visit, {
      event: 'provider_signed_out',
      provider: providerId,
      detail: `${ended.length} sessions ended`,
    })
    return json({})
  } catch (error) {
    if (error instanceof LatchkeyError && error.code === 'store_unavailable') throw error
    return refuse(parts, visit, error)
  }
}

async function readLogoutToken(visit: Visit): Promise<string> {
  const tokens = (await readForm(visit.request, MOST_BYTES)).getAll('logout_token')
  const [token] = tokens
  if (tokens.length !== 1 || !token) {
    throw new LatchkeyError('request_malformed', { detail: 'Exactly one logout_token is expected.' })
  }
  return token
}

/** §2.8: 400 with `invalid_request`. A provider that could not be asked is a failure of the moment. */
function refuse(parts: Parts, visit: Visit, error: unknown): Response {
  const code = error instanceof LatchkeyError ? error.code : 'unexpected'
  logEvent(parts, visit, {
    event: 'refused',
    level: 'warn',
    code,
    causes: describeCauses(error),
  })
  return json({ error: 'invalid_request', error_description: code }, { status: 400 })
}
