// Records for the store contract: complete, valid and distinct.
import { randomBytes } from 'node:crypto'
import type { AuditEntry } from '../../../contracts/audit.ts'
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { Store } from '../../../contracts/store.ts'
import type { LinkedAccount, User } from '../../../contracts/user.ts'

export const ISSUER = 'https://accounts.example.com'

export function newHandle(): string {
  return randomBytes(16).toString('base64url')
}

export function newUser(fields: Partial<User> = {}): User {
  const id = newHandle()
  return {
    id,
    email: `${id}@example.com`,
    emailVerified: true,
    name: 'Ada Example',
    picture: 'https://pictures.example.com/ada.png',
    createdAt: Date.now(),
    ...fields,
  }
}

export function newAccount(userId: string, fields: Partial<LinkedAccount> = {}): LinkedAccount {
  const now = Date.now()
  return {
    id: newHandle(),
    userId,
    provider: 'example',
    issuer: ISSUER,
    subject: newHandle(),
    email: `${newHandle()}@example.com`,
    emailVerified: true,
    name: 'Ada Example',
    picture: null,
    linkedAt: now,
    lastUsedAt: now,
    ...fields,
  }
}

export function newSession(userId: string, fields: Partial<SessionRecord> = {}): SessionRecord {
  const now = Date.now()
  return {
    id: newHandle(),
    secretHash: randomBytes(32).toString('base64url'),
    userId,
    provider: 'example',
    issuer: ISSUER,
    subject: newHandle(),
    providerSessionId: null,
    createdAt: now,
    authenticatedAt: now,
    lastSeenAt: now,
    expiresAt: now + 7 * 86_400_000,
    endsAt: now + 30 * 86_400_000,
    acr: null,
    sealedIdToken: null,
    userAgent: 'Mozilla/5.0',
    clientAddress: '192.0.2.1',
    details: null,
    ...fields,
  }
}

/** Stores a session of a new user, or of this one. */
export async function signIn(
  store: Store,
  userId?: string,
): Promise<{ readonly user: User; readonly session: SessionRecord }> {
  const user = newUser(userId ? { id: userId } : {})
  if (!userId) await store.users.create(user, newAccount(user.id))
  const session = newSession(user.id)
  await store.sessions.insert(session)
  return { user, session }
}

/** The renewal when the session is used a moment later from another device. */
export function renewalOf({ lastSeenAt, expiresAt }: SessionRecord): SessionRenewal {
  return {
    lastSeenAt: lastSeenAt + 1,
    expiresAt: expiresAt + 1,
    userAgent: 'curl/8.5.0',
    clientAddress: '2001:db8::2',
  }
}

let entries = 0

/** Each entry is newer than the previous one. */
export function newAuditEntry(userId: string, fields: Partial<AuditEntry> = {}): AuditEntry {
  entries += 1
  return {
    id: `018f3b00-0000-7000-8000-${entries.toString(16).padStart(12, '0')}`,
    at: Date.now(),
    type: 'signed_in',
    userId,
    sessionId: newHandle(),
    accountId: null,
    provider: 'example',
    reason: 'login',
    referenceId: 'abcdefgh',
    userAgent: 'Mozilla/5.0',
    clientAddress: '192.0.2.1',
    ...fields,
  }
}
