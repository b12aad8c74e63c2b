// What you need to write a store. A store is a plain object, so most exports are types. The docstring of each method says what must be
// decided atomically, and what the method returns if another call was first. A SQL store needs only a few lines for its driver.
export type { AuditEntry, AuditQuery } from '../contracts/audit.ts'
export type { IdentityKey } from '../contracts/identity.ts'
export type { SessionRecord, SessionRenewal } from '../contracts/session.ts'
export type { SessionChange, SessionWatch } from '../contracts/session-watch.ts'
export type {
  AuditStore,
  ListedUser,
  MarkStore,
  ProviderLogout,
  SessionStore,
  Store,
  StoredSession,
  Swept,
  TokenStore,
  UserQuery,
  UserStore,
} from '../contracts/store.ts'
export type { Lease, SaveCondition, SaveOutcome, StoredTokens } from '../contracts/tokens.ts'
export type { EpochMilliseconds, LinkedAccount, User } from '../contracts/user.ts'
export {
  defineSqlStore,
  type SqlAnswer,
  type SqlStatement,
  type SqlStoreDescription,
} from '../stores/parts/sql/define-sql-store.ts'
