// What Latchkey needs to remember, and nothing more, in five facets. Every method is required; `storeContract` of
// `latchkey/testing/contract` runs over each implementation, facet by facet. Stores know nothing of OAuth, cookies or keys:
// what is secret arrives hashed or sealed.
import type { AuditEntry, AuditQuery } from './audit.ts'
import type { IdentityFields, IdentityKey } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { SessionRecord, SessionRenewal } from './session.ts'
import type { SessionWatch } from './session-watch.ts'
import type { Lease, SaveCondition, SaveOutcome, StoredTokens } from './tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from './user.ts'

/**
 * A store and its facets are plain objects, not instances of classes: what stands in front of a store is
 * `{ ...behind, sessions, marks }`.
 */
export interface Store {
  /** For logs: `memory`, `sqlite` … */
  readonly name: string

  /** Tells what ended; null where nothing may be remembered between two reads. */
  readonly watch: SessionWatch | null

  /** Brings the schema up to date under a lock; safe to call from many processes at once. Answers what it applied. */
  migrate(): Promise<readonly string[]>
  /** Names of migrations not applied yet. */
  pendingMigrations(): Promise<readonly string[]>
  close(): Promise<void>

  readonly users: UserStore
  readonly sessions: SessionStore
  readonly marks: MarkStore
  readonly tokens: TokenStore
  readonly audit: AuditStore
}

/** What has an expiry is swept. */
export interface Swept {
  /** Deletes up to `limit` rows that have expired at `now`, oldest first. Answers how many went. */
  sweep(now: EpochMilliseconds, limit: number): Promise<number>
}

/** Users and the accounts at providers that are linked to them. */
export interface UserStore {
  find(userId: string): Promise<User | null>
  /** Users, newest id first: our ids sort by their time. */
  list(query: UserQuery): Promise<readonly ListedUser[]>
  findAccount(key: IdentityKey): Promise<LinkedAccount | null>
  /**
   * Stores a user with their first account, atomically. When the identity is linked already (another request won),
   * nothing is written and the existing user is answered: two first logins at once make one user.
   */
  create(user: User, account: LinkedAccount): Promise<{ readonly user: User; readonly created: boolean }>
  /** Refreshes what the provider says of a linked identity, and when it was used. The user is left as it is. */
  updateAccount(
    key: IdentityKey,
    fields: IdentityFields & { readonly provider: string; readonly lastUsedAt: EpochMilliseconds },
  ): Promise<void>
  /** Replaces the user's own profile fields. */
  update(userId: string, fields: Pick<User, 'email' | 'emailVerified' | 'name' | 'picture'>): Promise<void>
  /** The application's own fields, as JSON. Null where there are none, and for an unknown user. */
  findFields(userId: string): Promise<string | null>
  /** Writes only while they are what the writer has read, atomically. False: they are not, or the user is gone. */
  saveFields(userId: string, fields: string, ifFields: string | null): Promise<boolean>
  /** Deletes the user with accounts, tokens and sessions. Answers the ids of the sessions that ended. */
  delete(userId: string): Promise<readonly string[]>
  /** `taken`: another user has this identity; nothing is written. */
  linkAccount(account: LinkedAccount): Promise<'linked' | 'already-linked' | 'taken'>
  /** `last-account`: it is the user's only one and stays; decided atomically with the deletion. */
  unlinkAccount(userId: string, accountId: string): Promise<'unlinked' | 'last-account' | 'not-found'>
  /** A user's accounts, oldest first. */
  listAccounts(userId: string): Promise<readonly LinkedAccount[]>
  /** Accounts whose verified e-mail equals this one, ASCII case aside; at most `limit`, oldest first. */
  listAccountsByVerifiedEmail(email: string, limit: number): Promise<readonly LinkedAccount[]>
  /** Whether any account's issuer starts with this text: a production start warns of development identities. */
  hasAccountWithIssuerPrefix(prefix: string): Promise<boolean>
}

