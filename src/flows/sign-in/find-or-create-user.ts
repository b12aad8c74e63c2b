// Which user an identity signs in as. Without a store the identity is the user.
import { identityUserId } from '../../accounts/identity-user-id.ts'
import { type IdentityOutcome, signInIdentity } from '../../accounts/sign-in-identity.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { User } from '../../contracts/user.ts'
import { accountParts, type Parts, type ReadyProvider } from '../request/parts.ts'
import { isEmailAuthoritative } from './fetch-identity.ts'

export async function findOrCreateUser(
  parts: Parts,
  { provider }: ReadyProvider,
  identity: Identity,
): Promise<IdentityOutcome> {
  if (!parts.settings.store) {
    return { kind: 'signed-in', user: await identityAsUser(parts, identity), isNew: false, isLinked: false }
  }
  const isAuthoritative = isEmailAuthoritative(provider, identity)
  return signInIdentity(accountParts(parts), { identity, linkTo: null, isAuthoritative })
}

async function identityAsUser(parts: Parts, identity: Identity): Promise<User> {
  const { issuer, subject, email, emailVerified, name, picture } = identity
  const id = await identityUserId(parts.platform, { issuer, subject })
  return { id, email, emailVerified, name, picture, createdAt: parts.settings.now() }
}
