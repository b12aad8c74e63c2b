// Converts a provider's claims to an Identity: with the provider's own mapping, under the provider's own issuer.
// OpenID Connect Core §5.7: issuer and subject together are the key.
import type { Identity, IdentityFields } from '../../contracts/identity.ts'
import type { Claims, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { foreignText } from '../../web/foreign-text.ts'
import { isStorable } from '../../web/plain-text.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import { failureBehind } from './fetch-claims.ts'

/** @throws LatchkeyError `provider_userinfo_invalid`. */
export function identityOf(provider: Provider, { idTokenClaims }: TokenSet, claims: Claims): Identity {
  const sessionId = idTokenClaims?.sid
  const failure = failureBehind(claims)
  return Object.freeze({
    ...readFields(provider.toIdentity, claims, failure),
    ...((failure || provider.deviations.profileComesOnce) && { isPartial: true as const }),
    provider: provider.id,
    issuer: provider.deviations.issuerFor?.(idTokenClaims ?? claims, provider.issuer) ?? provider.issuer,
    providerSessionId:
      typeof sessionId === 'string' && sessionId.length <= 255 && isStorable(sessionId) ? sessionId : null,
    claims,
  })
}

function readFields(
  toIdentity: (claims: Claims) => IdentityFields,
  claims: Claims,
  failure: LatchkeyError | null,
): IdentityFields {
  try {
    return toIdentity(claims)
  } catch (cause) {
    if (cause instanceof LatchkeyError) throw cause
    const why = cause instanceof Error ? ` ${foreignText(cause.message)}` : ''
    // A profile that does not identify a person cannot be used (OpenID Connect Core §5.3.2).
    throw new LatchkeyError('provider_userinfo_invalid', {
      detail: failure
        ? `${failure.detail ?? failure.code} It is needed (claimsFrom is "userinfo"), since the ID token alone lacks what identifies the person.${why}`
        : `What the provider says does not identify the person.${why}`,
      refusal: failure?.refusal,
      cause,
      // If the second source failed, that is the cause.
      facts: failure?.facts ?? { at: 'profile', check: 'subject', isMissing: true },
    })
  }
}
