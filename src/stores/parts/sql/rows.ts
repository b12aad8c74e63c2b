// The one place that translates between rows and the records of the contract.
import type { AuditEntry } from '../../../contracts/audit.ts'
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { StoredSession } from '../../../contracts/store.ts'
import type { StoredTokens } from '../../../contracts/tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../../../contracts/user.ts'
import { verifiedEmailKey } from '../verified-email-key.ts'
import type {
  AccountTable,
  AuditTable,
  Read,
  SessionTable,
  TokenTable,
  UserTable,
  Written,
} from './tables.ts'

/** A session's row joined with its user's. */
export type StoredSessionRow = Read<SessionTable> & {
  readonly [Column in keyof Read<UserTable> as `of_user_${Column}`]: Read<UserTable>[Column]
}

export function toUser(row: Omit<Read<UserTable>, 'fields'>): User {
  return Object.freeze({
    id: row.id,
    email: row.email,
    emailVerified: toBoolean(row.email_verified),
    name: row.name,
    picture: row.picture,
    createdAt: toMilliseconds(row.created_at),
  })
}

export function toAccount(row: Read<AccountTable>): LinkedAccount {
  return Object.freeze({
    id: row.id,
    userId: row.user_id,
    provider: row.provider,
    issuer: row.issuer,
    subject: row.subject,
    email: row.email,
    emailVerified: toBoolean(row.email_verified),
    name: row.name,
    picture: row.picture,
    linkedAt: toMilliseconds(row.linked_at),
    lastUsedAt: toMilliseconds(row.last_used_at),
  })
}

export function toSession(row: Read<SessionTable>): SessionRecord {
  return Object.freeze({
    id: row.id,
    secretHash: row.secret_hash,
    userId: row.user_id,
    provider: row.provider,
    issuer: row.issuer,
    subject: row.subject,
    providerSessionId: row.provider_session_id,
    createdAt: toMilliseconds(row.created_at),
    authenticatedAt: toMilliseconds(row.authenticated_at),
    lastSeenAt: toMilliseconds(row.last_seen_at),
    expiresAt: toMilliseconds(row.expires_at),
    endsAt: toMilliseconds(row.ends_at),
    acr: row.acr,
    sealedIdToken: row.sealed_id_token,
    userAgent: row.user_agent,
    clientAddress: row.client_address,
    details: row.details,
  })
}

export function toStoredSession(row: StoredSessionRow): StoredSession {
  const user = {
    id: row.of_user_id,
    email: row.of_user_email,
    email_verified: row.of_user_email_verified,
    name: row.of_user_name,
    picture: row.of_user_picture,
    created_at: row.of_user_created_at,
  }
  return { session: toSession(row), user: toUser(user), userFields: row.of_user_fields }
}

export function toUserRow(user: User): Written<UserTable> {
  return {
    id: user.id,
    email: user.email,
    email_verified: user.emailVerified,
    name: user.name,
    picture: user.picture,
    created_at: user.createdAt,
    fields: null,
  }
}

export function toAccountRow(account: LinkedAccount): Written<AccountTable> {
  return {
    id: account.id,
    user_id: account.userId,
    provider: account.provider,
    issuer: account.issuer,
    subject: account.subject,
    email: account.email,
    email_verified: account.emailVerified,
    verified_email_key: verifiedEmailKey(account),
    name: account.name,
    picture: account.picture,
    linked_at: account.linkedAt,
    last_used_at: account.lastUsedAt,
  }
}

export function toSessionRow(session: SessionRecord): Written<SessionTable> {
  return {
    id: session.id,
    secret_hash: session.secretHash,
    user_id: session.userId,
    provider: session.provider,
    issuer: session.issuer,
    subject: session.subject,
    provider_session_id: session.providerSessionId,
    created_at: session.createdAt,
    authenticated_at: session.authenticatedAt,
    last_seen_at: session.lastSeenAt,
    expires_at: session.expiresAt,
    ends_at: session.endsAt,
    acr: session.acr,
    sealed_id_token: session.sealedIdToken,
    user_agent: session.userAgent,
    client_address: session.clientAddress,
    details: session.details,
  }
}

export function toRenewalRow(
  id: string,
  { lastSeenAt, expiresAt, userAgent, clientAddress }: SessionRenewal,
): Pick<Written<SessionTable>, 'id' | 'last_seen_at' | 'expires_at' | 'user_agent' | 'client_address'> {
  return {
    id,
    last_seen_at: lastSeenAt,
    expires_at: expiresAt,
    user_agent: userAgent,
    client_address: clientAddress,
  }
}

export function toStoredTokens(row: Read<TokenTable>): StoredTokens {
  return Object.freeze({
    accountId: row.account_id,
    userId: row.user_id,
    version: row.version,
    sealedAccessToken: row.sealed_access_token,
    sealedRefreshToken: row.sealed_refresh_token,
    sealedIdToken: row.sealed_id_token,
    scopes: Object.freeze(row.scopes.split(' ').filter(Boolean)),
    expiresAt: row.expires_at === null ? null : toMilliseconds(row.expires_at),
    revokedAt: row.revoked_at === null ? null : toMilliseconds(row.revoked_at),
    updatedAt: toMilliseconds(row.updated_at),
  })
}

export function toTokenRow(tokens: StoredTokens): Written<TokenTable> {
  return {
    account_id: tokens.accountId,
    user_id: tokens.userId,
    version: tokens.version,
    sealed_access_token: tokens.sealedAccessToken,
    sealed_refresh_token: tokens.sealedRefreshToken,
    sealed_id_token: tokens.sealedIdToken,
    scopes: tokens.scopes.join(' '),
    expires_at: tokens.expiresAt,
    revoked_at: tokens.revokedAt,
    updated_at: tokens.updatedAt,
  }
}

export function toAuditEntry(row: Read<AuditTable>): AuditEntry {
  return Object.freeze({
    id: row.id,
    at: toMilliseconds(row.happened_at),
    // `append` writes only these types.
    type: row.type as AuditEntry['type'],
    userId: row.user_id,
    sessionId: row.session_id,
    accountId: row.account_id,
    provider: row.provider,
    reason: row.reason,
    referenceId: row.reference_id,
    userAgent: row.user_agent,
    clientAddress: row.client_address,
  })
}

export function toAuditRow(entry: AuditEntry): Written<AuditTable> {
  return {
    id: entry.id,
    happened_at: entry.at,
    type: entry.type,
    user_id: entry.userId,
    session_id: entry.sessionId,
    account_id: entry.accountId,
    provider: entry.provider,
    reason: entry.reason,
    reference_id: entry.referenceId,
    user_agent: entry.userAgent,
    client_address: entry.clientAddress,
  }
}

function toBoolean(flag: boolean | number): boolean {
  return flag === true || flag === 1
}

function toMilliseconds(value: number | string): EpochMilliseconds {
  return Number(value)
}
