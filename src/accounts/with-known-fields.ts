// An identity of which a source could not be read says "unknown" where it has null: what was known of the account stays.
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'

/** Fills the gaps of a partial identity; a whole one stays as it is. The address and the word about it stay together. */
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
