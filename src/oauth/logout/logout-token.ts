// Verifies a logout token, which anybody may send. OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.6; CASES I3, D21.
// Whether its `jti` was seen before is for the caller to remember until `expiresAt`.
import type { Claims } from '../../contracts/provider.ts'
import { readCompactJwt } from '../login/compact-jwt.ts'
import { checkSubject } from '../login/id-token.ts'
import { keyFinder, withKeys } from '../login/verify-signature.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { loadJwtVerification } from '../server/libraries.ts'
import { translating } from '../server/translate-error.ts'

/** Whose sessions end. At least one of `subject` and `sessionId` is there. */
export interface VerifiedLogoutToken {
  readonly issuer: string
  readonly subject: string | null
  readonly sessionId: string | null
  readonly jti: string
  /** Epoch milliseconds; from then on the token is refused, the clock tolerance included. */
  readonly expiresAt: number
}

/** The last moment that a `Date` can name (ECMA-262 §21.4.1.1). */
const LATEST_SECONDS = 8.64e12

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** @throws LatchkeyError `provider_id_token_invalid` for any fault; `provider_unavailable` when the keys cannot be had. */
export function verifyLogoutToken(connection: ProviderConnection, jwt: string): Promise<VerifiedLogoutToken> {
  return translating({ what: 'logout token', otherwise: 'provider_id_token_invalid' }, async () => {
    const { header, claims } = readCompactJwt(jwt, 'logout+jwt')
    // Judged before any key is fetched or used: most of what strangers send ends here.
    const token = readLogoutClaims(claims, connection)
    await verifyJwt(connection, jwt, { kid: header.kid, issuer: token.issuer })
    return token
  })
}

function readLogoutClaims(
  claims: Claims,
  { provider, now, clockToleranceSeconds }: ProviderConnection,
): VerifiedLogoutToken {
  const { sub, sid, jti, iat, exp, nonce, events } = claims
  // §2.4: its absence keeps ID tokens and logout tokens apart.
  if (nonce !== undefined) throw new TypeError('it has a nonce')
  const event = isObject(events) ? events[logoutEvent] : undefined
  if (!isObject(event)) throw new TypeError('events does not name a back-channel logout')
  if (typeof jti !== 'string' || jti === '' || jti.length > 255) throw new TypeError('jti is missing')
  // The store must be able to remember the jti for as long as this.
  if (typeof exp !== 'number' || exp > LATEST_SECONDS) throw new TypeError('exp is missing or no date')
  if (typeof iat !== 'number' || iat * 1000 > now() + clockToleranceSeconds * 1000) {
    throw new TypeError('iat is missing or in the future')
  }
  if (sub === undefined && sid === undefined) throw new TypeError('neither sub nor sid is there')
  if (sub !== undefined) checkSubject(sub)
  if (sid !== undefined) checkSubject(sid)
  return {
    issuer: provider.deviations.issuerFor?.(claims, provider.issuer) ?? provider.issuer,
    subject: sub ?? null,
    sessionId: sid ?? null,
    jti,
    expiresAt: Math.ceil((exp + clockToleranceSeconds) * 1000),
  }
}

/** Signature, alg, iss, aud, exp, nbf. */
async function verifyJwt(
  { keys, server, clientId, now, clockToleranceSeconds }: ProviderConnection,
  jwt: string,
  { kid, issuer }: { readonly kid: unknown; readonly issuer: string },
): Promise<void> {
  const { id_token_signing_alg_values_supported: algorithms = [] } = await server()
  const jwtVerify = await loadJwtVerification()
  await withKeys(keys, { purpose: 'logout', kid }, async (jwks) =>
    jwtVerify(jwt, await keyFinder(jwks), {
      issuer,
      audience: clientId,
      algorithms,
      requiredClaims: ['iss', 'aud', 'exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(now()),
    }),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
