// Checks that a callback answers our request and comes from the provider that was asked. This is decided before anything is sent: a
// code that is redeemed at the wrong server is disclosed to it. RFC 6749 §4.1.2 and §10.12, RFC 9207 §2.4, RFC 9700 §4.4.
// docs/security-cases.md B3, B7, B8, B9, B10.
import type { AuthorizationServer } from 'oauth4webapi'
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Conversation, ProviderConnection } from '../server/connection.ts'
import { both } from '../server/expected-and-found.ts'
import { oauthRefusal } from '../server/oauth-refusal.ts'
import { translateError } from '../server/translate-error.ts'
import { suspectPkce } from './suspect-pkce.ts'

/** The values of the attempt. */
export interface ExpectedCallback {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** OpenID Connect: the ID token must have `auth_time`, at most this many seconds ago. */
  readonly maxAgeSeconds?: number | undefined
  /** OpenID Connect: `acr` must be one of these. */
  readonly acrValues?: readonly string[] | undefined
}

/** Longer than any provider's code; longer values would only fill logs and requests. */
const maxCodeLength = 8192

/** Returns the parameters for the token request. Throws before anything is sent. */
export function checkCallback(
  { provider }: ProviderConnection,
  { oauth, server, client }: Conversation,
  {
    parameters: raw,
    expectedState,
  }: { readonly parameters: URLSearchParams; readonly expectedState: string },
): URLSearchParams {
  const parameters = provider.deviations.normalizeCallback?.(raw) ?? raw
  checkForm(parameters)
  // RFC 6749 §10.12: an answer without our state does not belong to this attempt.
  if (expectedState === '' || parameters.get('state') !== expectedState) {
    throw new LatchkeyError('attempt_missing', {
      detail: 'The state of the callback is not the attempt’s.',
      facts: { at: 'callback', check: 'state' },
    })
  }
  checkIssuer(parameters.get('iss'), provider, server)
  const error = parameters.get('error')
  if (error !== null) throw suspectPkce(callbackRefusal(parameters), provider, 'code_challenge')
  checkCode(parameters.get('code'))
  try {
    // The library checks it again. Tenants of one provider may have their own issuers, which were compared above.
    const issuer = parameters.get('iss') ?? server.issuer
    return oauth.validateAuthResponse({ ...server, issuer }, client, parameters, expectedState)
  } catch (cause) {
    throw translateError(cause, { what: 'callback', at: 'callback', otherwise: 'request_malformed' })
  }
}

/** Translates the error of a callback into one of our errors (RFC 6749 §4.1.2.1). */
export function callbackRefusal(parameters: URLSearchParams): LatchkeyError {
  return oauthRefusal({
    from: 'callback',
    error: parameters.get('error'),
    description: parameters.get('error_description'),
    known: [parameters.get('state'), parameters.get('code')],
  })
}

function checkForm(parameters: URLSearchParams): void {
  for (const name of ['state', 'code', 'iss', 'error', 'response', 'id_token', 'access_token']) {
    // RFC 6749 §3.1: with two values it would be unclear which one was checked.
    if (parameters.getAll(name).length > 1) {
      throw new LatchkeyError('request_malformed', {
        detail: `The parameter ${name} is repeated.`,
        facts: { at: 'callback', check: name },
      })
    }
  }
  for (const name of ['response', 'id_token', 'access_token', 'token']) {
    // JARM, implicit and hybrid answers were not requested, so their content would not be checked.
    if (parameters.has(name)) {
      throw new LatchkeyError('request_malformed', {
        detail: `The parameter ${name} was not asked for.`,
        facts: { at: 'callback', check: name },
      })
    }
  }
}

function checkIssuer(iss: string | null, provider: Provider, server: AuthorizationServer): void {
  const isAnnounced = server.authorization_response_iss_parameter_supported === true
  // RFC 9207 §2.4: compared byte for byte whenever it is sent, on errors too; another server's answer must not be redeemed here.
  const isOurs = iss === null ? !isAnnounced : isIssuerOf(provider, iss)
  if (isOurs) return
  throw new LatchkeyError('provider_issuer_mismatch', {
    detail:
      iss === null
        ? 'The provider announces the parameter iss (authorization_response_iss_parameter_supported), and the callback has none.'
        : `The parameter iss of the callback is another one.${both(provider.issuer, iss)}`,
    facts: { at: 'callback', check: 'iss', ...(iss === null && { isMissing: true }) },
  })
}

/** If each tenant has its own issuer, only the ID token names it; until then the issuer must at least be on the same server. */
function isIssuerOf({ issuer, deviations }: Provider, iss: string): boolean {
  if (iss === issuer) return true
  return deviations.issuerFor !== undefined && URL.parse(iss)?.origin === new URL(issuer).origin
}

function checkCode(code: string | null): void {
  // RFC 6749 Appendix A.11: printable ASCII.
  if (code !== null && code.length <= maxCodeLength && /^[\x20-\x7e]+$/.test(code)) return
  throw new LatchkeyError('request_malformed', {
    detail: `The parameter code is ${code === null ? 'missing' : 'not a code'}.`,
    facts: { at: 'callback', check: 'code', ...(code === null && { isMissing: true }) },
  })
}
