// The whole protocol with one provider: the interface of this folder for the layers above.
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

/** Every method rejects with a LatchkeyError: `provider_unavailable` if the provider does not answer, otherwise as documented. */
export interface ProviderClient {
  readonly provider: Provider
  /**
   * Returns the address that begins a login (RFC 6749 §4.1.1, RFC 7636, OpenID Connect Core §3.1.2.1). Uses a pushed request
   * (RFC 9126) if the metadata requires it. Stores nothing: the caller keeps the values of the attempt.
   */
  readonly authorizationUrl: (request: AuthorizationRequest) => Promise<URL>
  /**
   * Checks the callback (iss, error, state) before anything is sent, redeems the code once, and verifies the ID token completely.
   *
   * @throws LatchkeyError `request_malformed`, `attempt_missing`, `provider_issuer_mismatch`, `provider_denied`,
   * `provider_interaction_required`, `provider_redirect_uri_mismatch`, `provider_refused`,
   * `provider_credentials_refused`, `provider_answer_invalid`, `provider_id_token_invalid`.
   */
  readonly exchangeCode: (parameters: URLSearchParams, expected: ExpectedCallback) => Promise<TokenSet>
  /**
   * Returns the claims of the ID token, with those of userinfo if the provider declares it; for plain OAuth, the profile.
   *
   * @throws LatchkeyError `provider_userinfo_invalid`.
   */
  readonly fetchClaims: (tokens: TokenSet) => Promise<Claims>
  /**
   * Refreshes the tokens (RFC 6749 §6). The old refresh token is kept if no new one comes.
   *
   * @throws LatchkeyError `provider_refused` with `refusal.error` `invalid_grant` if the grant has been revoked or has expired.
   */
  readonly refresh: (refreshToken: string, previous: PreviousTokens) => Promise<TokenSet>
  /** Revokes a token by RFC 7009, or as the provider declares. Returns false if the provider has no such endpoint. */
  readonly revoke: (token: string, hint: RevocableToken, subject?: Revocation['subject']) => Promise<boolean>
  /**
   * OpenID Connect RP-Initiated Logout §2. Null if the provider has no such endpoint. If an ID token would make the address longer
   * than 4,000 characters, `logout_hint` is used instead.
   */
  readonly endSessionUrl: (request: EndSessionRequest) => Promise<URL | null>
  /** Whether the provider has a sign-out page, so that `endSessionUrl` returns an address. */
  readonly supportsEndSession: () => Promise<boolean>
  /**
   * OpenID Connect Back-Channel Logout §2.6, except that the caller must remember the `jti`.
   *
   * @throws LatchkeyError `provider_id_token_invalid`.
   */
  readonly verifyLogoutToken: (jwt: string) => Promise<VerifiedLogoutToken>
  /**
   * Reads what the provider declares in `notifications`, verifies it and checks its age; null if the provider declares nothing. The
   * caller must check whether the id was seen before, and remember it until `expiresAt`.
   *
   * @throws LatchkeyError `provider_notification_invalid`; `provider_unavailable` if the keys cannot be fetched.
   */
  readonly readNotification: (received: ReceivedNotification) => Promise<VerifiedNotification | null>
  /** The same client, reporting its steps to one login's trace: for the inspector of development. */
  readonly tracedBy: (trace: LoginTrace) => ProviderClient
}

/**
 * Creates a client of this provider. It makes no request yet; metadata, keys and libraries are loaded on first use and then kept.
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

/** Refusals that wrong metadata may explain: an endpoint that moved, a mistaken announcement, another algorithm. */
const doubtful: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'provider_issuer_mismatch',
  'provider_id_token_invalid',
  'provider_credentials_refused',
  'provider_answer_invalid',
  'provider_userinfo_invalid',
  'provider_unavailable',
])

/** After such a refusal the next login fetches the metadata again, however recently it was fetched. */
async function doubting<T>({ server }: ProviderConnection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LatchkeyError && doubtful.has(error.code)) server.doubt()
    throw error
  }
}
