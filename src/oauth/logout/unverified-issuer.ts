// The issuer that a logout token names, unverified: only used to choose whose keys must have signed it.
// OpenID Connect Back-Channel Logout 1.0 §2.4.
import { readCompactJwt } from '../login/compact-jwt.ts'

/** Returns an empty text if the token names none or cannot be read: the check that follows refuses it with a reason. */
export function unverifiedIssuer(jwt: string): string {
  try {
    const { iss } = readCompactJwt(jwt, 'logout+jwt').claims
    return typeof iss === 'string' ? iss : ''
  } catch {
    return ''
  }
}
