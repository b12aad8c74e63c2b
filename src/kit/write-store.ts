// What one writes a store with. A store is a plain object, so most of these are types; each method says in its docstring what is
// decided in one step, and what it answers when it came too late. A store in SQL needs a driver's few lines only.
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
