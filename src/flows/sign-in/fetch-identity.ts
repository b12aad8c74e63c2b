// From the provider's tokens to an Identity: the provider's mapping reads the claims, and the application's gate is called
// before any row is written.

import type { IdentityContext, LoginData } from '../../contracts/gate.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { identityOf } from '../../oauth/login/identity-of.ts'
import type { TokenSet } from '../../oauth/server/provider-client.ts'
import type { Parts, ReadyProvider } from '../request/parts.ts'

/** Throws `provider_userinfo_invalid`, and `account_refused` if the gate refuses. */
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

/** Whether the provider runs the mailbox, so that it is authoritative for the address. */
function isEmailAuthoritative(provider: Provider, { email, emailVerified, claims }: Identity): boolean {
  return email !== null && emailVerified && provider.isAuthoritativeForEmail(email, claims)
}

/** Returns the facts about this login for the application's functions. */
export function contextOf(provider: Provider, identity: Identity, data: LoginData | null): IdentityContext {
  return {
    organization: provider.organizationOf?.(identity.claims) ?? null,
    isEmailAuthoritative: isEmailAuthoritative(provider, identity),
    data,
  }
}