/** Which users to read. */
export interface UserQuery {
  /** Text that the name or the e-mail address contains, ASCII case aside, or the whole id. Null: everybody. */
  readonly search: string | null
  /** Users whose ids sort before this one. Null: from the first. */
  readonly before: string | null
  readonly limit: number
}

/** A user with the application's own fields, as `saveFields` wrote them. */
export interface ListedUser {
  readonly user: User
  readonly userFields: string | null
}

/** A session together with its user: one read, since every check needs both. */
export interface StoredSession {
  readonly session: SessionRecord
  readonly user: User
  /** The application's own fields of the user, as `saveFields` wrote them; null where it wrote none. */
  readonly userFields: string | null
}

/** Which sessions a provider's logout ends (OpenID Connect Back-Channel Logout §2.7). */
export interface ProviderLogout {
  readonly issuer: string
  readonly subject: string | null
  /** With it only the sessions that carry this `sid`; without it all of the subject. */
  readonly providerSessionId: string | null
  /** Sessions created after this moment live on. */
  readonly startedBefore: EpochMilliseconds
}

/** The facet of a store that keeps sessions. */
export interface SessionStore extends Swept {
  /** Throws `account_not_found` when the user is gone. */
  insert(record: SessionRecord): Promise<void>
  /** May answer at once (SQLite, memory): this is the hot path. Expired records may still be answered. */
  find(sessionId: string): MaybePromise<StoredSession | null>
  /** Moves the rolling expiry. False when the session is gone: it must not come back to life. */
  extend(sessionId: string, renewal: SessionRenewal): Promise<boolean>
  delete(sessionId: string): Promise<boolean>
  /** Ends all sessions of a user, but for `exceptSessionId`. Answers the ids that ended. */
  deleteOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]>
  /**
   * Ends what a provider's logout names. Answers the ids that ended. Sessions of a subject may be looked for among those of
   * the users whom it is or was linked to.
   */
  deleteOfProvider(logout: ProviderLogout): Promise<readonly string[]>
  /** A user's sessions that have not expired at `now`, newest first. */
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
  /** Marks `key` as used until `expiresAt`. True for the first caller only, atomically over all processes. */
  useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean>
  /** Whether `key` is marked; once its mark has expired, either answer may be given. */
  isUsed(key: string): Promise<boolean>
}

/**
 * Provider tokens: sealed, at most one set for each linked account; they go with the account. Leases say who may do what
 * only one may do at a time; they stand beside the tokens because `save` looks at both in one step.
 */
export interface TokenStore extends Swept {
  find(accountId: string): Promise<StoredTokens | null>
  /** Writes only while the condition holds. Throws `account_not_found` when the account is gone. */
  save(tokens: StoredTokens, condition: SaveCondition): Promise<SaveOutcome>
  /** False when there were none. */
  delete(accountId: string): Promise<boolean>
  /** Those after this account's (null: from the first), in the order of account ids. */
  list(afterAccountId: string | null, limit: number): Promise<readonly StoredTokens[]>

  /** Null while another owner holds it. A lease that ran out at `now` is taken over. */
  acquireLease(
    key: string,
    ownerId: string,
    times: { readonly now: EpochMilliseconds; readonly expiresAt: EpochMilliseconds },
  ): Promise<Lease | null>
  /** False when another owner has it: it is lost for good. */
  renewLease(lease: Lease, expiresAt: EpochMilliseconds): Promise<boolean>
  /** Lets the next owner in at once; does nothing when the lease is lost. */
  releaseLease(lease: Lease): Promise<void>
}

/** The audit trail: added to, read, and let go of when it is old; never changed. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>
  list(query: AuditQuery): Promise<readonly AuditEntry[]>
  /** Deletes up to `limit` entries, oldest first, whose id sorts before this one. Answers how many went. */
  deleteBefore(id: string, limit: number): Promise<number>
}
