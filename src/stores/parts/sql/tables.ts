// The tables as Kysely types; migrations/ creates them. Contains only types and lists of columns, so it loads nothing.
import type { ColumnType } from 'kysely'

// `pg` reads bigint as text; SQLite and MySQL have no boolean.
type Milliseconds = ColumnType<number | string, number, number>
type Flag = ColumnType<boolean | number, boolean, boolean>

export interface UserTable {
  id: string
  email: string | null
  email_verified: Flag
  name: string | null
  picture: string | null
  created_at: Milliseconds
  /** The application's own fields, as JSON. */
  fields: string | null
}

export interface AccountTable {
  id: string
  user_id: string
  provider: string
  issuer: string
  subject: string
  email: string | null
  email_verified: Flag
  /** Accounts are looked up by this key: see verified-email-key.ts. */
  verified_email_key: string | null
  name: string | null
  picture: string | null
  linked_at: Milliseconds
  last_used_at: Milliseconds
}

/** An identity that was unlinked, and the user that it belonged to. Sessions that it started may still be valid. */
export interface FormerAccountTable {
  issuer: string
  subject: string
  user_id: string
}

export interface SessionTable {
  id: string
  secret_hash: string
  user_id: string
  provider: string
  issuer: string
  subject: string
  provider_session_id: string | null
  created_at: Milliseconds
  authenticated_at: Milliseconds
  last_seen_at: Milliseconds
  expires_at: Milliseconds
  ends_at: Milliseconds
  acr: string | null
  sealed_id_token: string | null
  user_agent: string | null
  client_address: string | null
  details: string | null
}

export interface UsedMarkTable {
  mark: string
  expires_at: Milliseconds
}

export interface TokenTable {
  account_id: string
  user_id: string
  version: number
  sealed_access_token: string | null
  sealed_refresh_token: string | null
  sealed_id_token: string | null
  /** Separated by spaces (RFC 6749 §3.3). */
  scopes: string
  expires_at: ColumnType<number | string | null, number | null, number | null>
  revoked_at: ColumnType<number | string | null, number | null, number | null>
  updated_at: Milliseconds
}

export interface LeaseTable {
  name: string
  owner_id: string
  fence: number
  expires_at: Milliseconds
}

export interface AuditTable {
  id: string
  happened_at: Milliseconds
  type: string
  user_id: string
  session_id: string | null
  account_id: string | null
  provider: string | null
  reason: string | null
  reference_id: string | null
  user_agent: string | null
  client_address: string | null
}

export const USER_COLUMNS: readonly (keyof UserTable)[] = [
  'id',
  'email',
  'email_verified',
  'name',
  'picture',
  'created_at',
  'fields',
]

export const ACCOUNT_COLUMNS: readonly (keyof AccountTable)[] = [
  'id',
  'user_id',
  'provider',
  'issuer',
  'subject',
  'email',
  'email_verified',
  'verified_email_key',
  'name',
  'picture',
  'linked_at',
  'last_used_at',
]

export const SESSION_COLUMNS: readonly (keyof SessionTable)[] = [
  'id',
  'secret_hash',
  'user_id',
  'provider',
  'issuer',
  'subject',
  'provider_session_id',
  'created_at',
  'authenticated_at',
  'last_seen_at',
  'expires_at',
  'ends_at',
  'acr',
  'sealed_id_token',
  'user_agent',
  'client_address',
  'details',
]

export const TOKEN_COLUMNS: readonly (keyof TokenTable)[] = [
  'account_id',
  'user_id',
  'version',
  'sealed_access_token',
  'sealed_refresh_token',
  'sealed_id_token',
  'scopes',
  'expires_at',
  'revoked_at',
  'updated_at',
]

export const AUDIT_COLUMNS: readonly (keyof AuditTable)[] = [
  'id',
  'happened_at',
  'type',
  'user_id',
  'session_id',
  'account_id',
  'provider',
  'reason',
  'reference_id',
  'user_agent',
  'client_address',
]

/** The prefix keeps the tables apart from the application's own in the same database. */
export interface Tables {
  latchkey_users: UserTable
  latchkey_accounts: AccountTable
  latchkey_former_accounts: FormerAccountTable
  latchkey_sessions: SessionTable
  latchkey_used_marks: UsedMarkTable
  latchkey_tokens: TokenTable
  latchkey_leases: LeaseTable
  latchkey_audit: AuditTable
}

/** The types that are written: one value per column. */
export type Written<Table> = {
  [Column in keyof Table]: Table[Column] extends ColumnType<unknown, infer Insert, unknown>
    ? Insert
    : Table[Column]
}

/** The types that a driver returns. */
export type Read<Table> = {
  [Column in keyof Table]: Table[Column] extends ColumnType<infer Select, unknown, unknown>
    ? Select
    : Table[Column]
}
