// What a test can change in a programmable identity provider, and what it can inspect afterwards.

import type { KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TestProvider } from './provider.ts'

/** The claims of a person who can sign in. */
export interface TestPerson {
  readonly sub: string
  readonly [claim: string]: unknown
}

/** An endpoint's answer. `stream` may do anything with the socket, or nothing. */
export interface RawAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array
  readonly delayMilliseconds?: number
  readonly stream?: (response: ServerResponse) => void
}

export type Endpoint =
  | 'discovery'
  | 'jwks'
  | 'authorize'
  | 'token'
  | 'userinfo'
  | 'emails'
  | 'end-session'
  | 'revoke'
  | 'par'
  | 'other'

export interface LoggedRequest {
  readonly endpoint: Endpoint
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly at: number
}

/** What a code was issued for. */
export interface Grant {
  readonly code: string
  readonly request: URLSearchParams
  readonly person: TestPerson
  used: boolean
}

export interface TokenContext {
  readonly grant: Grant | null
  readonly request: LoggedRequest
  readonly provider: TestProvider
}

/** An ID token before it is signed. `raw` replaces the whole token. */
export interface IdTokenDraft {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  key: KeyObject | Uint8Array
  alg?: string
  payload?: string | Uint8Array
  raw?: string
}

/** Hooks that change the provider. If a hook returns `undefined`, the provider answers honestly. */
export interface Behaviour {
  metadata?: (metadata: Record<string, unknown>) => void
  discovery?: (request: LoggedRequest) => RawAnswer | undefined
  jwks?: (request: LoggedRequest) => RawAnswer | undefined
  /** Edits the parameters of the authorization answer. */
  authorizationAnswer?: (answer: URLSearchParams, request: URLSearchParams) => void
  authorize?: (request: LoggedRequest) => RawAnswer | undefined
  token?: (context: TokenContext) => RawAnswer | undefined
  /** Delays the token endpoint's answer, which is decided at once. */
  tokenDelayMilliseconds?: number
  tokenBody?: (body: Record<string, unknown>, context: TokenContext) => void
  idToken?: (draft: IdTokenDraft, context: TokenContext) => void
  userinfo?: (request: LoggedRequest) => RawAnswer | undefined
  emails?: (request: LoggedRequest) => RawAnswer | undefined
  revoke?: (request: LoggedRequest) => RawAnswer | undefined
  /** `false`: the provider does not check the verifier. */
  checksPkce?: boolean
}

export interface TestProviderOptions {
  readonly shape?: 'oidc' | 'github'
  /** Default: a free port. */
  readonly port?: number
  readonly alg?: string
  readonly clientId?: string
  readonly clientSecret?: string | null
  /** Announced in the metadata; `undefined` leaves the member out. */
  readonly authenticationMethods?: readonly string[] | undefined
  readonly responseMode?: 'query' | 'form_post'
  /** RFC 9207: announced and sent. Default true. */
  readonly sendsIssuer?: boolean
  readonly endSession?: boolean
  readonly revocation?: boolean
  /** RFC 9126: announced, and required. */
  readonly requiresPushedRequests?: boolean
  readonly behaviour?: Behaviour
  /** Appended to the origin to make the issuer, such as `/tenant`. */
  readonly issuerPath?: string
  /** Paths of the endpoints, random by default so that only discovery finds them. */
  readonly prefix?: string
}

export interface Paths {
  readonly authorize: string
  readonly token: string
  readonly jwks: string
  readonly userinfo: string
  readonly emails: string
  readonly endSession: string
  readonly revoke: string
  readonly par: string
}
