// Creates the stored link between an identity and a user.
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'
import type { AccountParts } from './account-parts.ts'

export function accountOf(
  { now, newId }: Pick<AccountParts, 'now' | 'newId'>,
  identity: Omit<Identity, 'claims' | 'providerSessionId'>,
  userId: string,
): LinkedAccount {
  const { provider, issuer, subject, email, emailVerified, name, picture } = identity
  const linkedAt = now()
  return {
    ...{ id: newId(), userId, provider, issuer, subject, email, emailVerified, name, picture },
    ...{ linkedAt, lastUsedAt: linkedAt },
  }
}
