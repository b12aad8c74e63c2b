// The store: everything that Latchkey persists, in five facets. Every method is required; `storeContract` of
// `latchkey/testing/contract` tests each implementation, facet by facet. Stores know nothing of OAuth, cookies or keys: secrets
// are already hashed or sealed.
import type { AuditEntry, AuditQuery } from './audit.ts'
import type { IdentityFields, IdentityKey } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { SessionRecord, SessionRenewal } from './session.ts'
import type { SessionWatch } from './session-watch.ts'
import type { Lease, SaveCondition, SaveOutcome, StoredTokens } from './tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from './user.ts'

/**
 * A store and its facets are plain objects, not class instances, so one store can wrap another: `{ ...behind, sessions, marks
 * }`.
 */
export interface Store {
  /** For logs: `memory`, `sqlite` … */
  readonly name: string

  /** Reports ended sessions; null if sessions must not be cached. */
  readonly watch: SessionWatch | null

  /** Applies pending migrations under a lock; safe to call from many processes at once. Returns the names of those it applied. */
  migrate(): Promise<readonly string[]>
  /** Returns the names of migrations that are not applied yet. */
  pendingMigrations(): Promise<readonly string[]>
  close(): Promise<void>

  readonly users: UserStore
  readonly sessions: SessionStore
  readonly marks: MarkStore
  readonly tokens: TokenStore
  readonly audit: AuditStore
}

/** A facet whose expired rows are swept. */
export interface Swept {
  /** Deletes up to `limit` rows that have expired at `now`, oldest first. Returns how many were deleted. */
  sweep(now: EpochMilliseconds, limit: number): Promise<number>
}

/** Users and the accounts at providers that are linked to them. */
export interface UserStore {
  find(userId: string): Promise<User | null>
  /** Lists users, newest first: ids sort by time. */
  list(query: UserQuery): Promise<readonly ListedUser[]>
  findAccount(key: IdentityKey): Promise<LinkedAccount | null>
  /**
   * Stores a user with their first account, atomically. If the identity is linked already, because another request was first,
   * nothing is written and the existing user is returned: two concurrent first logins create one user.
   */
  create(user: User, account: LinkedAccount): Promise<{ readonly user: User; readonly created: boolean }>
  /** Updates the provider's data of a linked identity, and when it was last used. The user is not changed. */
  updateAccount(
    key: IdentityKey,
    fields: IdentityFields & { readonly provider: string; readonly lastUsedAt: EpochMilliseconds },
  ): Promise<void>
  /** Replaces the user's own profile fields. */
  update(userId: string, fields: Pick<User, 'email' | 'emailVerified' | 'name' | 'picture'>): Promise<void>
  /** Returns the application's own fields, as JSON; null if there are none, and for an unknown user. */
  findFields(userId: string): Promise<string | null>
  /** Writes the fields only if they still equal `ifFields`, atomically. Returns false if they do not, or if the user is gone. */
  saveFields(userId: string, fields: string, ifFields: string | null): Promise<boolean>
  /** Deletes the user with accounts, tokens and sessions. Returns the ids of the ended sessions. */
  delete(userId: string): Promise<readonly string[]>
  /** Links an account. `taken`: another user has this identity; nothing is written. */
  linkAccount(account: LinkedAccount): Promise<'linked' | 'already-linked' | 'taken'>
  /** Unlinks an account. `last-account`: it is the user's only account and is kept; decided atomically with the deletion. */
  unlinkAccount(userId: string, accountId: string): Promise<'unlinked' | 'last-account' | 'not-found'>
  /** Lists a user's accounts, oldest first. */
  listAccounts(userId: string): Promise<readonly LinkedAccount[]>
  /** Lists accounts whose verified e-mail address equals this one, ignoring ASCII case; at most `limit`, oldest first. */
  listAccountsByVerifiedEmail(email: string, limit: number): Promise<readonly LinkedAccount[]>
  /** Whether any account's issuer starts with this text. Used to warn about development identities at a production start. */
  hasAccountWithIssuerPrefix(prefix: string): Promise<boolean>
}

/** Selects users. */
export interface UserQuery {
  /** Text that the name or the e-mail address contains, ignoring ASCII case, or the whole id. Null: all users. */
  readonly search: string | null
  /** Only users whose ids sort before this one. Null: from the newest. */
  readonly before: string | null
  readonly limit: number
}

