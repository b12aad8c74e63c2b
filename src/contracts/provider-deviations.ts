// In what a provider differs from the specifications, as it declares it: data where data will do, pure functions where not.
import type { Claims } from './claims.ts'

/** What a `fetchProfile` deviation may use. */
export interface ProfileRequest {
  readonly accessToken: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** The verified claims of the ID token; null for plain OAuth. */
  readonly idTokenClaims: Claims | null
  /** The token endpoint's whole answer, tokens included, for providers that say there who signed in. Not signed. */
  readonly tokenAnswer: Claims
  /** The callback's other parameters: `code`, `state` and `iss` are left out. Not signed: anyone may have written them. */
  readonly callback: Readonly<Record<string, string>>
  /**
   * GET below `apiBaseUrl` (the path has no leading slash) with the access token in the Authorization header; bounded in
   * time and size; JSON only, integers beyond 2^53 as strings of their digits. Throws `provider_unavailable` for 5xx, 429
   * and outages, another LatchkeyError for other refusals.
   */
  readonly get: (path: string) => Promise<unknown>
  /**
   * The same, for APIs that want it otherwise. `url` is a path below `apiBaseUrl`, or an address on one of the provider's
   * `apiOrigins`; any other is refused before the token is sent.
   */
  readonly fetch: (url: string, init?: ApiRequest) => Promise<unknown>
}

/** One request of `ProfileRequest.fetch`. */
export interface ApiRequest {
  /** Default: POST with a body, else GET. */
  readonly method?: 'GET' | 'POST' | undefined
  /** Added to the address. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** In addition to `Accept` and those of `requestHeaders`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** `URLSearchParams` are sent as a form, an object as JSON. */
  readonly body?: URLSearchParams | Readonly<Record<string, unknown>> | undefined
  /**
   * The scheme of the Authorization header (RFC 6750 §2.1); an empty text sends the bare token, null no such header, for
   * APIs that take the token in another place. Default: `Bearer`.
   */
  readonly tokenScheme?: string | null | undefined
  /**
   * How the answer is read: `json` demands a JSON media type, `lenient` parses JSON whatever the type says, `text` answers
   * the body as it is. Default: `json`.
   */
  readonly read?: 'json' | 'lenient' | 'text' | undefined
}

/** A request to the token endpoint, as RFC 6749 §4.1.3 or §6 has it. A `tokenRequest` deviation changes it. */
export interface TokenRequest {
  readonly grant: 'authorization_code' | 'refresh_token'
  readonly url: string
  readonly method: 'POST' | 'GET'
  /** Client authentication by header is here. */
  readonly headers: Headers
  /** Client authentication in the body is here. With `GET` they become the query. */
  readonly parameters: URLSearchParams
  /** Replaces the form: sent as JSON. */
  readonly json?: Readonly<Record<string, unknown>> | undefined
}

/** What a `tokenRequest` deviation may use beside the request. */
export interface TokenRequestContext {
  readonly clientId: string
  readonly clientSecret: string | null
  /** Epoch milliseconds. */
  readonly now: number
  /** As in `ProfileRequest`; empty for a refresh. */
  readonly callback: Readonly<Record<string, string>>
}

/** What a `revoke` deviation is asked for. */
export interface RevocationRequest {
  /** Where the provider's description or metadata says; undefined where it says nothing. */
  readonly endpoint: string | undefined
  readonly token: string
  readonly hint: 'access_token' | 'refresh_token'
  /** Of the person, at this provider. */
  readonly subject: string | null
  readonly clientId: string
  readonly clientSecret: string | null
}

/** An HTTP request that a deviation describes and the protocol layer sends. */
export interface RequestDescription {
  readonly url: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: URLSearchParams | Readonly<Record<string, unknown>> | undefined
}

/** What an `endSessionUrl` deviation is asked for. OpenID Connect RP-Initiated Logout §2. */
export interface LogoutRequest {
  /** Where the provider's description or metadata says; undefined where it says nothing. */
  readonly endpoint: string | undefined
  readonly clientId: string
  readonly idTokenHint: string | null
  readonly postLogoutRedirectUri: string
  readonly state: string | undefined
}

