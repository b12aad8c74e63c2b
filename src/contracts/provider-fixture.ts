// The responses of a provider, as tested data. The contract suite checks the provider's mapping with it, and the local identity
// provider responds with it, so that a new catalogue entry is emulated without further work.
import type { IdentityFields } from './identity.ts'
import type { Claims, ProviderEndpoints } from './provider.ts'

/** A person who can sign in at the local identity provider. */
export interface Person {
  /** Stable and URL-safe: `alex`. */
  readonly key: string
  /** Stable small number, from which subjects in the provider's format are derived. */
  readonly number: number
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  readonly username: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly picture: string | null
}

/** An HTTP response of the provider. */
export interface FixtureAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** The parts of a request that the provider's response may depend on. */
export interface FixtureRequest {
  readonly method: string
  /** Below the base URL, as in `api`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The body, parsed as a form; empty for other media types. */
  readonly form: URLSearchParams
  /** The body, parsed as JSON; null for other media types. */
  readonly json: unknown
}

/** The client that is registered at the provider. */
export interface FixtureClient {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
}

/** What a token endpoint issues. */
export interface TokenGrant {
  /** For providers that name the person in the token response. */
  readonly person: Person
  readonly subject: string
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scopes: readonly string[]
  readonly lifetimeSeconds: number
}

/** An unusual response, and the identity that the provider must derive from it. */
export interface FixtureCase {
  /** Ends the sentence "the provider reads …": "a person without a name". */
  readonly name: string
  /** The complete claims or profile. */
  readonly claims: Claims
  /** The fields to compare; `refused` if `toIdentity` must throw. */
  readonly expected: Partial<IdentityFields> | 'refused'
}

/** The endpoint that received a request. */
export type FixtureEndpoint = 'authorization' | 'token' | 'userinfo' | 'api' | 'revocation'

/** The responses of a provider, as data: the contract suite tests an entry with it, and the local identity provider uses it. */
export interface ProviderFixture {
  /** Must equal `Provider.kind`. */
  readonly kind: string
  /**
   * Returns the fixture for the configured provider, if the responses depend on its options, such as the tenant in its
   * addresses. Default: this fixture.
   */
  readonly fitted?: (endpoints: Partial<ProviderEndpoints>) => ProviderFixture
  /** The documentation pages on which these responses are based. */
  readonly sources: readonly string[]
  /** The day on which they were last compared with those pages, `YYYY-MM-DD`. */
  readonly lastVerified: string
  /** The provider's own pages, or the relevant ones, could not be opened. Default: false. */
  readonly unverified?: boolean
  /**
   * Paths below the base URL. Default: those of the provider's own fixed endpoints; if it has none, `/authorize`, `/token` and
   * `/userinfo`. For `oidc` they are published in the metadata.
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
  /** The subject of a person, in the provider's format (`number` makes it stable and unique). */
  readonly subjectOf: (person: Person) => string
  /** Claims of the ID token and the userinfo response, beyond those of the protocol; absent for plain OAuth. */
  readonly claims?: (person: Person, subject: string) => Claims
  /** The claims of the ID token, if they differ from the userinfo response. Default: `claims`. */
  readonly idTokenClaims?: (person: Person, subject: string) => Claims
  /**
   * For each claim, the scopes that grant it (one is enough), if they are not those of OpenID Connect Core §5.4, such as `{
   * email: ['account_email'] }`. An empty list: the claim is always sent.
   */
  readonly claimScopes?: Readonly<Record<string, readonly string[]>>
  /** Separates scopes in the authorization request. Default: spaces (RFC 6749 §3.3); for plain OAuth 2.0 commas too. */
  readonly scopeSeparator?: string
  /** The userinfo response is a signed JWT (OpenID Connect Core §5.3.2). Default: JSON. */
  readonly signsUserinfo?: boolean
  /**
   * Responses of the API by path below the base URL: `/me` for GET, `POST /graphql` for another method, `/users/:id` for a
   * variable segment. `query` and `request` contain what the client asked for. A userinfo endpoint whose response is not built
   * from `claims` may be listed here too.
   */
  readonly api: Readonly<
    Record<
      string,
      (person: Person, subject: string, query: URLSearchParams, request: FixtureRequest) => FixtureAnswer
    >
  >
  /** For each API path, the scopes of which the token needs one. Other paths only need a valid token. */
  readonly apiScopes?: Readonly<Record<string, readonly string[]>>
  /** API requests with an `appsecret_proof` are refused if it is wrong. */
  readonly verifiesAppSecretProof?: boolean
  /** Whether callbacks carry `iss` (RFC 9207). Default: true. */
  readonly sendsIssuer?: boolean
  readonly tokenAnswer: (grant: TokenGrant) => FixtureAnswer
  /** An error of the token endpoint, e.g. `invalid_grant`. */
  readonly tokenError: (error: string, description: string) => FixtureAnswer
  /** The parameters of the callback, without `state`, if the person refuses. */
  readonly denied: Readonly<Record<string, string>>
  /** The identity that the provider must derive for this person. */
  readonly expected: (person: Person, subject: string) => IdentityFields
  /** Further responses, and the identities that the provider must derive from them. */
  readonly cases?: readonly FixtureCase[]

