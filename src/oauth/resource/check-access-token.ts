// The steps of a request at an API: find the token and its issuer, check that it is valid and for this API, that the sender
// holds its key, and that it suffices for the route. RFC 6750, RFC 9068 §4, RFC 7662, RFC 9449 §7, RFC 9470.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import { LatchkeyError } from '../../errors.ts'
import { LimitedMap } from '../../web/limited-map.ts'
import { translating } from '../server/translate-error.ts'
import type { DpopNonces } from './dpop-nonces.ts'
import { verifyDpopProof } from './dpop-proof.ts'
import { findAccessToken, type ResourceRequest, type ShownToken } from './find-access-token.ts'
import { createIntrospection, type Introspect } from './introspect.ts'
import { createIssuerLookup, type IssuerLookup } from './issuer-lookup.ts'
import type { CheckedDemand, ResourceSettings } from './read-resource-options.ts'
import { type ClaimsCheck, readTokenClaims, type TokenClaims } from './read-token-claims.ts'
import type { AccessToken } from './resource-options.ts'
import { isJwt, issuerNamedBy, verifyAccessToken } from './verify-access-token.ts'

/** @throws LatchkeyError `bearer_*`, `dpop_*`; `provider_*` if the issuer cannot be reached. */
export type CheckAccessToken = (request: ResourceRequest, demand: CheckedDemand) => Promise<AccessToken>

export interface CheckParts {
  readonly settings: ResourceSettings
  /** With limits on time and size; follows no redirect. */
  readonly fetch: typeof globalThis.fetch
  readonly nonces: DpopNonces | null
}

interface KnownIssuer extends IssuerLookup {
  readonly introspect: Introspect | null
}

/** The number of used proofs that are remembered without a store: about 20 MB. */
const mostProofs = 100_000

export function createAccessTokenCheck({ settings, fetch, nonces }: CheckParts): CheckAccessToken {
  const { now, dpop } = settings
  const issuers = new Map<string, KnownIssuer>()
  for (const [id, issuerSettings] of settings.issuers) {
    const lookup = createIssuerLookup(issuerSettings, { fetch, now })
    const introspect = issuerSettings.introspection ? createIntrospection(lookup, now) : null
    issuers.set(id, { ...lookup, introspect })
  }
  const useOnce = dpop.marks
    ? (mark: string, expiresAt: number) => dpop.marks?.useOnce(mark, expiresAt) ?? false
    : useOnceInProcess(now)

  return async (request, demand) => {
    const shown = findAccessToken(request)
    if (!shown) throw new LatchkeyError('bearer_token_missing')
    const token = await translating(
      { what: 'access token', at: 'access-token', otherwise: 'bearer_token_invalid' },
      () => (isJwt(shown.token) ? readJwt(shown.token) : readOpaque(shown.token)),
    )
    await checkKey(request, shown, token)
    checkDemand(token, demand, settings)
    return token
  }

  async function readJwt(text: string): Promise<AccessToken> {
    const { jwt, issuer } = issuerNamedBy(text, issuers)
    const token = claimsOf(await verifyAccessToken(jwt, issuer), issuer, {
      exp: false,
      sub: false,
      aud: false,
    })
    const introspect = issuer.settings.introspection?.always ? issuers.get(token.issuer)?.introspect : null
    // The signature proves that the token was valid when it was issued; only the issuer knows whether it still is.
    if (introspect && !(await introspect(text))) throw new TypeError('its issuer says that it is not active')
    return token
  }

  async function readOpaque(text: string): Promise<AccessToken> {
    const candidates = [...issuers.values()].filter(
      ({ introspect, settings: { introspection } }) => introspect && (introspection?.owns?.(text) ?? true),
    )
    const [issuer] = candidates
    // If two issuers claim it, neither is asked: the wrong one would learn a token of the other.
    if (!issuer?.introspect || candidates.length > 1)
      throw new TypeError(
        candidates.length > 1 ? 'several issuers claim it' : 'it is no JWT, and no issuer is asked about it',
      )
    const claims = await issuer.introspect(text)
    if (!claims) throw new TypeError('its issuer says that it is not active')
    const aud = issuer.settings.introspection?.dangerouslyAcceptWithoutAudience ?? false
    const token = claimsOf(claims, issuer, { exp: true, sub: true, aud })
    // RFC 9449 §6.2: if an issuer says DPoP without naming a key, the token would become a bearer token.
    if (token.keyThumbprint === null && /^dpop$/i.test(String(claims.checked.token_type)))
      throw new TypeError('its issuer says DPoP and names no key')
    return token
  }

  function claimsOf(
    claims: TokenClaims,
    { settings: issuer }: IssuerLookup,
    mayLack: ClaimsCheck['mayLack'],
  ): AccessToken {
    const { clockToleranceSeconds } = settings
    return readTokenClaims(claims, { issuer, now: now(), clockToleranceSeconds, mayLack })
  }

  async function checkKey(request: ResourceRequest, shown: ShownToken, token: AccessToken): Promise<void> {
    const { keyThumbprint: thumbprint } = token
    // RFC 9449 §7.2: a bound token without its proof may be stolen.
    if (thumbprint !== null && shown.scheme === 'bearer')
      throw invalid('it is bound to a key, and shown as a bearer token without the proof')
    if (thumbprint === null && shown.scheme === 'dpop')
      throw invalid('it is not bound to a key, and shown with DPoP')
    if (thumbprint === null && dpop.required) throw invalid('it is not bound to a key, as this API demands')
    if (thumbprint === null) return
    if (settings.resource === null)
      throw invalid('it is bound to a key, and this API has no address (resource) to hold its proof against')
    await verifyDpopProof(request.headers.get('dpop'), {
      method: request.method,
      url: settings.resource.origin + request.target,
      now: now(),
      lifetimeSeconds: dpop.lifetimeSeconds,
      clockToleranceSeconds: settings.clockToleranceSeconds,
      algorithms: dpop.algorithms,
      accessToken: shown.token,
      thumbprint,
      useOnce,
      isNonceKnown: nonces ? nonces.isKnown : null,
    })
  }
}

