// From the provider's tokens to an Identity: the provider's own mapping reads the claims, and the application's own
// rule is asked before any row is written.

import type { IdentityContext, LoginData } from '../../contracts/gate.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { identityOf } from '../../oauth/login/identity-of.ts'
import type { TokenSet } from '../../oauth/server/provider-client.ts'
import type { Parts, ReadyProvider } from '../request/parts.ts'

/** Throws `provider_userinfo_invalid`, and `account_refused` where the application says no. */
export async function fetchIdentity(
  parts: Parts,
  { provider, client }: ReadyProvider,
  { tokens, data }: { readonly tokens: TokenSet; readonly data: LoginData | null },
): Promise<Identity> {
  const claims = await client.fetchClaims(tokens)
  const identity = identityOf(provider, tokens, claims)
  const answer = await parts.settings.allow(identity, {
    ...contextOf(provider, identity, data),
    async findUser() {
      const account = await parts.settings.store?.users.findAccount(identity)
      return account ? parts.people.find(account.userId) : null
    },
  })
  if (answer === true) return identity
  throw new LatchkeyError('account_refused', typeof answer === 'string' ? { forPerson: answer } : {})
}

/** Whether the provider itself runs the mailbox, so that its word about the address is final. */
function isEmailAuthoritative(provider: Provider, { email, emailVerified, claims }: Identity): boolean {
  return email !== null && emailVerified && provider.isAuthoritativeForEmail(email, claims)
}

/** What the provider's word on this identity is worth. */
export function contextOf(provider: Provider, identity: Identity, data: LoginData | null): IdentityContext {
  return {
    organization: provider.organizationOf?.(identity.claims) ?? null,
    isEmailAuthoritative: isEmailAuthoritative(provider, identity),
    data,
  }
}
