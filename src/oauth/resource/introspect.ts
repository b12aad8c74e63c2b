// Asks the issuer about a token (RFC 7662), once for concurrent callers, and caches the answer for the configured time, but never
// beyond the token's own expiry. Nothing is guessed: while an issuer is down, the API refuses tokens that it must ask about.
import type { Client } from 'oauth4webapi'
import { platform } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { readJsonObject } from '../../outbound/json.ts'
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'
import { LimitedMap } from '../../web/limited-map.ts'
import { clientSecretBasic } from '../server/client-authentication.ts'
import { both } from '../server/expected-and-found.ts'
import { loadOauth } from '../server/libraries.ts'
import { translating } from '../server/translate-error.ts'
import type { IssuerLookup } from './issuer-lookup.ts'
import type { TokenClaims } from './read-token-claims.ts'

/** Resolves to the claims; null for a token that is not active. @throws LatchkeyError `provider_*`. */
export type Introspect = (token: string) => Promise<TokenClaims | null>

interface Answer {
  readonly claims: TokenClaims | null
  readonly at: Moment
}

/** Inactive tokens have a separate cache: made-up tokens must not displace those that are in use. */
const mostAnswers = 10_000
/** A new token may not have reached the server that was asked, so inactive answers are kept only briefly. */
const inactiveSeconds = 5

export function createIntrospection(issuer: IssuerLookup, now: () => number): Introspect {
  const { introspection } = issuer.settings
  const active = new LimitedMap<string, Answer>(mostAnswers)
  const inactive = new LimitedMap<string, Answer>(mostAnswers)
  const running = new Map<string, Promise<TokenClaims | null>>()
  const cacheSeconds = introspection?.cacheSeconds ?? 0
  const isFresh = ({ at, claims }: Answer): boolean => {
    const seconds = claims ? cacheSeconds : Math.min(cacheSeconds, inactiveSeconds)
    return millisecondsSince(at, now) < seconds * 1000 && !isPast(claims?.checked.exp, now)
  }

  const load = async (key: string, token: string): Promise<TokenClaims | null> => {
    // The time of the request: the token may have been revoked while the answer was on its way.
    const at = momentAt(now)
    const claims = await ask(issuer, token)
    active.delete(key)
    ;(claims ? active : inactive).set(key, { claims, at })
    return claims
  }
  return async (token) => {
    // Only the token's hash is kept.
    const key = await platform.sha256(token)
    const known = active.get(key) ?? inactive.get(key)
    if (known && isFresh(known)) return known.claims
    const others = running.get(key)
    if (others) return others
    const mine = load(key, token).finally(() => running.delete(key))
    running.set(key, mine)
    return mine
  }
}

function isPast(exp: unknown, now: () => number): boolean {
  return typeof exp === 'number' && exp * 1000 <= now()
}

function ask(issuer: IssuerLookup, token: string): Promise<TokenClaims | null> {
  const { settings, fetch } = issuer
  const what = `introspection endpoint of ${settings.issuer}`
  return translating({ what, at: 'introspection', otherwise: 'provider_answer_invalid' }, async () => {
    const { introspection } = settings
    const metadata = await issuer.metadata()
    if (!introspection || metadata.introspection_endpoint === undefined)
      throw new TypeError('the metadata names none that can be used')
    const { clientId, clientSecret, clientAuthentication } = introspection
    const oauth = await loadOauth()
    const client: Client = { client_id: clientId }
    const authentication =
      clientAuthentication === 'client_secret_post'
        ? oauth.ClientSecretPost(clientSecret)
        : clientSecretBasic(clientSecret)
    const response = await oauth.introspectionRequest(metadata, client, authentication, token, {
      [oauth.customFetch]: (url: string, { method, headers, redirect, body }) =>
        fetch(url, { method, headers, redirect, body }),
      [oauth.allowInsecureRequests]: isPlainHttp(metadata.introspection_endpoint, settings.backchannelUrl),
      additionalParameters: { token_type_hint: 'access_token' },
    })
    if (response.status === 401 || response.status === 403) {
      throw new LatchkeyError('provider_credentials_refused', {
        detail: `The ${what} refused this API's own credentials with status ${response.status}.`,
      })
    }
    if (response.status !== 200) throw new TypeError(`answered with status ${response.status}`)
    return readAnswer(readJsonObject(await response.text()), settings.issuer)
  })
}

/** Plain HTTP is allowed only if the options themselves name it. */
function isPlainHttp(endpoint: string, backchannelUrl: string | undefined): boolean {
  return endpoint.startsWith('http:') || backchannelUrl?.startsWith('http:') === true
}

function readAnswer({ checked, exact }: TokenClaims, issuer: string): TokenClaims | null {
  const { active, iss } = checked
  // RFC 7662 §2.2: it must be a boolean. The text "true" is refused.
  if (typeof active !== 'boolean') throw new TypeError(`active is no boolean.${both(undefined, active)}`)
  if (!active) return null
  // Against mix-up: an issuer may only speak for its own tokens.
  if (iss !== undefined && iss !== issuer) {
    throw new LatchkeyError('bearer_token_invalid', {
      detail: `The access token is refused: the answer about it names another issuer.${both(issuer, iss)}`,
    })
  }
  return { checked, exact }
}
