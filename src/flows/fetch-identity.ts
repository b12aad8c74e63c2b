// From the provider's tokens to an Identity: the provider's own mapping reads the claims, and the application's own
// rule is asked before any row is written.

import type { AllowContext } from '../contracts/gate.ts'
import type { Identity, IdentityFields } from '../contracts/identity.ts'
import type { Claims, Provider } from '../contracts/provider.ts'
import type { AnyUser } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { TokenSet } from '../oauth/provider-client.ts'
import type { Parts, ReadyProvider } from './parts.ts'

/** Throws `provider_userinfo_invalid`, and `account_refused` where the application says no. */
export async function fetchIdentity(
  parts: Parts,
  { provider, client }: ReadyProvider,
  tokens: TokenSet,
): Promise<Identity> {
  const claims = await client.fetchClaims(tokens)
  const sessionId = tokens.idTokenClaims?.sid
  const identity: Identity = Object.freeze({
    ...readFields(provider.toIdentity, claims),
    provider: provider.id,
    issuer: provider.deviations.issuerFor?.(tokens.idTokenClaims ?? claims) ?? provider.issuer,
    providerSessionId: typeof sessionId === 'string' && sessionId.length <= 255 ? sessionId : null,
    claims,
  })
  const answer = await parts.settings.allow(identity, contextOf(parts, provider, identity))
  if (answer === true) return identity
  throw new LatchkeyError('account_refused', typeof answer === 'string' ? { forPerson: answer } : {})
}

function contextOf(parts: Parts, provider: Provider, identity: Identity): AllowContext<AnyUser> {
  const { email, emailVerified, claims } = identity
  return {
    organization: provider.organizationOf?.(claims) ?? null,
    isEmailAuthoritative: email !== null && emailVerified && provider.isAuthoritativeForEmail(email, claims),
    async findUser() {
      const account = await parts.settings.store?.findAccount(identity)
      return account ? parts.people.find(account.userId) : null
    },
  }
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
