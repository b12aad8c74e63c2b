// A provider reports that a person signed out there (OpenID Connect Back-Channel Logout 1.0 §2.5–2.8).
import { LatchkeyError } from '../../errors.ts'
import { describeCauses } from '../../events/describe-causes.ts'
import { readForm } from '../../web/body.ts'
import { json } from '../../web/responses.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { endProviderSessions } from './end-provider-sessions.ts'

const MOST_BYTES = 65_536

/** `POST /auth/backchannel-logout/:provider`: 200, or 400 with `{error}`; 501 without a store. */
export async function backChannelLogout(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const store = storeOf(parts)
  const receivedAt = parts.settings.now()
  try {
    const token = await readLogoutToken(visit)
    const issuedBy = await issuerAmongPlaces(parts, visit, { providerId, token })
    const { client } = await parts.providers.get(providerId, visit, { issuer: issuedBy })
    const logout = await client.verifyLogoutToken(token)
    const { issuer, subject, sessionId: providerSessionId } = logout
    // Hashed, since not every store can keep an arbitrary jti.
    const mark = `logout:${await parts.platform.sha256(JSON.stringify([issuer, logout.jti]))}`
    // §2.6: a replayed token must not end sessions that began later.
    if (await store.marks.isUsed(mark)) throw usedBefore()
    await endProviderSessions(parts, visit, {
      providerId,
      issuer,
      subject,
      providerSessionId,
      startedBefore: receivedAt,
    })
    // Marked at the end, so that a retry after a failure is processed.
    if (!(await store.marks.useOnce(mark, logout.expiresAt))) throw usedBefore()
    return json({})
  } catch (error) {
    // The failure is on this side, so the response does not blame the token; the provider will retry.
    if (!(error instanceof LatchkeyError) || error.code === 'store_unavailable') throw error
    return refuse(parts, visit, { error, providerId })
  }
}

/**
 * For a provider with a `loginPlace`, the token's unverified issuer selects the place whose keys must have signed it. Only for
 * an issuer with accounts here, since an attacker can name any issuer and make this server fetch its keys.
 */
async function issuerAmongPlaces(
  parts: Parts,
  visit: Visit,
  { providerId, token }: { readonly providerId: string; readonly token: string },
): Promise<string> {
  const { loginPlace } = await parts.providers.find(providerId, visit)
  if (!loginPlace) return ''
  const { unverifiedIssuer } = await import('../../oauth/logout/unverified-issuer.ts')
  const issuer = unverifiedIssuer(token)
  const isKnown = issuer !== '' && (await storeOf(parts).users.hasAccountWithIssuerPrefix(issuer))
  return isKnown ? issuer : ''
}

function usedBefore(): LatchkeyError {
  return new LatchkeyError('request_malformed', { detail: 'This logout token was used before.' })
}

async function readLogoutToken(visit: Visit): Promise<string> {
  const tokens = (await readForm(visit.request, MOST_BYTES)).getAll('logout_token')
  const [token] = tokens
  if (tokens.length !== 1 || !token) {
    throw new LatchkeyError('request_malformed', { detail: 'Exactly one logout_token is expected.' })
  }
  return token
}

/** §2.8: 400 with `invalid_request`. */
async function refuse(
  parts: Parts,
  visit: Visit,
  { error, providerId }: { readonly error: unknown; readonly providerId: string },
): Promise<Response> {
  const code = error instanceof LatchkeyError ? error.code : 'unexpected'
  await report(parts, visit, {
    type: 'refused',
    code,
    status: 400,
    provider: providerId,
    userId: null,
    detail: error instanceof LatchkeyError ? (error.detail ?? null) : null,
    causes: describeCauses(error),
    facts: error instanceof LatchkeyError ? error.facts : {},
  })
  return json({ error: 'invalid_request', error_description: code }, { status: 400 })
}
