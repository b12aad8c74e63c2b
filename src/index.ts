// The exports of `latchkey`.

export { type AllowRule, allowEmailDomain, allowOrganization } from './accounts/allow-rules.ts'
export {
  defaultLinkingPolicy,
  type LinkingDecision,
  type LinkingPolicy,
  type LinkingQuestion,
} from './accounts/linking-policy.ts'
export { refuseSignIn } from './accounts/refuse-sign-in.ts'
export type { AuditReader } from './administration/audit-reader.ts'
export type {
  OwnLoginUser,
  SessionInfo,
  SessionList,
  StartedOwnSession,
  StartOptions,
} from './administration/session-list.ts'
export type { NewAccount, UserChanges, UserListQuery, UserPage, Users } from './administration/users.ts'
export type { LoginPathOptions, ReadRequest } from './auth.ts'
export type { AuditEntry, AuditQuery } from './contracts/audit.ts'
export type { ClientOptions } from './contracts/client.ts'
export type {
  ClientConfirmView,
  ClientFace,
  DeviceCodeView,
  DeviceConfirmView,
  DeviceDoneView,
} from './contracts/client-pages.ts'
export type { AuthEvent, AuthEventType, Device, EventHooks, NotificationOutcome } from './contracts/events.ts'
export type { AllowContext, Gate, IdentityContext, LoginData } from './contracts/gate.ts'
export type { Identity, IdentityFields, IdentityKey } from './contracts/identity.ts'
export type { LogEntry } from './contracts/log.ts'
export type { MigrationWindow } from './contracts/migration-window.ts'
export type { OwnUsers } from './contracts/own-users.ts'
export type {
  AccountItem,
  AccountView,
  DeletionStatusView,
  ErrorView,
  LinkConfirmView,
  LinkOfferView,
  LoginPlaceField,
  PageFrame,
  PageLanguage,
  Pages,
  PendingAccount,
  ProviderButton,
  SessionItem,
  SignedOutView,
  SignInView,
  SignOutView,
} from './contracts/pages.ts'
export type { Brand, BrandColors, NotificationKind, Provider, ProviderOptions } from './contracts/provider.ts'
export type { Session, SessionIdentity } from './contracts/session.ts'
export type { StandardSchema } from './contracts/standard-schema.ts'
export type { Store } from './contracts/store.ts'
export type { ThemeColors, ThemeOptions } from './contracts/theme.ts'
export type { AccountOfUser, AccountTokens, SessionTokens, TokenOutcome } from './contracts/tokens.ts'
export type { AnyUser, LinkedAccount, User, UserId, UserProfile } from './contracts/user.ts'
export {
  type ErrorCode,
  type ErrorSentence,
  errorTable,
  LatchkeyError,
  type LatchkeyErrorOptions,
  type SentenceName,
} from './errors.ts'
export type { Message, MessageKey, Messages, Translation } from './languages/en.ts'
export type { TranslationSource } from './languages/speaking/create-languages.ts'
export { type MessageValues, messageText } from './languages/speaking/message-text.ts'
export { type Auth, latchkey, type SessionSource } from './latchkey.ts'
export type {
  AuditOptions,
  LatchkeyOptions,
  OwnUserOptions,
  SessionOptions,
  UserFieldOptions,
} from './options.ts'
export type { SessionSignal, SignalledSession } from './sessions/session-signals.ts'
export type { SessionCheck } from './sessions/sessions.ts'
