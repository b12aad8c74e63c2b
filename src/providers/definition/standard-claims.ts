// The standard claims of OpenID Connect (OpenID Connect Core 1.0 §5.1).
import type { Claims } from '../../contracts/provider.ts'
import { type IdentityDraft, readText } from './read-identity.ts'

/**
 * Reads a person from standard claims. Without a full name, joins given and family name.
 *
 * @example
 * ```ts
 * import { type Claims, readStandardClaims } from 'latchkey/kit'
 *
 * // Standard, except for the picture.
 * const toIdentity = (claims: Claims) => ({ ...readStandardClaims(claims), picture: claims.avatar_url })
 * ```
 */
export function readStandardClaims(claims: Claims): IdentityDraft {
  const parts = [readText(claims.given_name), readText(claims.family_name)]
  return {
    subject: claims.sub,
    email: claims.email,
    emailVerified: claims.email_verified,
    name: readText(claims.name) ?? parts.filter((part) => part !== null).join(' '),
    picture: claims.picture,
  }
}
