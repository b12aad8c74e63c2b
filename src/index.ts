// The public door.
export {
  defaultLinkingPolicy,
  type LinkingDecision,
  type LinkingPolicy,
  type LinkingQuestion,
} from './accounts/linking-policy.ts'
export type { Identity, IdentityFields, IdentityKey } from './contracts/identity.ts'
export type { LogEntry } from './contracts/log.ts'
export type {
  AccountItem,
  AccountView,
  ErrorView,
  LinkConfirmView,
  LinkOfferView,
  PageFrame,
  Pages,
  PendingAccount,
  ProviderButton,
  SessionItem,
  SignedOutView,
  SignInView,
} from './contracts/pages.ts'
export type { Provider, ProviderOptions } from './contracts/provider.ts'
export type { Session, SessionIdentity } from './contracts/session.ts'
export type { Store } from './contracts/store.ts'
export type { SessionTokens, TokenOutcome } from './contracts/tokens.ts'
export type { LinkedAccount, User } from './contracts/user.ts'
export { type ErrorCode, errorTable, LatchkeyError, type LatchkeyErrorOptions } from './errors.ts'
export { type Auth, latchkey, type SessionSource } from './latchkey.ts'
export type { LatchkeyOptions, SessionOptions } from './options.ts'
export type { SessionCheck } from './sessions/sessions.ts'
