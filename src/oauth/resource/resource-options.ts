// What an API says of itself and of those whose tokens it accepts; checked once, when it is made. RFC 9068, RFC 7662, RFC 9728.
import type { Claims } from '../../contracts/claims.ts'
import type { LogEntry } from '../../contracts/log.ts'
import type { MarkStore } from '../../contracts/store.ts'

/** A server whose access tokens are accepted. */
export interface TrustedIssuer {
  /** Its issuer, to the letter, as `iss` of its tokens and its metadata have it. */
  readonly issuer: string
  /** What its tokens call this API (`aud`), one or several. Default: the API's own `audience`. */
  readonly audience?: string | readonly string[] | undefined
  /** Its metadata. Default: below the issuer, by OpenID Connect Discovery §4, else by RFC 8414 §3. */
  readonly metadataUrl?: string | undefined
  /** Its public keys. Default: `jwks_uri` of the metadata. */
  readonly jwksUrl?: string | undefined
  /** JWS algorithms that may sign its tokens. Default: every asymmetric one. */
  readonly algorithms?: readonly string[] | undefined
  /** The claim that lists the scopes: a text with blanks between, or a list. Default: `scope`, else `scp`. */
  readonly scopeClaim?: string | undefined
  /** Where this server reaches the issuer, if under another address, as between containers: `http://idp:8080`. */
  readonly backchannelUrl?: string | undefined
  /**
   * Accepts JWTs without the type `at+jwt`, for issuers that do not write it (RFC 9068 §2.1). An ID token of the same issuer
   * then looks alike but for its audience; what carries claims of ID tokens alone is still refused. Default: false.
   */
  readonly dangerouslyAcceptUntyped?: boolean | undefined
  /** How to ask it about tokens that are no JWTs. Default: it is not asked, and such tokens are refused. */
  readonly introspection?: IntrospectionOptions | undefined
}

/** RFC 7662: this API as a client of the issuer. */
export interface IntrospectionOptions {
  /** The client that asks the introspection endpoint. */
  readonly clientId: string
  /** Its secret, which authenticates it by HTTP Basic. */
  readonly clientSecret: string
  /** Default: `client_secret_basic`. */
  readonly clientAuthentication?: 'client_secret_basic' | 'client_secret_post' | undefined
  /** Default: `introspection_endpoint` of the metadata. */
  readonly endpoint?: string | undefined
  /**
   * For how many seconds an answer counts, which is how long an ended token lives on here; never beyond the token's own
   * expiry. 0 asks each time. Default: 30.
   */
  readonly cacheSeconds?: number | undefined
  /** Asks about JWTs of this issuer too, after they were verified: then they end when the issuer ends them. Default: false. */
  readonly always?: boolean | undefined
  /**
   * Accepts answers without `aud`, for issuers that never say for whom a token is, and answer `active` to its audience
   * alone. Default: false.
   */
  readonly dangerouslyAcceptWithoutAudience?: boolean | undefined
  /**
   * Whether a token is one of this issuer, by its look. Needed where several issuers are asked: a token is never shown to
   * another issuer than its own. Default: true.
   */
  readonly owns?: ((token: string) => boolean) | undefined
}

/** Tokens that are bound to a key (RFC 9449). They are always accepted, with their proof and never without. */
export interface DpopOptions {
  /** Refuses tokens that are not bound. Default: false. */
  readonly required?: boolean | undefined
  /** JWS algorithms that may sign proofs. Default: ES256, ES384, ES512, Ed25519, EdDSA, PS256 … RS512. */
  readonly algorithms?: readonly string[] | undefined
  /** How long ago a proof may have been made. Default: 60. */
  readonly lifetimeSeconds?: number | undefined
  /**
   * Where used proofs are remembered, so that none is accepted twice: the `marks` of a store, over all servers. Default: the
   * memory of this process.
   */
  readonly marks?: Pick<MarkStore, 'useOnce'> | undefined
  /**
   * Demands a nonce of this API's own in each proof (RFC 9449 §9), sealed with this secret of at least 32 bytes; several,
   * newest first. All servers of the API share it. Default: no nonce.
   */
  readonly nonceSecret?: string | readonly string[] | undefined
}

/** Options of `protectedResource`. */
export interface ProtectedResourceOptions {
  /**
   * The address of this API, which is its identifier (RFC 9728 §1.2): `https://api.example.com`, perhaps with a path. Proofs
   * (DPoP) are held against its origin, and its metadata is served below it. Default: `audience`, where that is such an address.
   */
  readonly resource?: string | undefined
  /** Whose tokens are accepted: one or several, by address or by description. */
  readonly issuer: string | TrustedIssuer | readonly (string | TrustedIssuer)[]
  /** What tokens call this API (`aud`), one or several. Default: `resource`. */
  readonly audience?: string | readonly string[] | undefined
  /** All scopes that routes may ask for, for the metadata. Default: not said. */
  readonly scopesSupported?: readonly string[] | undefined
  /** The API's name for people, for the metadata. Default: not said. */
  readonly name?: string | undefined
  /** A page for developers, for the metadata. Default: not said. */
  readonly documentation?: string | undefined
  /** How proofs of possession are checked (RFC 9449). Default: a bound token needs its proof, a token that is not bound needs none. */
  readonly dpop?: DpopOptions | undefined
  /** Accepted difference between clocks. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** One entry for each refusal, without secrets. Default: none. */
  readonly log?: ((entry: LogEntry) => void) | undefined
  /** For tests and special networks. Default: a keep-alive client on Node, the global `fetch` elsewhere. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** What one route asks of a token, beyond that it is valid. */
export interface BearerDemand {
  /** All of these scopes, one or several. Default: none. */
  readonly scopes?: string | readonly string[] | undefined
  /** One of these levels of authentication (RFC 9470). Default: any. */
  readonly acr?: string | readonly string[] | undefined
  /** How many seconds ago the person may have signed in (RFC 9470). Default: any time. */
  readonly maxAge?: number | undefined
}

/** An access token that was found valid, and what it says. */
export interface AccessToken {
  /** Who issued it: one of those that are configured. */
  readonly issuer: string
  /**
   * Whom it is about at that issuer: a person, or the client itself. With `issuer` it names one, byte for byte. Null where an
   * introspecting issuer names no person, as for machines (RFC 7662 §2.2); never for a JWT.
   */
  readonly subject: string | null
  /** The client that it was issued to; null where the issuer does not say. */
  readonly clientId: string | null
  readonly scopes: readonly string[]
  readonly audience: readonly string[]
  /** Milliseconds since 1970; null where an introspecting issuer does not say. */
  readonly expiresAt: number | null
  /** How strongly the person was authenticated; null where it is not said. */
  readonly acr: string | null
  /** Milliseconds since 1970; null where it is not said. */
  readonly authenticatedAt: number | null
  /** The thumbprint of the key that it is bound to, which this request has proved; null for one that is not bound. */
  readonly keyThumbprint: string | null
  /** All that the issuer says. Integers beyond 2^53 are the text of their digits. */
  readonly claims: Claims
}

/** What a check found: a token, or the answer to send instead. */
export type BearerCheck =
  | { readonly token: AccessToken; readonly refusal: null }
  | { readonly token: null; readonly refusal: Response }
