// Identities and accounts for tests that need some.
import type { Identity } from '../../src/contracts/identity.ts'
import type { LinkedAccount } from '../../src/contracts/user.ts'

export function identityOf(issuer: string, subject: string, fields: Partial<Identity> = {}): Identity {
  return {
    provider: new URL(issuer).hostname.split('.')[0] ?? 'h',
    issuer,
    subject,
    email: `${subject}@example.com`,
    emailVerified: true,
    name: subject,
    picture: null,
    providerSessionId: null,
    claims: {},
    ...fields,
  }
}

export function accountOf(identity: Identity, userId: string): LinkedAccount {
  const { provider, issuer, subject, email, emailVerified, name, picture } = identity
  return {
    id: `account-${userId}`,
    userId,
    provider,
    issuer,
    subject,
    email,
    emailVerified,
    name,
    picture,
    linkedAt: 0,
    lastUsedAt: 0,
  }
}