function checkDemand(
  token: AccessToken,
  { scopes, acrValues, maxAgeSeconds }: CheckedDemand,
  { now, clockToleranceSeconds }: ResourceSettings,
): void {
  const missing = scopes.filter((scope) => !token.scopes.includes(scope))
  if (missing.length > 0) {
    const detail = `The access token lacks the scope ${missing.join(' ')}.`
    throw new LatchkeyError('bearer_scope_insufficient', { detail })
  }
  // RFC 9470 §4: a claim that the token lacks is not proved.
  if (acrValues && (token.acr === null || !acrValues.includes(token.acr))) {
    const detail = `The sign-in behind the access token has not the level ${acrValues.join(' or ')}.`
    throw new LatchkeyError('bearer_level_insufficient', { detail })
  }
  if (maxAgeSeconds === null) return
  const { authenticatedAt } = token
  const age = authenticatedAt === null ? null : (now() - authenticatedAt) / 1000
  // A moment in the future would count as recent forever.
  if (age === null || age > maxAgeSeconds || age < -clockToleranceSeconds) {
    const detail = `The sign-in behind the access token is not proved to be at most ${maxAgeSeconds} seconds old.`
    throw new LatchkeyError('bearer_level_insufficient', { detail })
  }
}

function useOnceInProcess(now: () => number): (mark: string, expiresAt: number) => MaybePromise<boolean> {
  const used = new LimitedMap<string, number>(mostProofs)
  return (mark, expiresAt) => {
    if (used.has(mark)) return false
    used.dropOldestWhile((end) => end <= now())
    used.set(mark, expiresAt)
    return true
  }
}

function invalid(detail: string): LatchkeyError {
  return new LatchkeyError('bearer_token_invalid', { detail: `The access token is refused: ${detail}.` })
}