/** Differences that a provider declares. Each use carries a link to the page that forces it. */
export interface Deviations {
  /** Makes the token endpoint's answer what RFC 6749 §5 asks for. */
  readonly normalizeTokenResponse?: ((response: Response) => Promise<Response>) | undefined
  /** Makes the callback's parameters what RFC 6749 §4.1.2 asks for. */
  readonly normalizeCallback?: ((parameters: URLSearchParams) => URLSearchParams) | undefined
  /**
   * The issuer that these signed claims must carry, for providers with one issuer per tenant; `issuer` is the provider's own,
   * at the place where it is. Throws a TypeError to refuse the tenant.
   */
  readonly issuerFor?: ((claims: Claims, issuer: string) => string) | undefined
  /**
   * Fetches the profile: for plain OAuth instead of the userinfo endpoint; for OpenID Connect beside the ID token, whose
   * claims win over those that it answers.
   */
  readonly fetchProfile?: ((request: ProfileRequest) => Promise<Claims>) | undefined
  /** How the answer reaches the callback; `query` unless declared. */
  readonly responseMode?: 'form_post' | undefined
  /**
   * Asks for a new sign-in where `max_age` and `auth_time` (OpenID Connect Core §3.1.2.1) are not supported. The round
   * trip itself is then the proof of freshness; without this, `auth_time` is demanded and checked.
   */
  readonly reauthentication?: Readonly<Record<string, string>> | undefined
  /** How a refresh token is asked for where tokens are kept. */
  readonly offlineAccess?: OfflineAccess | undefined
  /** Between scopes; a space unless declared (RFC 6749 §3.3). */
  readonly scopeSeparator?: string | undefined
  /**
   * Other names for parameters of the authorization, token, refresh and revocation request: `{ client_id: 'appid' }`. Null
   * leaves one out.
   */
  readonly parameterNames?: Readonly<Record<string, string | null>> | undefined
  /** Appended to the authorization address, such as `#wechat_redirect`. */
  readonly authorizationFragment?: string | undefined
  /** Changes the request to the token endpoint where names alone do not do: JSON, GET, signatures, headers. */
  readonly tokenRequest?:
    | ((request: TokenRequest, context: TokenRequestContext) => TokenRequest | Promise<TokenRequest>)
    | undefined
  /** Sends the granted scopes with a refresh request too (RFC 6749 §6 leaves that open; some demand it). */
  readonly sendsScopeOnRefresh?: boolean | undefined
  /**
   * How the authorization code is bound to this login (RFC 7636). `S256` unless declared. `none`: the provider refuses the
   * parameters; what is lost stands in its documentation.
   */
  readonly pkce?: 'S256' | 'plain' | 'none' | undefined
  /** `unsupported`: the ID token does not repeat the nonce. State and PKCE remain. */
  readonly nonce?: 'unsupported' | undefined
  /** What `state` may consist of, for providers that accept less than RFC 6749 Appendix A.5. */
  readonly state?: 'alphanumeric' | undefined
  /** Headers that each request to this provider needs, beside those of the protocol: API versions, a descriptive User-Agent. */
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined
  /** Ends a grant where it is not done by RFC 7009. Null: this token cannot be revoked. */
  readonly revoke?: ((request: RevocationRequest) => RequestDescription | null) | undefined
  /** Where the browser signs out at the provider, where that is not done by RP-Initiated Logout. Null: nowhere. */
  readonly endSessionUrl?: ((request: LogoutRequest) => string | null) | undefined
  /** The `aud` of a client assertion (`private_key_jwt`, `client_secret_jwt`). `issuer` unless declared (RFC 7523bis). */
  readonly clientAssertionAudience?: 'issuer' | 'token-endpoint' | undefined
  /** Back-channel logout tokens come without `exp`; a bounded `iat` and the `jti` stand in for it. */
  readonly logoutTokensWithoutExpiry?: boolean | undefined
  /**
   * Fields such as the name come with the first consent only: what a later answer leaves out is unknown and stays as it was.
   */
  readonly profileComesOnce?: boolean | undefined
  /** Pictures at these origins need an access token, or expire: their addresses are left out. */
  readonly privatePictureOrigins?: readonly string[] | undefined
}

/** What a provider needs before it gives a refresh token. */
export interface OfflineAccess {
  /** Added to the scopes of every sign-in. */
  readonly scopes?: readonly string[] | undefined
  /** Sent at every sign-in. */
  readonly params?: Readonly<Record<string, string>> | undefined
  /** Sent beside them when no valid refresh token is kept for the account: what interrupts the person, such as `prompt`. */
  readonly whenMissing?: Readonly<Record<string, string>> | undefined
}
