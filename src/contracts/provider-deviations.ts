// The deviations of a provider from the specifications, declared as data where possible and as pure functions otherwise.
import type { Claims } from './claims.ts'

/** The argument of a `fetchProfile` deviation. */
export interface ProfileRequest {
  readonly accessToken: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** The verified claims of the ID token; null for plain OAuth. */
  readonly idTokenClaims: Claims | null
  /** The whole response of the token endpoint, tokens included, for providers that name the person there. Not signed. */
  readonly tokenAnswer: Claims
  /** The parameters of the callback, without `code`, `state` and `iss`. Not signed: an attacker may have written them. */
  readonly callback: Readonly<Record<string, string>>
  /**
   * Sends a GET request below `apiBaseUrl` (the path has no leading slash) with the access token in the Authorization header.
   * Limited in time and size; accepts JSON only and returns integers beyond 2^53 as strings of digits. Throws
   * `provider_unavailable` for 5xx, 429 and outages, another LatchkeyError for other refusals.
   */
  readonly get: (path: string) => Promise<unknown>
  /**
   * Like `get`, for APIs that need another request. `url` is a path below `apiBaseUrl`, or an address on one of the provider's
   * `apiOrigins`; other addresses are refused before the token is sent.
   */
  readonly fetch: (url: string, init?: ApiRequest) => Promise<unknown>
}

/** One request of `ProfileRequest.fetch`. */
export interface ApiRequest {
  /** Default: POST with a body, otherwise GET. */
  readonly method?: 'GET' | 'POST' | undefined
  /** Added to the query of the URL. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Sent in addition to `Accept` and `requestHeaders`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** `URLSearchParams` are sent as a form, an object as JSON. */
  readonly body?: URLSearchParams | Readonly<Record<string, unknown>> | undefined
  /**
   * The scheme of the Authorization header (RFC 6750 §2.1). An empty string sends the bare token; null sends no header, for
   * APIs that expect the token elsewhere. Default: `Bearer`.
   */
  readonly tokenScheme?: string | null | undefined
  /**
   * How the response is read: `json` requires a JSON media type, `lenient` parses JSON with any media type, `text` returns the
   * body unchanged. Default: `json`.
   */
  readonly read?: 'json' | 'lenient' | 'text' | undefined
}

/** A request to the token endpoint as in RFC 6749 §4.1.3 or §6. A `tokenRequest` deviation changes it. */
export interface TokenRequest {
  readonly grant: 'authorization_code' | 'refresh_token'
  readonly url: string
  readonly method: 'POST' | 'GET'
  /** Includes client authentication by header. */
  readonly headers: Headers
  /** Includes client authentication in the body. With `GET` they are sent as the query. */
  readonly parameters: URLSearchParams
  /** Sent as JSON instead of the form. */
  readonly json?: Readonly<Record<string, unknown>> | undefined
}

/** The second argument of a `tokenRequest` deviation. */
export interface TokenRequestContext {
  readonly clientId: string
  readonly clientSecret: string | null
  /** Epoch milliseconds. */
  readonly now: number
  /** As in `ProfileRequest`; empty for a refresh. */
  readonly callback: Readonly<Record<string, string>>
}

