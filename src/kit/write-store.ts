// What one writes a store with: a store is a plain object, so these are types. Each method says in its docstring what is
// decided in one step, and what it answers when it came too late.
export type { AuditEntry, AuditQuery } from '../contracts/audit.ts'
export type { IdentityKey } from '../contracts/identity.ts'
export type { SessionRecord, SessionRenewal } from '../contracts/session.ts'
export type { SessionChange, SessionWatch } from '../contracts/session-watch.ts'
export type {
  AuditStore,
  MarkStore,
  ProviderLogout,
  SessionStore,
  Store,
  StoredSession,
  Swept,
  TokenStore,
  UserStore,
} from '../contracts/store.ts'
export type { Lease, SaveCondition, SaveOutcome, StoredTokens } from '../contracts/tokens.ts'
export type { EpochMilliseconds, LinkedAccount, User } from '../contracts/user.ts'
