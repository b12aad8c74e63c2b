// How an application configures a provider: its address, the client registered there, and the options of every entry.

/** How the client proves itself at the token endpoint (RFC 6749 §2.3.1, OpenID Connect Core §9). */
export type ClientAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'none'

/**
 * The private key of a key pair whose public key is registered at the provider (`private_key_jwt`): a JWK (RFC 7517) with an
 * `alg`, or a CryptoKey with the usage `sign`. It is used for signing and never sent.
 */
export type ClientKey = PrivateJwk | { readonly key: CryptoKey; readonly kid?: string | undefined }

/**
 * Returns the client secret for one request, such as a short-lived signed assertion; it may return the same one again. `now` is
 * in milliseconds since the epoch.
 */
export type SecretMaker = (client: { readonly clientId: string; readonly now: number }) => Promise<string>

/** RFC 7517 §4, RFC 7518 §6. */
export interface PrivateJwk {
  readonly kty: string
  /** Such as `ES256`, `PS256` or `EdDSA`. */
  readonly alg: string
  /** The id of the registered key. */
  readonly kid?: string | undefined
  readonly [parameter: string]: unknown
}

/** Fixed endpoints, for providers without discovery. */
export interface ProviderEndpoints {
  readonly authorization: string
  readonly token: string
  readonly userinfo?: string | undefined
  readonly jwks?: string | undefined
  readonly revocation?: string | undefined
  readonly endSession?: string | undefined
  readonly pushedAuthorizationRequest?: string | undefined
}

/** The addresses of an instance of a catalogue provider. */
export interface ProviderPlace {
  readonly baseUrl?: string | undefined
  readonly apiUrl?: string | undefined
  readonly issuer?: string | undefined
  /** Further origins of the provider's API that `tokens.fetch` may send an access token to. */
  readonly apiOrigins?: readonly string[] | undefined
}

/** The claims or profile fields to read instead of the entry's. Dots address members of nested objects. */
export interface ClaimNames {
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly picture?: string | undefined
}

/** The options of every catalogue entry. Most also have an environment variable (docs/environment.md). */
export interface ProviderOptions<Id extends string = string> extends ProviderPlace {
  /** The provider's id, for a second instance of the same kind. Default: the entry's. */
  readonly id?: Id | undefined
  /** The name that people see. Default: the entry's. */
  readonly name?: string | undefined
  /** The prefix of its environment variables. Default: the id in capitals, with `_` for `-`. */
  readonly variablePrefix?: string | undefined
  /**
   * The id of another configured provider with the same users, as with two clients of one server: equal subjects are the same
   * person. Default: none; two providers with the same issuer are then a start-up error.
   */
  readonly sameIdentitiesAs?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_SECRET`. A function creates the secret for each request. */
  readonly clientSecret?: string | SecretMaker | undefined
  /** `private_key_jwt` (OpenID Connect Core §9): the client signs an assertion instead of sending a secret. */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
  /** How the client authenticates at the token endpoint (RFC 6749 §2.3, OpenID Connect Core §9). Default: the provider's. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /** The `aud` of client assertions. Default: `issuer`, as specified; some servers require `token-endpoint`. */
  readonly clientAssertionAudience?: 'issuer' | 'token-endpoint' | undefined
  /** The registered signing algorithm of ID tokens. `HS256` is accepted only if named here. Default: as the metadata says. */
  readonly idTokenSigningAlg?: string | undefined
  /** Sends the authorization request to the provider directly (RFC 9126). Default: only if the provider requires it. */
  readonly pushedAuthorizationRequests?: boolean | undefined
  /** The scopes to request. Default: the entry's. */
  readonly scopes?: readonly string[] | undefined
  /** Added to the authorization request; protocol parameters are a start-up error. */
  readonly authorizationParams?: Readonly<Record<string, string>> | undefined
  /** Added to the token request; protocol parameters are a start-up error. */
  readonly tokenParams?: Readonly<Record<string, string>> | undefined
  /** Names of parameters that `/auth/login/ID` passes on, in addition to `login_hint` and `ui_locales`. Default: none. */
  readonly loginHints?: readonly string[] | undefined
  /** Overrides single endpoints of the entry or the metadata. */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** The exact address of the metadata, if it is not below the issuer. */
  readonly metadataUrl?: string | undefined
  /**
   * The base address for requests from this server, if it differs from the one that browsers use. Plain HTTP is accepted on
   * loopback and, in development, to any host.
   */
  readonly backchannelUrl?: string | undefined
  /**
   * Accepts plain HTTP for `backchannelUrl` in production too. The client secret, codes and tokens are then sent unencrypted:
   * use it only in a private network. Default: false.
   */
  readonly dangerouslyPlainHttpBackchannel?: boolean | undefined
  /** The source of the claims. Default: the entry's. */
  readonly claimsFrom?: 'id-token' | 'userinfo' | undefined
  /** Which claims hold the e-mail address, the name and the picture. Default: the provider's. */
  readonly claimNames?: ClaimNames | undefined
  /**
   * How the provider sends the authorization response: `query`, or `form_post` (OAuth 2.0 Form Post Response Mode). Default:
   * the provider's.
   */
  readonly responseMode?: 'query' | 'form_post' | undefined
  /**
   * `none` is for a provider that refuses PKCE: only state and nonce then protect the login. Default: the entry's, usually
   * `S256`.
   */
  readonly pkce?: 'S256' | 'plain' | 'none' | undefined
  /** Parameters that make the provider ask for a new sign-in, if it sends no usable `auth_time`. Default: the entry's. */
  readonly reauthentication?: Readonly<Record<string, string>> | undefined
  /** Sends `scope` with refresh requests. Default: the entry's. */
  readonly sendsScopeOnRefresh?: boolean | undefined
  /** Accepts back-channel logout tokens without `exp`. Default: the entry's, which is false unless documented. */
  readonly logoutTokensWithoutExpiry?: boolean | undefined
  /** Headers for each request to the provider, such as a descriptive `User-Agent`. */
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined
  /** Domains whose mailboxes this provider runs: it is authoritative for their addresses. Default: the entry's. */
  readonly authoritativeDomains?: readonly string[] | undefined
}