/** The argument of a `revoke` deviation. */
export interface RevocationRequest {
  /** The endpoint from the provider's description or metadata; undefined if neither names one. */
  readonly endpoint: string | undefined
  readonly token: string
  readonly hint: 'access_token' | 'refresh_token'
  /** The person's subject at this provider. */
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

/** The argument of an `endSessionUrl` deviation. OpenID Connect RP-Initiated Logout §2. */
export interface LogoutRequest {
  /** The endpoint from the provider's description or metadata; undefined if neither names one. */
  readonly endpoint: string | undefined
  readonly clientId: string
  readonly idTokenHint: string | null
  readonly postLogoutRedirectUri: string
  readonly state: string | undefined
}

/** Deviations that a provider declares. Each use links to the page that documents it. */
export interface Deviations {
  /** Converts the token endpoint's response to the form of RFC 6749 §5. */
  readonly normalizeTokenResponse?: ((response: Response) => Promise<Response>) | undefined
  /** Converts the callback's parameters to those of RFC 6749 §4.1.2. */
  readonly normalizeCallback?: ((parameters: URLSearchParams) => URLSearchParams) | undefined
  /**
   * Returns the issuer that these signed claims must have, for providers with one issuer per tenant; `issuer` is the provider's
   * issuer at its current place. Throws a TypeError to refuse the tenant.
   */
  readonly issuerFor?: ((claims: Claims, issuer: string) => string) | undefined
  /**
   * Fetches the profile: instead of the userinfo endpoint for plain OAuth, in addition to the ID token for OpenID Connect. The
   * claims of the ID token take precedence.
   */
  readonly fetchProfile?: ((request: ProfileRequest) => Promise<Claims>) | undefined
  /** How the authorization response reaches the callback. Default: `query`. */
  readonly responseMode?: 'form_post' | undefined
  /**
   * Parameters that ask for a new sign-in, for providers without `max_age` and `auth_time` (OpenID Connect Core §3.1.2.1). The
   * round trip itself then proves freshness; without this deviation, `auth_time` is required and checked.
   */
  readonly reauthentication?: Readonly<Record<string, string>> | undefined
  /** How to request a refresh token if tokens are kept. */
  readonly offlineAccess?: OfflineAccess | undefined
  /** Separates scopes. Default: a space (RFC 6749 §3.3). */
  readonly scopeSeparator?: string | undefined
  /**
   * Other names for parameters of authorization, token, refresh and revocation requests: `{ client_id: 'appid' }`. Null omits
   * the parameter.
   */
  readonly parameterNames?: Readonly<Record<string, string | null>> | undefined
  /** Appended to the authorization address, such as `#wechat_redirect`. */
  readonly authorizationFragment?: string | undefined
  /** Changes the request to the token endpoint if `parameterNames` is not enough: JSON, GET, signatures, headers. */
  readonly tokenRequest?:
    | ((request: TokenRequest, context: TokenRequestContext) => TokenRequest | Promise<TokenRequest>)
    | undefined
  /** Sends the granted scopes with refresh requests (optional in RFC 6749 §6; some providers require it). */
  readonly sendsScopeOnRefresh?: boolean | undefined
  /**
   * How the authorization code is bound to this login (RFC 7636). `none`: the provider refuses the parameters; its
   * documentation page here says what protection is lost. Default: `S256`.
   */
  readonly pkce?: 'S256' | 'plain' | 'none' | undefined
  /** `unsupported`: the ID token does not repeat the nonce. State and PKCE still protect the login. */
  readonly nonce?: 'unsupported' | undefined
  /** The characters of `state`, for providers that accept fewer than RFC 6749 Appendix A.5. */
  readonly state?: 'alphanumeric' | undefined
  /**
   * Headers that each request to this provider needs in addition to those of the protocol: API versions, a descriptive
   * User-Agent.
   */
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined
  /** Describes the request that ends a grant, for providers without RFC 7009. Returns null if this token cannot be revoked. */
  readonly revoke?: ((request: RevocationRequest) => RequestDescription | null) | undefined
  /**
   * Returns the address at which the browser signs out at the provider, for providers without RP-Initiated Logout; null for
   * none.
   */
  readonly endSessionUrl?: ((request: LogoutRequest) => string | null) | undefined
  /** The `aud` of a client assertion (`private_key_jwt`, `client_secret_jwt`). Default: `issuer` (RFC 7523bis). */
  readonly clientAssertionAudience?: 'issuer' | 'token-endpoint' | undefined
  /** Back-channel logout tokens have no `exp`; the age by `iat` and single use by `jti` replace it. */
  readonly logoutTokensWithoutExpiry?: boolean | undefined
  /** Fields such as the name are sent with the first consent only: the stored value is kept if a later response omits them. */
  readonly profileComesOnce?: boolean | undefined
  /** Pictures at these origins need an access token or expire, so their addresses are omitted. */
  readonly privatePictureOrigins?: readonly string[] | undefined
}

/** What a provider needs to issue a refresh token. */
export interface OfflineAccess {
  /** Added to the scopes of every sign-in. */
  readonly scopes?: readonly string[] | undefined
  /** Sent at every sign-in. */
  readonly params?: Readonly<Record<string, string>> | undefined
  /** Also sent if no valid refresh token is kept for the account: parameters that interrupt the person, such as `prompt`. */
  readonly whenMissing?: Readonly<Record<string, string>> | undefined
}
