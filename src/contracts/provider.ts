// A provider: where it is, how it wants to be spoken to, how its answers become an identity, and in what it deviates
// from the specifications. Data and pure functions only; shared code never asks for a provider's name.
import type { IdentityFields } from './identity.ts'

/** JSON as it came from a provider: claims of an ID token, a userinfo answer, a profile. */
export type Claims = Readonly<Record<string, unknown>>

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

/** What a `fetchProfile` deviation may use. */
export interface ProfileRequest {
  readonly accessToken: string
  readonly clientId: string
  readonly clientSecret: string | null
  /**
   * GET below `apiBaseUrl` (the path has no leading slash) with the access token in the Authorization header; bounded in
   * time and size; JSON only, integers beyond 2^53 as strings of their digits. Throws `provider_unavailable` for 5xx, 429
   * and outages, another LatchkeyError for other refusals.
   */
  readonly get: (path: string) => Promise<unknown>
}

/** Differences that a provider declares. Each use carries a link to the page that forces it. */
export interface Deviations {
  /** Makes the token endpoint's answer what RFC 6749 §5 asks for. */
  readonly normalizeTokenResponse?: ((response: Response) => Promise<Response>) | undefined
  /** Makes the callback's parameters what RFC 6749 §4.1.2 asks for. */
  readonly normalizeCallback?: ((parameters: URLSearchParams) => URLSearchParams) | undefined
  /** The issuer that these signed claims must carry, for providers with one issuer per tenant. */
  readonly issuerFor?: ((claims: Claims) => string) | undefined
  /** Fetches the profile where there is neither ID token nor userinfo endpoint. */
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
}

/** Parameters of the authorization request that a provider needs to give a refresh token. */
export interface OfflineAccess {
  /** Sent at every sign-in. */
  readonly params: Readonly<Record<string, string>>
  /** Sent beside them when no living refresh token is kept for the account: what bothers the person, such as `prompt`. */
  readonly whenMissing: Readonly<Record<string, string>>
}

/** How a provider's button looks, after its own branding rules. */
export interface Brand {
  /** An inline `<svg …>` without scripts, styles or ids. */
  readonly icon: string
  readonly light: BrandColors
  readonly dark: BrandColors
}
export interface BrandColors {
  readonly background: string
  readonly text: string
  readonly border: string
}

export interface Provider<Id extends string = string> {
  /** In URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** For people: "Google". */
  readonly name: string
  /** Which catalogue entry made it; equal for two instances of one kind. */
  readonly kind: string
  /** `oidc`: an ID token is required and verified. `oauth2`: the profile comes from an API. */
  readonly protocol: 'oidc' | 'oauth2'
  /** Compared byte for byte with `iss` (RFC 9207, OpenID Connect Core §3.1.3.7). Plain OAuth providers have one too. */
  readonly issuer: string
  /** Without it, the endpoints are discovered below `issuer`. */
  readonly endpoints?: ProviderEndpoints | undefined
  readonly clientId?: string | undefined
  /** A function where the secret is minted, as a short-lived assertion is. */
  readonly clientSecret?: string | (() => Promise<string>) | undefined
  /** `private_key_jwt` (OpenID Connect Core §9): instead of a secret. */
  readonly clientKey?: ClientKey | undefined
  /** Without it: `private_key_jwt` with a key; else what the metadata announces; `none` without a secret. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /** The algorithm of ID tokens as registered (`id_token_signed_response_alg`). Without it: what the metadata announces, else RS256. */
  readonly idTokenSigningAlg?: string | undefined
  /** Hand the authorization request to the provider directly (RFC 9126), also where it does not demand it. */
  readonly pushedAuthorizationRequests?: boolean | undefined
  readonly scopes: readonly string[]
  /** Sent with the authorization request; protocol parameters are refused at start. */
  readonly authorizationParams: Readonly<Record<string, string>>
  /** Sent with the token request; protocol parameters are refused at start. */
  readonly tokenParams: Readonly<Record<string, string>>
  /** Where the claims of an OpenID Connect provider come from: the ID token alone, or the userinfo endpoint too. */
  readonly claimsFrom: 'id-token' | 'userinfo'
  /** What a relative URL of `tokens.fetch` resolves against. */
  readonly apiBaseUrl?: string | undefined
  /** The only origins that ever see an access token of this provider. */
  readonly apiOrigins: readonly string[]
  /** Reads the person out of claims or profile. May throw a TypeError when what must be there is not. */
  readonly toIdentity: (claims: Claims) => IdentityFields
  /** Whether this provider itself runs the mailbox of this verified address, so that its word about it is final. */
  readonly isAuthoritativeForEmail: (email: string, claims: Claims) => boolean
  /** The organization that manages the account, where the provider has a claim of its own for it; null for personal ones. */
  readonly organizationOf?: ((claims: Claims) => string | null) | undefined
  readonly deviations: Deviations
  readonly brand: Brand
  /** The same provider somewhere else: an emulator, an enterprise server, the local identity provider. */
  readonly at: (place: ProviderPlace) => Provider<Id>
  /** The page where an application is registered, for the developer's error page and the doctor. */
  readonly consoleUrl?: string | undefined
}

/** Where an instance of a catalogue provider lives. */
export interface ProviderPlace {
  readonly baseUrl?: string | undefined
  readonly apiUrl?: string | undefined
  readonly issuer?: string | undefined
  /** Further origins of the provider's API that `tokens.fetch` may send an access token to. */
  readonly apiOrigins?: readonly string[] | undefined
}

/** What every catalogue entry accepts. */
export interface ProviderOptions<Id extends string = string> extends ProviderPlace {
  /** Its own id, for a second instance of the same kind. */
  readonly id?: Id | undefined
  readonly name?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_ID`. */
  readonly clientId?: string | undefined
  /** Default: the environment's `<ID>_CLIENT_SECRET`. */
  readonly clientSecret?: string | (() => Promise<string>) | undefined
  readonly clientAuthentication?: ClientAuthentication | undefined
  readonly idTokenSigningAlg?: string | undefined
  readonly scopes?: readonly string[] | undefined
  readonly authorizationParams?: Readonly<Record<string, string>> | undefined
  readonly tokenParams?: Readonly<Record<string, string>> | undefined
}
