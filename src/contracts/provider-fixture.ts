// What a provider answers, as tested data: the contract suite reads it to prove the provider's mapping, and the local
// identity provider answers with it, so that a new catalogue entry is emulated for free.
import type { IdentityFields } from './identity.ts'
import type { Claims } from './provider.ts'

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

/** What a token endpoint hands out. */
export interface TokenGrant {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scopes: readonly string[]
  readonly lifetimeSeconds: number
}

export interface ProviderFixture {
  /** Equals `Provider.kind`. */
  readonly kind: string
  /** The pages that these answers were written after. */
  readonly sources: readonly string[]
  /** The day on which they were last held against those pages, `YYYY-MM-DD`. */
  readonly lastVerified: string
  /** Paths below the base URL. For `oidc` they are announced by discovery. */
  readonly paths: {
    readonly authorization: string
    readonly token: string
    readonly userinfo?: string
    readonly endSession?: string
    readonly revocation?: string
  }
  /** The subject of a person: shaped as the provider's (`number` makes it stable and different for each). */
  readonly subjectOf: (person: Person) => string
  /** Claims beyond the protocol's own for the ID token and the userinfo answer; absent for plain OAuth. */
  readonly claims?: (person: Person, subject: string) => Claims
  /** GET answers of the API by path below the base URL. `query` carries what the client asked for. */
  readonly api: Readonly<
    Record<string, (person: Person, subject: string, query: URLSearchParams) => FixtureAnswer>
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
}
