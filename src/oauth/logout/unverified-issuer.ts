// What a logout token says of its issuer, before anything of it is believed: good for choosing whose keys must have signed it.
// OpenID Connect Back-Channel Logout 1.0 §2.4.
import { readCompactJwt } from '../login/compact-jwt.ts'

/** An empty text where the token says none, or is none: the check that follows refuses it with its reason. */
export function unverifiedIssuer(jwt: string): string {
  try {
    const { iss } = readCompactJwt(jwt, 'logout+jwt').claims
    return typeof iss === 'string' ? iss : ''
  } catch {
    return ''
  }
}
