// The options of an API and of the issuers whose tokens it accepts; checked once, when it is created. RFC 9068, RFC 7662, RFC 9728.
import type { Claims } from '../../contracts/claims.ts'
import type { LogEntry } from '../../contracts/log.ts'
import type { MarkStore } from '../../contracts/store.ts'

/** A server whose access tokens are accepted. */
export interface TrustedIssuer {
  /** Its issuer identifier, exactly as in `iss` of its tokens and in its metadata. */
  readonly issuer: string
  /** The audience (`aud`) in its tokens for this API, one or several. Default: the API's own `audience`. */
  readonly audience?: string | readonly string[] | undefined
  /** The address of its metadata. Default: below the issuer, by OpenID Connect Discovery §4, otherwise by RFC 8414 §3. */
  readonly metadataUrl?: string | undefined
  /** The address of its public keys. Default: `jwks_uri` of the metadata. */
  readonly jwksUrl?: string | undefined
  /** JWS algorithms that may be used to sign its tokens. Default: all asymmetric ones. */
  readonly algorithms?: readonly string[] | undefined
  /** The claim that lists the scopes: a text with blanks between them, or a list. Default: `scope`, otherwise `scp`. */
  readonly scopeClaim?: string | undefined
  /** The address at which this server reaches the issuer, if it differs, as between containers: `http://idp:8080`. */
  readonly backchannelUrl?: string | undefined
  /**
   * Accepts JWTs without the type `at+jwt`, for issuers that do not set it (RFC 9068 §2.1). An ID token of the same issuer then
   * differs only in its audience; tokens with claims that only ID tokens have are still refused. Default: false.
   */
  readonly dangerouslyAcceptUntyped?: boolean | undefined
  /** How to ask the issuer about tokens that are not JWTs. Default: it is not asked, and such tokens are refused. */
  readonly introspection?: IntrospectionOptions | undefined
}

/** RFC 7662: introspection, with this API as a client of the issuer. */
export interface IntrospectionOptions {
  /** The client that asks the introspection endpoint. */
  readonly clientId: string
  /** The client's secret, which authenticates it. */
  readonly clientSecret: string
  /** How the secret is sent. Default: `client_secret_basic`. */
  readonly clientAuthentication?: 'client_secret_basic' | 'client_secret_post' | undefined
  /** Default: `introspection_endpoint` of the metadata. */
  readonly endpoint?: string | undefined
  /**
   * How long an answer is cached, in seconds, which is how long a revoked token may still be accepted; never beyond the token's own
   * expiry. 0 asks for each request. Default: 30.
   */
  readonly cacheSeconds?: number | undefined
  /** Also asks about JWTs of this issuer, after they were verified: then a revoked JWT is refused. Default: false. */
  readonly always?: boolean | undefined
  /**
   * Accepts answers without `aud`, for issuers that never name the audience of a token, and answer `active` only to that
   * audience. Default: false.
   */
  readonly dangerouslyAcceptWithoutAudience?: boolean | undefined
  /**
   * Whether a token belongs to this issuer, by its form. Required if several issuers are asked: a token is never sent to an issuer
   * other than its own. Default: true for every token.
   */
  readonly owns?: ((token: string) => boolean) | undefined
}

/** Tokens that are bound to a key (RFC 9449). They are always accepted with their proof, and never without it. */
export interface DpopOptions {
  /** Refuses tokens that are not bound. Default: false. */
  readonly required?: boolean | undefined
  /** JWS algorithms that may be used to sign proofs. Default: ES256, ES384, ES512, Ed25519, EdDSA, PS256 … RS512. */
  readonly algorithms?: readonly string[] | undefined
  /** The greatest age of a proof, in seconds. Default: 60. */
  readonly lifetimeSeconds?: number | undefined
  /**
   * Where used proofs are remembered, so that none is accepted twice: the `marks` of a store, for all servers. Default: the
   * memory of this process.
   */
  readonly marks?: Pick<MarkStore, 'useOnce'> | undefined
  /**
   * Requires a nonce from this API in each proof (RFC 9449 §9), sealed with this secret of at least 32 bytes; or with several
   * secrets, newest first. All servers of the API share it. Default: no nonce.
   */
  readonly nonceSecret?: string | readonly string[] | undefined
}

/** Options of `protectedResource`. */
export interface ProtectedResourceOptions {
  /**
   * The address of this API, which is its identifier (RFC 9728 §1.2): `https://api.example.com`, optionally with a path. DPoP proofs
   * are checked against its origin, and its metadata is served below it. Default: `audience`, if that is such an address.
   */
  readonly resource?: string | undefined
  /** The issuers whose tokens are accepted: one or several, each as an address or a description. */
  readonly issuer: string | TrustedIssuer | readonly (string | TrustedIssuer)[]
  /** The audience (`aud`) in tokens for this API, one or several. Default: `resource`. */
  readonly audience?: string | readonly string[] | undefined
  /** All scopes that routes may require, for the metadata. Default: left out. */
  readonly scopesSupported?: readonly string[] | undefined
  /** The API's name for people, for the metadata. Default: left out. */
  readonly name?: string | undefined
  /** A page for developers, for the metadata. Default: left out. */
  readonly documentation?: string | undefined
  /** How proofs of possession are checked (RFC 9449). Default: bound tokens need a proof, other tokens do not. */
  readonly dpop?: DpopOptions | undefined
  /** The accepted difference between clocks, in seconds. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** Receives one entry for each refusal, without secrets. Default: none. */
  readonly log?: ((entry: LogEntry) => void) | undefined
  /** For tests and special networks. Default: a keep-alive client on Node, the global `fetch` on other runtimes. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** What one route requires of a token, in addition to its validity. */
export interface BearerDemand {
  /** Required scopes, one or several; the token must have all of them. Default: none. */
  readonly scopes?: string | readonly string[] | undefined
  /** Accepted authentication levels, one or several (RFC 9470). Default: any. */
  readonly acr?: string | readonly string[] | undefined
  /** The greatest age of the person's sign-in, in seconds (RFC 9470). Default: any. */
  readonly maxAge?: number | undefined
}

/** A valid access token and its contents. */
export interface AccessToken {
  /** The issuer: one of the configured ones. */
  readonly issuer: string
  /**
   * The subject at that issuer: a person, or the client itself. Together with `issuer` it identifies one, byte for byte. Null if an
   * introspecting issuer names no person, as for machines (RFC 7662 §2.2); never null for a JWT.
   */
  readonly subject: string | null
  /** The client that the token was issued to; null if the issuer does not name it. */
  readonly clientId: string | null
  /** The scopes that were granted to the client; empty if the issuer names none. */
  readonly scopes: readonly string[]
  /** The audiences of the token (`aud`). One of them is this API, unless tokens without any are accepted. */
  readonly audience: readonly string[]
  /** Milliseconds since 1970; null if an introspecting issuer does not return it. */
  readonly expiresAt: number | null
  /** The authentication level of the person; null if unknown. */
  readonly acr: string | null
  /** When the person signed in, in milliseconds since 1970; null if unknown. */
  readonly authenticatedAt: number | null
  /** The thumbprint of the key that the token is bound to, which this request has proved; null if it is not bound. */
  readonly keyThumbprint: string | null
  /** All claims of the issuer. Integers beyond 2^53 are the text of their digits. */
  readonly claims: Claims
}

/** The result of a check: a token, or the answer to send instead. */
export type BearerCheck =
  | { readonly token: AccessToken; readonly refusal: null }
  | { readonly token: null; readonly refusal: Response }
