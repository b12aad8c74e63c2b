// The protocol for applications with sessions and users of their own: begin, finish, call the API. What it needs to
// remember it hands to the application. RFC 6749, OpenID Connect Core 1.0.
import type { Identity } from '../contracts/identity.ts'
import type { Claims, Provider } from '../contracts/provider.ts'
import { createOutboundFetch } from '../outbound/outbound.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
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
  /** As it is registered at the provider, to the letter. */
  readonly redirectUri: string
  /** Default: those of the provider: `google({ clientId, clientSecret })`. */
  readonly credentials?: ClientCredentials | undefined
  /** How long a login may take. Default: 600. */
  readonly attemptLifetimeSeconds?: number | undefined
  /** Accepted difference between our clock and the provider's. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** For tests and special networks. Time and size stay limited. */
  readonly fetch?: typeof fetch | undefined
  /**
   * For providers whose issuer a customer may enter: refuses every server that is not on the public Internet, by the very
   * address that is connected to (no loopback, private network or cloud metadata, also after DNS rebinding). Needs Node's
   * own network: with `fetch` or a proxy it throws `config_option_invalid`. Default: false.
   */
  readonly onlyPublicAddresses?: boolean | undefined
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Receives each step of `begin`, `finish` and `identify` as it happens, in the order of time: what was sent, what came, how long it took,
   * and each check of the ID token. Values are masked, so that a step can be logged or shown. What it throws is ignored. Default: none.
   */
  readonly onStep?: ((step: LoginStep) => void) | undefined
}

/** Every method rejects with a LatchkeyError; `provider_unavailable` when the provider does not answer. */
export interface OAuthClient {
  readonly provider: Provider
  /** Send the browser to `url`, and keep `attempt` in its session. */
  begin(options?: BeginOptions): Promise<{ readonly url: URL; readonly attempt: Attempt }>
  /**
   * The tokens, for the query of the callback (its URL, or the path and query of it) and the attempt that this browser's
   * session held: take it out first, since it must not be used twice. Checks state, `iss` and PKCE, and verifies the ID
   * token fully.
   *
   * @throws LatchkeyError `attempt_missing`, `attempt_expired`, `attempt_wrong_provider`, `provider_denied`,
   * `provider_issuer_mismatch`, `provider_id_token_invalid` and the others of `docs/errors.md`.
   */
  finish(callback: URL | URLSearchParams | string, attempt: Attempt | null | undefined): Promise<TokenSet>
  /** Who signed in. Key your users by `issuer` and `subject`. @throws LatchkeyError `provider_userinfo_invalid`. */
  identify(tokens: TokenSet): Promise<Identity>
  /** The same, as the provider words it. */
  fetchClaims(tokens: TokenSet): Promise<Claims>
  /**
   * Calls the provider's API with a valid access token: `fetch(keeper, 'userinfo')`. A relative URL resolves against the
   * provider's `apiBaseUrl`. Refreshes once for all callers of this process, before the token's end and after a 401.
   *
   * @throws LatchkeyError `token_origin_refused` before any token is read, `token_absent`, `token_revoked`.
   */
  fetch(keeper: TokenKeeper, url: string | URL, init?: RequestInit): Promise<Response>
  /** Ends the grant at the provider (RFC 7009). False where it has no such endpoint. */
  revoke(tokens: TokenSet): Promise<boolean>
  /** Where to send the browser to sign out at the provider too; null where it has no such page. */
  endSessionUrl(request: EndSessionRequest): Promise<URL | null>
}

/**
 * A client of one provider. Connects nothing yet.
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
    isDevelopment: URL.canParse(redirectUri) && isLoopbackHostname(new URL(redirectUri).hostname),
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
      // Before any token is read: an address that came from a request must not choose who sees it.
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
  // The base is of no interest: only the query is read.
  return new URL(callback, 'http://localhost').searchParams
}
