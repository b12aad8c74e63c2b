// What a provider answers, as tested data: the contract suite reads it to prove the provider's mapping, and the local
// identity provider answers with it, so that a new catalogue entry is emulated for free.
import type { IdentityFields } from './identity.ts'
import type { Claims, ProviderEndpoints } from './provider.ts'

/** Somebody who can sign in at the local identity provider. */
export interface Person {
  /** Stable and URL-safe: `alex`. */
  readonly key: string
  /** Stable small number: provider-shaped subjects are derived from it. */
  readonly number: number
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  readonly username: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly picture: string | null
}

/** An HTTP answer, as the provider words it. */
export interface FixtureAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** A request to the provider, as far as its answer depends on it. */
export interface FixtureRequest {
  readonly method: string
  /** Below the base URL, as in `api`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The body as a form; empty for any other. */
  readonly form: URLSearchParams
  /** The body as JSON; null for any other. */
  readonly json: unknown
}

/** The one client of the provider. */
export interface FixtureClient {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
}

/** What a token endpoint hands out. */
export interface TokenGrant {
  /** For providers that say in the token answer who signed in. */
  readonly person: Person
  readonly subject: string
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scopes: readonly string[]
  readonly lifetimeSeconds: number
}

/** One answer that differs from the usual ones, and what the provider must make of it. */
export interface FixtureCase {
  /** Ends the sentence "the provider reads …": "a person without a name". */
  readonly name: string
  /** Claims or profile, whole. */
  readonly claims: Claims
  /** The fields that matter here; `refused` where `toIdentity` must throw. */
  readonly expected: Partial<IdentityFields> | 'refused'
}

/** Which endpoint a request came to. */
export type FixtureEndpoint = 'authorization' | 'token' | 'userinfo' | 'api' | 'revocation'

/** What a provider answers, as data: the contract suite tests an entry with it, and the local identity provider answers by it. */
export interface ProviderFixture {
  /** Equals `Provider.kind`. */
  readonly kind: string
  /**
   * The answers of the provider that the application has configured, where they depend on its options, such as the tenant in its
   * addresses. Default: these.
   */
  readonly fitted?: (endpoints: Partial<ProviderEndpoints>) => ProviderFixture
  /** The pages that these answers were written after. */
  readonly sources: readonly string[]
  /** The day on which they were last held against those pages, `YYYY-MM-DD`. */
  readonly lastVerified: string
  /** The provider's own pages could not be opened, or not where they say what is used here. Default: false. */
  readonly unverified?: boolean
  /**
   * Paths below the base URL. Default: those of the provider's own fixed endpoints; where it has none, `/authorize`,
   * `/token` and `/userinfo`. For `oidc` they are announced by discovery.
   */
  readonly paths?: {
    readonly authorization?: string
    readonly token?: string
    /** Where refresh tokens go, if not to `token`. */
    readonly refresh?: string
    readonly userinfo?: string
    readonly endSession?: string
    readonly revocation?: string
  }
  /** The subject of a person: shaped as the provider's (`number` makes it stable and different for each). */
  readonly subjectOf: (person: Person) => string
  /** Claims beyond the protocol's own for the ID token and the userinfo answer; absent for plain OAuth. */
  readonly claims?: (person: Person, subject: string) => Claims
  /** Those of the ID token, where it holds others than the userinfo answer. Default: `claims`. */
  readonly idTokenClaims?: (person: Person, subject: string) => Claims
  /**
   * By claim: the scopes of which one opens it, where they are not those of OpenID Connect Core §5.4, such as
   * `{ email: ['account_email'] }`. An empty list: it is always there.
   */
  readonly claimScopes?: Readonly<Record<string, readonly string[]>>
  /** What separates scopes in the authorization request. Default: spaces (RFC 6749 §3.3); by OAuth 2.0 commas too. */
  readonly scopeSeparator?: string
  /** The userinfo answer is a signed JWT (OpenID Connect Core §5.3.2). Default: JSON. */
  readonly signsUserinfo?: boolean
  /**
   * Answers of the API by path below the base URL: `/me` for GET, `POST /graphql` for another method, `/users/:id` where
   * a segment varies. `query` and `request` carry what the client asked for. A userinfo endpoint that answers otherwise than
   * by `claims` may stand here too.
   */
  readonly api: Readonly<
    Record<
      string,
      (person: Person, subject: string, query: URLSearchParams, request: FixtureRequest) => FixtureAnswer
    >
  >
  /** By API path: the token needs one of these scopes. Paths that are absent need a valid token only. */
  readonly apiScopes?: Readonly<Record<string, readonly string[]>>
  /** API requests that carry `appsecret_proof` are answered only when it is the right one. */
  readonly verifiesAppSecretProof?: boolean
  /** Whether callbacks carry `iss` (RFC 9207). Default: true. */
  readonly sendsIssuer?: boolean
  readonly tokenAnswer: (grant: TokenGrant) => FixtureAnswer
  /** An error of the token endpoint, e.g. `invalid_grant`. */
  readonly tokenError: (error: string, description: string) => FixtureAnswer
  /** The callback's parameters when the person refuses, without `state`. */
  readonly denied: Readonly<Record<string, string>>
  /** What the provider must make of this person. */
  readonly expected: (person: Person, subject: string) => IdentityFields
  /** Further answers, and what the provider makes of them. */
  readonly cases?: readonly FixtureCase[]