/** A user with the application's own fields, as `saveFields` wrote them. */
export interface ListedUser {
  readonly user: User
  readonly userFields: string | null
}

/** A session together with its user, read at once, since every check needs both. */
export interface StoredSession {
  readonly session: SessionRecord
  readonly user: User
  /** The application's own fields of the user, as `saveFields` wrote them; null if there are none. */
  readonly userFields: string | null
}

/** Which sessions a provider's logout ends (OpenID Connect Back-Channel Logout §2.7). */
export interface ProviderLogout {
  readonly issuer: string
  readonly subject: string | null
  /** If given, only sessions with this `sid`; if null, all sessions of the subject. */
  readonly providerSessionId: string | null
  /** Sessions created after this time are kept. */
  readonly startedBefore: EpochMilliseconds
}

/** The facet of a store that keeps sessions. */
export interface SessionStore extends Swept {
  /** Throws `account_not_found` when the user is gone. */
  insert(record: SessionRecord): Promise<void>
  /** May return synchronously (SQLite, memory), since this is the hot path. Expired records may still be returned. */
  find(sessionId: string): MaybePromise<StoredSession | null>
  /** Extends the rolling expiry. Returns false if the session is gone: it must not be created again. */
  extend(sessionId: string, renewal: SessionRenewal): Promise<boolean>
  delete(sessionId: string): Promise<boolean>
  /** Ends all sessions of a user except `exceptSessionId`. Returns the ids of the ended sessions. */
  deleteOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]>
  /**
   * Ends the sessions that a provider's logout selects. Returns their ids. Sessions of a subject may be searched among those of
   * the users to whom it is or was linked.
   */
  deleteOfProvider(logout: ProviderLogout): Promise<readonly string[]>
  /** Lists a user's sessions that have not expired at `now`, newest first. */
  list(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]>
}

/**
 * One-time marks: login attempts, logout tokens.
 *
 * @example
 * ```ts
 * import type { MarkStore } from 'latchkey/kit'
 *
 * // A key-value service that forgets by itself.
 * export function marksIn(service: Service): MarkStore {
 *   return {
 *     useOnce: (key, expiresAt) => service.setUnlessExists(key, expiresAt),
 *     isUsed: (key) => service.exists(key),
 *     sweep: async () => 0,
 *   }
 * }
 *
 * interface Service {
 *   setUnlessExists(key: string, expiresAt: number): Promise<boolean>
 *   exists(key: string): Promise<boolean>
 * }
 * ```
 */
export interface MarkStore extends Swept {
  /** Marks `key` as used until `expiresAt`. Returns true for the first caller only, atomically across all processes. */
  useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean>
  /** Whether `key` is marked; for an expired mark, either result is allowed. */
  isUsed(key: string): Promise<boolean>
}

/**
 * Provider tokens: sealed, at most one set per linked account, deleted with the account. A lease lets only one owner at a time
 * do something; leases are kept with the tokens because `save` checks both in one step.
 */
export interface TokenStore extends Swept {
  find(accountId: string): Promise<StoredTokens | null>
  /** Writes only if the condition holds. Throws `account_not_found` if the account is gone. */
  save(tokens: StoredTokens, condition: SaveCondition): Promise<SaveOutcome>
  /** Returns false if there were none. */
  delete(accountId: string): Promise<boolean>
  /** Lists tokens in the order of account ids, after this one (null: from the first). */
  list(afterAccountId: string | null, limit: number): Promise<readonly StoredTokens[]>

  /** Returns null while another owner holds the lease. A lease that has expired at `now` is taken over. */
  acquireLease(
    key: string,
    ownerId: string,
    times: { readonly now: EpochMilliseconds; readonly expiresAt: EpochMilliseconds },
  ): Promise<Lease | null>
  /** Returns false if another owner has the lease: it cannot be regained. */
  renewLease(lease: Lease, expiresAt: EpochMilliseconds): Promise<boolean>
  /** Releases the lease for the next owner; does nothing if it is lost. */
  releaseLease(lease: Lease): Promise<void>
}

/** The audit trail: entries are appended, read, and deleted when they are old; never changed. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>
  list(query: AuditQuery): Promise<readonly AuditEntry[]>
  /** Deletes up to `limit` entries whose id sorts before this one, oldest first. Returns how many were deleted. */
  deleteBefore(id: string, limit: number): Promise<number>
}
