// The protocol with one provider, whole: what the floors above see of this folder.
import type { LoginTrace } from '../../contracts/inspection.ts'
import type { Claims, Provider } from '../../contracts/provider.ts'
import { type ErrorCode, LatchkeyError } from '../../errors.ts'
import { type AuthorizationRequest, authorizationUrl } from '../login/authorization-url.ts'
import type { ExpectedCallback } from '../login/check-callback.ts'
import { exchangeCode } from '../login/exchange-code.ts'
import { fetchClaims } from '../login/fetch-claims.ts'
import { type EndSessionRequest, endSessionUrl } from '../logout/end-session.ts'
import { type VerifiedLogoutToken, verifyLogoutToken } from '../logout/logout-token.ts'
import {
  type ReceivedNotification,
  readNotification,
  type VerifiedNotification,
} from '../logout/read-notification.ts'
import { type PreviousTokens, refresh } from '../tokens/refresh.ts'
import { type RevocableToken, type Revocation, revoke } from '../tokens/revoke.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import {
  type ClientCredentials,
  createConnection,
  type ProtocolSettings,
  type ProviderConnection,
} from './connection.ts'
import { tracedConnection } from './traced-connection.ts'

export type {
  AuthorizationRequest,
  ClientCredentials,
  EndSessionRequest,
  ExpectedCallback,
  PreviousTokens,
  ProtocolSettings,
  RevocableToken,
  TokenSet,
  VerifiedLogoutToken,
  VerifiedNotification,
}

/** Every method rejects with a LatchkeyError: `provider_unavailable` when the provider does not answer, else as said. */
export interface ProviderClient {
  readonly provider: Provider
  /**
   * The address that begins a login (RFC 6749 §4.1.1, RFC 7636, OpenID Connect Core §3.1.2.1). Uses a pushed request
   * (RFC 9126) where the metadata requires it. Keeps nothing: what must survive is the caller's.
   */
  readonly authorizationUrl: (request: AuthorizationRequest) => Promise<URL>
  /**
   * Checks the callback (iss, error, state) before anything is sent, redeems the code once, verifies the ID token fully.
   *
   * @throws LatchkeyError `request_malformed`, `attempt_missing`, `provider_issuer_mismatch`, `provider_denied`,
   * `provider_interaction_required`, `provider_redirect_uri_mismatch`, `provider_refused`,
   * `provider_credentials_refused`, `provider_answer_invalid`, `provider_id_token_invalid`.
   */
  readonly exchangeCode: (parameters: URLSearchParams, expected: ExpectedCallback) => Promise<TokenSet>
  /**
   * The claims of the ID token, with those of userinfo where the provider declares it; else the profile.
   *
   * @throws LatchkeyError `provider_userinfo_invalid`.
   */
  readonly fetchClaims: (tokens: TokenSet) => Promise<Claims>
  /**
   * RFC 6749 §6. The old refresh token is kept where no new one comes.
   *
   * @throws LatchkeyError `provider_refused` whose `refusal.error` is `invalid_grant` when the grant is gone.
   */
  readonly refresh: (refreshToken: string, previous: PreviousTokens) => Promise<TokenSet>
  /** RFC 7009, or as the provider declares it. False where the provider has no such endpoint. */
  readonly revoke: (token: string, hint: RevocableToken, subject?: Revocation['subject']) => Promise<boolean>
  /**
   * OpenID Connect RP-Initiated Logout §2. Null where the provider has no such endpoint. An address that an ID token would
   * make longer than 4,000 characters has `logout_hint` in its place.
   */
  readonly endSessionUrl: (request: EndSessionRequest) => Promise<URL | null>
  readonly supportsEndSession: () => Promise<boolean>
  /**
   * OpenID Connect Back-Channel Logout §2.6, but for the memory of `jti`.
   *
   * @throws LatchkeyError `provider_id_token_invalid`.
   */
  readonly verifyLogoutToken: (jwt: string) => Promise<VerifiedLogoutToken>
  /**
   * Reads what the provider declares in `notifications`, verified and bounded in time; null where it declares nothing. Whether
   * the id was seen before is for the caller to remember until `expiresAt`.
   *
   * @throws LatchkeyError `provider_notification_invalid`; `provider_unavailable` when the keys cannot be had.
   */
  readonly readNotification: (received: ReceivedNotification) => Promise<VerifiedNotification | null>
  /** The same client, telling one login's trace what it does: for the inspector of development. */
  readonly tracedBy: (trace: LoginTrace) => ProviderClient
}

/**
 * A client of this provider. Connects nothing yet; metadata, keys and libraries are loaded at first use and then kept.
 *
 * @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`.
 */
export function createProviderClient(
  provider: Provider,
  credentials: ClientCredentials,
  settings: ProtocolSettings,
): ProviderClient {
  return clientOver(createConnection(provider, credentials, settings))
}

function clientOver(connection: ProviderConnection): ProviderClient {
  const { provider } = connection
  return {
    provider,
    authorizationUrl: (request) => authorizationUrl(connection, request),
    exchangeCode: (parameters, expected) =>
      doubting(connection, () => exchangeCode(connection, parameters, expected)),
    fetchClaims: (tokens) => doubting(connection, () => fetchClaims(connection, tokens)),
    refresh: (refreshToken, previous) =>
      doubting(connection, () => refresh(connection, refreshToken, previous)),
    revoke: (token, hint, subject = null) => revoke(connection, { token, hint, subject }),
    endSessionUrl: (request) => endSessionUrl(connection, request),
    supportsEndSession: async () =>
      provider.deviations.endSessionUrl !== undefined ||
      (await connection.server()).end_session_endpoint !== undefined,
    verifyLogoutToken: (jwt) => verifyLogoutToken(connection, jwt),
    readNotification: (received) => readNotification(connection, received),
    tracedBy: (trace) => clientOver(tracedConnection(connection, trace)),
  }
}

/** Refusals that wrong metadata may explain: an endpoint that moved, an announcement by mistake, another algorithm. */
const doubtful: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'provider_issuer_mismatch',
  'provider_id_token_invalid',
  'provider_credentials_refused',
  'provider_answer_invalid',
  'provider_userinfo_invalid',
  'provider_unavailable',
])

/** What was fetched is as doubtful as what was not: after such a refusal the next login looks at the metadata again. */
async function doubting<T>({ server }: ProviderConnection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LatchkeyError && doubtful.has(error.code)) server.doubt()
    throw error
  }
}
