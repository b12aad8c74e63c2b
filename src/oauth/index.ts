// `latchkey/oauth`: only the protocol, for applications with their own sessions and users.
export type { Identity } from '../contracts/identity.ts'
export type { InspectedStep, ShownCause, ShownCheck, ShownField } from '../contracts/inspection.ts'
export type { Claims, Provider } from '../contracts/provider.ts'
export { type ErrorCode, LatchkeyError } from '../errors.ts'
export {
  type Attempt,
  type BeginOptions,
  type LoginStep,
  type OAuthClient,
  type OAuthClientOptions,
  oauthClient,
  type TokenKeeper,
} from './oauth-client.ts'
export {
  type AuthorizationRequest,
  type ClientCredentials,
  createProviderClient,
  type EndSessionRequest,
  type ExpectedCallback,
  type PreviousTokens,
  type ProtocolSettings,
  type ProviderClient,
  type RevocableToken,
  type TokenSet,
  type VerifiedLogoutToken,
} from './server/provider-client.ts'