  // How requests to the provider differ from RFC 6749. The local identity provider requires the same.

  /** Translates the authorization request to the parameter names of RFC 6749, with scopes separated by spaces. */
  readonly readAuthorization?: (query: URLSearchParams, client: FixtureClient) => URLSearchParams
  /**
   * Translates the token or refresh request to the parameter names of RFC 6749, credentials included. Returns a `FixtureAnswer`
   * to refuse it, or null if it is an API request at the same address. With this function, `redirect_uri` is not required.
   */
  readonly readTokenRequest?: (
    request: FixtureRequest,
    client: FixtureClient,
  ) => URLSearchParams | FixtureAnswer | null
  /** Default: POST. */
  readonly tokenMethod?: 'GET' | 'POST'
  /** Returns the access token of an API request; null if there is none. Default: reads `Authorization: Bearer`. */
  readonly accessTokenIn?: (request: FixtureRequest) => string | null
  /** Creates an access token with a format of the provider, such as a JWT; must contain `random`. Default: `random`. */
  readonly accessTokenOf?: (person: Person, subject: string, random: string) => string
  /** Whether an authorization request leads to a refresh token. Default: for plain OAuth, and with `offline_access`. */
  readonly issuesRefreshToken?: (authorization: URLSearchParams) => boolean
  /** Refuses requests that the real provider refuses: a missing User-Agent, Client-Id or API version. Returns null to accept. */
  readonly demands?: (
    endpoint: FixtureEndpoint,
    request: FixtureRequest,
    client: FixtureClient,
  ) => FixtureAnswer | null
  /** `refused`: a request with PKCE parameters is an error; `ignored`: they are optional. Default: `S256`, required. */
  readonly pkce?: 'S256' | 'plain' | 'ignored' | 'refused'
  /** The ID token does not repeat the nonce. */
  readonly omitsNonce?: boolean
  /** Further callback parameters; `isFirst` is true at the first consent of this person. */
  readonly callback?: (person: Person, isFirst: boolean) => Readonly<Record<string, string>>
  /** The name of the parameter `code` in the callback. Default: `code`. */
  readonly codeParameter?: string
  /** The issuer of this person's ID token, for providers with one per tenant. `issuer` is the provider's own. */
  readonly issuerOf?: (person: Person, issuer: string) => string
  /** How tokens are signed. Default: as the provider declares, otherwise RS256. */
  readonly idTokenSigningAlg?: SigningAlgorithm
  /** A value for the provider's `loginPlace` that the local identity provider emulates. */
  readonly loginPlace?: string
  /** The request that ends a grant, for providers without RFC 7009: method, path, and where the token is. */
  readonly revocation?: {
    readonly method: 'GET' | 'POST' | 'DELETE'
    readonly path: string
    /**
     * Returns the token of the request. Null if there is none: the request is refused, or meant for the token endpoint at the
     * same address.
     */
    readonly tokenIn: (request: FixtureRequest) => string | null
  }
  /** Translates the logout request to the parameter names of OpenID Connect RP-Initiated Logout §2. */
  readonly readLogout?: (query: URLSearchParams) => URLSearchParams
}

/** The algorithms with which the local identity provider can sign. `HS256` uses the client secret. */
export type SigningAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'HS256'
