// In a partial identity, null means "unknown": the stored value of the account is kept.
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'

/**
 * Fills in the missing fields of a partial identity; a complete one is returned unchanged. `email` and `emailVerified` are
 * taken from the same source.
 */
export function withKnownFields(identity: Identity, account: LinkedAccount | null): Identity {
  if (!identity.isPartial || account === null) return identity
  const { email, emailVerified } = identity.email === null ? account : identity
  return {
    ...identity,
    email,
    emailVerified,
    name: identity.name ?? account.name,
    picture: identity.picture ?? account.picture,
  }
}
