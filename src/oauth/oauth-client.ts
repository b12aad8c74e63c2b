// The protocol for applications with their own sessions and users: begin, finish, call the API. Whatever must be remembered is
// returned to the application. RFC 6749, OpenID Connect Core 1.0.
import type { Identity } from '../contracts/identity.ts'
import type { Claims, Provider } from '../contracts/provider.ts'
import { createOutboundFetch } from '../outbound/outbound.ts'
import { isOnLoopback } from '../web/loopback.ts'
import { type Attempt, type BeginOptions, checkAttempt, createAttempt } from './login/attempt.ts'
import { identityOf } from './login/identity-of.ts'
import { identityStep } from './login/tell-identity.ts'
import { createLoginSteps, type LoginStep } from './login/tell-steps.ts'
import type { EndSessionRequest } from './logout/end-session.ts'
import { type ClientCredentials, createProviderClient, type TokenSet } from './server/provider-client.ts'
import { apiAddress, callApi } from './tokens/call-api.ts'
import { createFreshener, type TokenKeeper } from './tokens/keep-fresh.ts'

export type { Attempt, BeginOptions, LoginStep, TokenKeeper }

/** Options of `oauthClient()`. */
export interface OAuthClientOptions {
  /** The provider, with its credentials. */
  readonly provider: Provider
  /** Exactly as registered at the provider. */
  readonly redirectUri: string
  /** Default: those of the provider, as in `google({ clientId, clientSecret })`. */
  readonly credentials?: ClientCredentials | undefined
  /** How long a login may take, in seconds. Default: 600. */
  readonly attemptLifetimeSeconds?: number | undefined
  /** The accepted difference between our clock and the provider's, in seconds. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** For tests and special networks. The limits on time and size still apply. */
  readonly fetch?: typeof fetch | undefined
  /**
   * For providers whose issuer a customer may enter: refuses every server that is not on the public Internet, by the address that is
   * actually connected to (no loopback, private network or cloud metadata, not even after DNS rebinding). Requires Node's own
   * network: with `fetch` or a proxy it throws `config_option_invalid`. Default: false.
   */
  readonly onlyPublicAddresses?: boolean | undefined
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Receives each step of `begin`, `finish` and `identify` as it happens, in chronological order: what was sent, what was received, how
   * long it took, and each check of the ID token. Values are masked, so a step can be logged or shown. Exceptions that it throws are ignored.
   * Default: none.
   */
  readonly onStep?: ((step: LoginStep) => void) | undefined
}

/** Every method rejects with a LatchkeyError; with `provider_unavailable` if the provider does not answer. */
export interface OAuthClient {
  readonly provider: Provider
  /** Starts a login. Send the browser to `url`, and keep `attempt` in its session. */
  begin(options?: BeginOptions): Promise<{ readonly url: URL; readonly attempt: Attempt }>
  /**
   * Returns the tokens, given the query of the callback (its URL, or its path and query) and the attempt from this browser's session:
   * remove the attempt from the session first, since it must not be used twice. Checks state, `iss` and PKCE, and verifies the ID token
   * completely.
   *
   * @throws LatchkeyError `attempt_missing`, `attempt_expired`, `attempt_wrong_provider`, `provider_denied`,
   * `provider_issuer_mismatch`, `provider_id_token_invalid` and the others of `docs/errors.md`.
   */
  finish(callback: URL | URLSearchParams | string, attempt: Attempt | null | undefined): Promise<TokenSet>
  /** Returns who signed in. Key your users by `issuer` and `subject`. @throws LatchkeyError `provider_userinfo_invalid`. */
  identify(tokens: TokenSet): Promise<Identity>
  /** Returns the same information as the provider's own claims. */
  fetchClaims(tokens: TokenSet): Promise<Claims>
  /**
   * Calls the provider's API with a valid access token: `fetch(keeper, 'userinfo')`. A relative URL is resolved against the
   * provider's `apiBaseUrl`. Refreshes the token before it expires and after a 401, once for all callers in this process.
   *
   * @throws LatchkeyError `token_origin_refused` before any token is read, `token_absent`, `token_revoked`.
   */
  fetch(keeper: TokenKeeper, url: string | URL, init?: RequestInit): Promise<Response>
  /** Revokes the grant at the provider (RFC 7009). Returns false if the provider has no such endpoint. */
  revoke(tokens: TokenSet): Promise<boolean>
  /** Returns the address for the browser to sign out at the provider as well; null if the provider has no such page. */
  endSessionUrl(request: EndSessionRequest): Promise<URL | null>
}

