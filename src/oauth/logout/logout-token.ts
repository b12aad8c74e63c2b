// Verifies a logout token, which any sender could forge. OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.6; docs/security-cases.md I3,
// D21. The caller must check whether its `jti` was used before, and remember it until `expiresAt`.
import type { Claims, Provider } from '../../contracts/provider.ts'
import { isObject } from '../../web/is-object.ts'
import { readCompactJwt } from '../login/compact-jwt.ts'
import { checkSubject } from '../login/id-token.ts'
import { verifySignedJwt } from '../login/verify-signed-jwt.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { both, Moment } from '../server/expected-and-found.ts'
import { translating } from '../server/translate-error.ts'

/** The sessions that end. At least one of `subject` and `sessionId` is set. */
export interface VerifiedLogoutToken {
  readonly issuer: string
  /** The person's `sub`; null if the token names only a session. */
  readonly subject: string | null
  /** The provider's session (`sid`); null if the token means all sessions of the person. */
  readonly sessionId: string | null
  /** The id of the token, which must be used only once. */
  readonly jti: string
  /** Epoch milliseconds; from then on the token is refused, even with the clock tolerance. */
  readonly expiresAt: number
}

/** The last moment that a `Date` can hold (ECMA-262 §21.4.1.1). */
const LATEST_SECONDS = 8.64e12

/** §2.6 leaves the greatest age to the receiver. Longer than providers retry, and much shorter than a day. */
const MOST_AGE_SECONDS = 3_600

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** @throws LatchkeyError `provider_id_token_invalid` for any fault; `provider_unavailable` if the keys cannot be fetched. */
export function verifyLogoutToken(connection: ProviderConnection, jwt: string): Promise<VerifiedLogoutToken> {
  return translating(
    { what: 'logout token', at: 'notification', otherwise: 'provider_id_token_invalid' },
    async () => {
      const unverified = readCompactJwt(jwt, 'logout+jwt')
      // Checked before any key is fetched or used: most tokens from strangers are refused here.
      const token = readLogoutClaims(unverified.claims, connection)
      await verifySignedJwt(connection, unverified, {
        issuer: token.issuer,
        audiences: [connection.clientId],
        requiredClaims: connection.provider.deviations.logoutTokensWithoutExpiry ? [] : ['exp'],
        purpose: 'logout',
      })
      return token
    },
  )
}

function readLogoutClaims(
  claims: Claims,
  { provider, now, clockToleranceSeconds }: ProviderConnection,
): VerifiedLogoutToken {
  const { sub, sid, jti, iat, exp, nonce, events } = claims
  const seconds = now() / 1000
  // §2.4: ID tokens have a nonce, logout tokens must not; this distinguishes them.
  if (nonce !== undefined) throw new TypeError('it has a nonce')
  const event = isObject(events) ? events[logoutEvent] : undefined
  if (!isObject(event)) throw new TypeError('events does not name a back-channel logout')
  if (typeof jti !== 'string' || jti === '' || jti.length > 255) throw new TypeError('jti is missing')
  const latest = seconds + clockToleranceSeconds
  if (typeof iat !== 'number' || iat > latest) {
    const expected = new Moment('at most', latest, clockToleranceSeconds)
    throw new TypeError(`iat is missing or in the future.${both(expected, iat)}`)
  }
  // §2.4 and §2.6: the token means a sign-out now. An old one was held back, and would end sessions that began later.
  const earliest = seconds - MOST_AGE_SECONDS - clockToleranceSeconds
  if (iat < earliest) {
    const expected = new Moment('after', earliest, MOST_AGE_SECONDS + clockToleranceSeconds)
    throw new TypeError(`it is too old: iat.${both(expected, iat)}`)
  }
  const end = exp === undefined ? endWithoutExpiry(iat, provider) : exp
  // The store must be able to remember the jti until this moment.
  if (typeof end !== 'number' || end > LATEST_SECONDS) throw new TypeError('exp is no date')
  if (sub === undefined && sid === undefined) throw new TypeError('neither sub nor sid is there')
  if (sub !== undefined) checkSubject(sub)
  if (sid !== undefined) checkSubject(sid)
  return {
    issuer: provider.deviations.issuerFor?.(claims, provider.issuer) ?? provider.issuer,
    subject: sub ?? null,
    sessionId: sid ?? null,
    jti,
    expiresAt: Math.ceil((end + clockToleranceSeconds) * 1000),
  }
}

/** When the token becomes too old to be accepted. It is remembered until then, so that it counts only once. */
function endWithoutExpiry(iat: number, { deviations }: Provider): number {
  // §2.4: exp is REQUIRED, but some servers leave it out (drafts before the final text did not have it).
  if (!deviations.logoutTokensWithoutExpiry) {
    throw new TypeError('exp is missing. Where this provider sends none, set logoutTokensWithoutExpiry: true')
  }
  return iat + MOST_AGE_SECONDS
}
