// How an application names a provider: where it is, who the application is there, and what every entry accepts.

/** How the client proves itself at the token endpoint (RFC 6749 §2.3.1, OpenID Connect Core §9). */
export type ClientAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'none'

/**
 * The private half of a key pair whose public half is registered at the provider (`private_key_jwt`): a JWK (RFC 7517) that
 * says its `alg`, or a CryptoKey with the usage `sign`. It signs, and is never sent.
 */
export type ClientKey = PrivateJwk | { readonly key: CryptoKey; readonly kid?: string | undefined }

/**
 * Makes a secret for one request, such as a short-lived signed assertion; the same one may be given again. `now` is in
 * milliseconds since the epoch.
 */
export type SecretMaker = (client: { readonly clientId: string; readonly now: number }) => Promise<string>

/** RFC 7517 §4, RFC 7518 §6. */
export interface PrivateJwk {
  readonly kty: string
  /** Such as `ES256`, `PS256` or `EdDSA`. */
  readonly alg: string
  /** Which of the registered keys it is. */
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

/** Where an instance of a catalogue provider lives. */
export interface ProviderPlace {
  readonly baseUrl?: string | undefined
  readonly apiUrl?: string | undefined
  readonly issuer?: string | undefined
  /** Further origins of the provider's API that `tokens.fetch` may send an access token to. */
  readonly apiOrigins?: readonly string[] | undefined
}

/** Which claim or profile field holds what, where it is not the one that the entry reads. Dots lead into objects. */
export interface ClaimNames {
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly picture?: string | undefined
}

/** What every catalogue entry accepts. Each also has an environment variable (docs/environment.md). */
export interface ProviderOptions<Id extends string = string> extends ProviderPlace {
  /** Its own id, for a second instance of the same kind. */
  readonly id?: Id | undefined
  /** For people. */
  readonly name?: string | undefined
  /** What its environment variables begin with. Default: the id in capitals, `-` as `_`. */
  readonly variablePrefix?: string | undefined
  /**
   * The id of another configured provider whose people these are, as with two clients of one server: a subject here is the
   * same person there. Default: none, and two providers with one issuer are a start-up error.
   */
  readonly sameIdentitiesAs?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_SECRET`. A function where the secret is minted for each request. */
  readonly clientSecret?: string | SecretMaker | undefined
  /** `private_key_jwt` (OpenID Connect Core §9): signs instead of sending a secret. */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
  /** How the client authenticates at the token endpoint (RFC 6749 §2.3, OpenID Connect Core §9). Default: the provider's. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /** Default: `issuer`, as the specification says; some servers want `token-endpoint`. */
  readonly clientAssertionAudience?: 'issuer' | 'token-endpoint' | undefined
  /** The algorithm of ID tokens as registered. `HS256` only by naming it here. Default: what the metadata announces. */
  readonly idTokenSigningAlg?: string | undefined
  /** Hands the authorization request to the provider directly (RFC 9126). Default: where the provider demands it. */
  readonly pushedAuthorizationRequests?: boolean | undefined
  /** Instead of the entry's own. */
  readonly scopes?: readonly string[] | undefined
  /** Added to the authorization request; names of the protocol are refused at start. */
  readonly authorizationParams?: Readonly<Record<string, string>> | undefined
  /** Added to the token request; names of the protocol are refused at start. */
  readonly tokenParams?: Readonly<Record<string, string>> | undefined
  /** Names of parameters that `/auth/login/ID` passes on, beside `login_hint` and `ui_locales`. Default: none. */
  readonly loginHints?: readonly string[] | undefined
  /** Single endpoints instead of the entry's or the metadata's. */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** The exact address of the metadata, when it is not below the issuer. */
  readonly metadataUrl?: string | undefined
  /**
   * The base address for requests from this server, when it differs from what browsers use. Plain HTTP on loopback and, in
   * development, to any host.
   */
  readonly backchannelUrl?: string | undefined
  /**
   * Accepts plain HTTP for `backchannelUrl` in production too. The client secret, codes and tokens then travel in clear:
   * only for a network of your own. Default: false.
   */
  readonly dangerouslyPlainHttpBackchannel?: boolean | undefined
  /** Where claims come from. Default: the entry's. */
  readonly claimsFrom?: 'id-token' | 'userinfo' | undefined
  /** Which claims hold the e-mail address, the name and the picture. Default: the provider's. */
  readonly claimNames?: ClaimNames | undefined
  /** How the provider sends its answer: `query`, or `form_post` (OAuth 2.0 Form Post Response Mode). Default: the provider's. */
  readonly responseMode?: 'query' | 'form_post' | undefined
  /** `none` for a provider that refuses PKCE: state and nonce remain. Default: `S256`. */
  readonly pkce?: 'S256' | 'plain' | 'none' | undefined
  /** Parameters that make the provider ask for the password again, where it sends no usable `auth_time`. */
  readonly reauthentication?: Readonly<Record<string, string>> | undefined
  /** The provider's refresh wants `scope`. Default: the entry's. */
  readonly sendsScopeOnRefresh?: boolean | undefined
  /** Accepts back-channel logout tokens without `exp`. Default: the entry's, which is false unless documented. */
  readonly logoutTokensWithoutExpiry?: boolean | undefined
  /** Headers for each request to the provider, such as a descriptive `User-Agent`. */
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined
  /** Domains whose mailboxes this provider itself runs: its word about an address there is final. Default: the entry's. */
  readonly authoritativeDomains?: readonly string[] | undefined
}