/**
 * Creates a client of one provider. It makes no request yet.
 *
 * @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`, `config_option_invalid`.
 *
 * @example
 * ```ts
 * import { oauthClient } from 'latchkey/oauth'
 * import { google } from 'latchkey/providers/google'
 *
 * const client = oauthClient({ provider: google(), redirectUri: 'http://localhost:3000/callback' })
 * ```
 */
export function oauthClient(options: OAuthClientOptions): OAuthClient {
  const { provider, redirectUri, attemptLifetimeSeconds = 600, now = Date.now } = options
  const fetch = createOutboundFetch({
    fetch: options.fetch,
    onlyPublicAddresses: options.onlyPublicAddresses,
  })
  const protocol = createProviderClient(provider, options.credentials ?? credentialsOf(provider), {
    fetch,
    now,
    clockToleranceSeconds: options.clockToleranceSeconds ?? 60,
    isDevelopment: isOnLoopback(redirectUri),
  })
  const freshener = createFreshener({ refresh: protocol.refresh, now })
  const steps = createLoginSteps({ client: protocol, onStep: options.onStep, now, attemptLifetimeSeconds })

  return Object.freeze<OAuthClient>({
    provider,
    async begin(wish = {}) {
      const expiresAt = now() + attemptLifetimeSeconds * 1000
      const attempt = createAttempt(provider, { ...wish, redirectUri, expiresAt })
      const url = await steps.during(await steps.ofAttempt(attempt), async (client, trace) => {
        const address = await client.authorizationUrl({ ...wish, ...attempt })
        trace?.add({
          place: 'begin',
          sentence: 'The browser is sent to the provider.',
          request: { method: 'GET', url: address.href },
        })
        return address
      })
      return { url, attempt }
    },
    async finish(callback, attempt) {
      const login = await steps.ofAttempt(attempt)
      const tokens = await steps.during(login, async (client, trace) => {
        checkAttempt(attempt, { provider, now })
        const parameters = parametersOf(callback)
        trace?.add({
          place: 'callback',
          sentence: 'The browser came back with the provider’s answer.',
          answer: { fields: parameters },
        })
        return client.exchangeCode(parameters, attempt)
      })
      steps.remember(tokens, login)
      return tokens
    },
    identify: (tokens) =>
      steps.during(steps.ofTokens(tokens), async (client, trace) => {
        const identity = identityOf(provider, tokens, await client.fetchClaims(tokens))
        trace?.add(identityStep(identity))
        return identity
      }),
    fetchClaims: protocol.fetchClaims,
    async fetch(keeper, url, init = {}) {
      // Checked before any token is read: an address from a request must not decide where a token is sent.
      const address = apiAddress(provider, url)
      const find = (refused: TokenSet | null) => freshener.find(keeper, refused)
      return callApi({ provider, fetch, address, init, find })
    },
    revoke: ({ refreshToken, accessToken, idTokenClaims }) => {
      const subject = typeof idTokenClaims?.sub === 'string' ? idTokenClaims.sub : null
      return refreshToken === null
        ? protocol.revoke(accessToken, 'access_token', subject)
        : protocol.revoke(refreshToken, 'refresh_token', subject)
    },
    endSessionUrl: protocol.endSessionUrl,
  })
}

function credentialsOf({ clientId = '', clientSecret, clientKey }: Provider): ClientCredentials {
  return { clientId, clientSecret: clientSecret ?? null, clientKey }
}

function parametersOf(callback: URL | URLSearchParams | string): URLSearchParams {
  if (callback instanceof URLSearchParams) return callback
  // The base is arbitrary: only the query is read.
  return new URL(callback, 'http://localhost').searchParams
}