  // How the provider is spoken to, where that is not as RFC 6749 has it. The local identity provider demands it too.

  /** The authorization request in the names of RFC 6749, scopes separated by spaces. */
  readonly readAuthorization?: (query: URLSearchParams, client: FixtureClient) => URLSearchParams
  /**
   * The token or refresh request in the names of RFC 6749, credentials included; an answer refuses it. Null: it is none, but
   * a call of the API at the same address. With this, a missing `redirect_uri` is not asked for.
   */
  readonly readTokenRequest?: (
    request: FixtureRequest,
    client: FixtureClient,
  ) => URLSearchParams | FixtureAnswer | null
  /** Default: POST. */
  readonly tokenMethod?: 'GET' | 'POST'
  /** Where API requests carry the access token. Default: `Authorization: Bearer`. Null: there is none. */
  readonly accessTokenIn?: (request: FixtureRequest) => string | null
  /** An access token that the provider reads itself, such as a JWT; `random` must be part of it. Default: `random`. */
  readonly accessTokenOf?: (person: Person, subject: string, random: string) => string
  /** Whether a refresh token comes of an authorization request. Default: for plain OAuth, and with `offline_access`. */
  readonly issuesRefreshToken?: (authorization: URLSearchParams) => boolean
  /** Refuses a request as the real provider does: a missing User-Agent, Client-Id or API version. Null: accepted. */
  readonly demands?: (
    endpoint: FixtureEndpoint,
    request: FixtureRequest,
    client: FixtureClient,
  ) => FixtureAnswer | null
  /** `refused`: a request with PKCE parameters is an error; `ignored`: they are optional. Default: `S256`, required. */
  readonly pkce?: 'S256' | 'plain' | 'ignored' | 'refused'
  /** The ID token does not repeat the nonce. */
  readonly omitsNonce?: boolean
  /** Further callback parameters; `isFirst` at the first consent of this person. */
  readonly callback?: (person: Person, isFirst: boolean) => Readonly<Record<string, string>>
  /** Another name for `code` in the callback. */
  readonly codeParameter?: string
  /** The issuer of this person's ID token, for providers with one per tenant. `issuer` is the provider's own. */
  readonly issuerOf?: (person: Person, issuer: string) => string
  /** How tokens are signed. Default: as the provider declares, else RS256. */
  readonly idTokenSigningAlg?: SigningAlgorithm
  /** A value of the provider's `loginPlace` that the local identity provider stands in for. */
  readonly loginPlace?: string
  /** The request that ends a grant, where it is not RFC 7009: method and path, and the token that it names. */
  readonly revocation?: {
    readonly method: 'GET' | 'POST' | 'DELETE'
    readonly path: string
    /** Null: none, so the request is refused, or is for the token endpoint at the same address. */
    readonly tokenIn: (request: FixtureRequest) => string | null
  }
  /** The logout request in the names of OpenID Connect RP-Initiated Logout §2. */
  readonly readLogout?: (query: URLSearchParams) => URLSearchParams
}

/** What the local identity provider can sign with. `HS256` uses the client secret. */
export type SigningAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'HS256'
