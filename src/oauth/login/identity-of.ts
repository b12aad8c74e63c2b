// From what a provider says of a person to an Identity: by the provider's own mapping, under the provider's own issuer.
// OpenID Connect Core §5.7: issuer and subject together are the key.
import type { Identity, IdentityFields } from '../../contracts/identity.ts'
import type { Claims, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { TokenSet } from '../tokens/token-set.ts'

/** @throws LatchkeyError `provider_userinfo_invalid`. */
export function identityOf(provider: Provider, { idTokenClaims }: TokenSet, claims: Claims): Identity {
  const sessionId = idTokenClaims?.sid
  return Object.freeze({
    ...readFields(provider.toIdentity, claims),
    provider: provider.id,
    issuer: provider.deviations.issuerFor?.(idTokenClaims ?? claims, provider.issuer) ?? provider.issuer,
    providerSessionId: typeof sessionId === 'string' && sessionId.length <= 255 ? sessionId : null,
    claims,
  })
}

function readFields(toIdentity: (claims: Claims) => IdentityFields, claims: Claims): IdentityFields {
  try {
    return toIdentity(claims)
  } catch (cause) {
    if (cause instanceof LatchkeyError) throw cause
    // A profile without what identifies a person is no profile (OpenID Connect Core §5.3.2).
    throw new LatchkeyError('provider_userinfo_invalid', { cause })
  }
}
