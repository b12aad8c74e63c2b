// Where a provider's endpoints are: fixed by its description, or discovered below its issuer and kept for a while.
// OpenID Connect Discovery 1.0 §4, RFC 8414; CASES E1, E2, E6.
import type { AuthorizationServer } from 'oauth4webapi'
import type { Provider, ProviderEndpoints } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { faultInEndpointUrl } from '../../outbound/endpoint-url.ts'
import { isAtBackchannel } from './backchannel.ts'
import { loadOauth } from './libraries.ts'
import type { ProviderFetch } from './provider-fetch.ts'
import { createRemembered } from './remembered.ts'
import { acceptedAlgorithms, isSecretAlgorithm } from './signing-algorithms.ts'
import { translating } from './translate-error.ts'

/** Answers at once where the endpoints are fixed or known. */
export type ServerLookup = () => Promise<AuthorizationServer>

export interface LookupOptions {
  readonly fetch: ProviderFetch
  readonly now: () => number
  readonly lifetimeSeconds: number
}

/** A provider that was down is asked again soon; one that hangs is not asked by every login. */
const failureSeconds = 5

/** Wire names by ours. */
const wireNames = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  userinfo: 'userinfo_endpoint',
  jwks: 'jwks_uri',
  revocation: 'revocation_endpoint',
  endSession: 'end_session_endpoint',
  pushedAuthorizationRequest: 'pushed_authorization_request_endpoint',
} as const satisfies Record<keyof ProviderEndpoints, string>

/** How to find the provider's endpoints. @throws LatchkeyError `config_provider_invalid` for fixed ones that may not be. */
export function createServerLookup(provider: Provider, options: LookupOptions): ServerLookup {
  if (isFixed(provider)) {
    const server = serverOf(provider, namedEndpoints(provider))
    return () => Promise.resolve(server)
  }
  const remembered = createRemembered({
    load: () => discover(provider, options.fetch),
    now: options.now,
    freshSeconds: options.lifetimeSeconds,
    // Endpoints hardly ever move: an old copy is better than no sign-in.
    staleSeconds: Number.POSITIVE_INFINITY,
    failureSeconds,
  })
  return remembered.get
}

/** Whether the protocol library must accept `http:`: only where the description itself leads to
 * loopback, or to an internal address. */
export function isOnPlainHttp({ issuer, endpoints, apiBaseUrl, backchannelUrl }: Provider): boolean {
  const places = endpoints === undefined ? [issuer] : Object.values(endpoints)
  const urls = [...places, apiBaseUrl, backchannelUrl]
  return urls.some((url) => url?.startsWith('http:'))
}

/** Whether nothing is left to be discovered. */
function isFixed({ protocol, endpoints, idTokenSigningAlg }: Provider): boolean {
  if (protocol === 'oauth2') return true
  const hasKeys = endpoints?.jwks !== undefined || isSecretAlgorithm(idTokenSigningAlg)
  return endpoints?.authorization !== undefined && endpoints.token !== undefined && hasKeys
}

/** The endpoints that the description names: they stand before those that are announced. */
function namedEndpoints({ id, endpoints = {} }: Provider): Partial<AuthorizationServer> {
  const metadata: Record<string, string> = {}
  for (const [name, wireName] of Object.entries(wireNames)) {
    const url = endpoints[name as keyof ProviderEndpoints]
    if (url === undefined) continue
    const fault = faultInEndpointUrl(url)
    if (fault !== null) {
      throw new LatchkeyError('config_provider_invalid', {
        detail: `Provider "${id}": endpoints.${name} ${fault}.`,
      })
    }
    metadata[wireName] = url
  }
  // An endpoint that is named is used.
  if (endpoints.pushedAuthorizationRequest === undefined) return metadata
  return { ...metadata, require_pushed_authorization_requests: true }
}

async function discover(provider: Provider, fetch: ProviderFetch): Promise<AuthorizationServer> {
  const what = `metadata of ${provider.issuer}`
  const metadata = await translating({ what, otherwise: 'provider_answer_invalid' }, async () => {
    const oauth = await loadOauth()
    const issuer = new URL(provider.issuer)
    const response = await (provider.metadataUrl === undefined
      ? oauth.discoveryRequest(issuer, {
          algorithm: provider.protocol,
          [oauth.customFetch]: fetch,
          [oauth.allowInsecureRequests]: isOnPlainHttp(provider),
        })
      : fetch(provider.metadataUrl, {
          method: 'GET',
          headers: { accept: 'application/json' },
          redirect: 'manual',
        }))
    return oauth.processDiscoveryResponse(issuer, response)
  })
  // OpenID Connect Discovery §4.3: exactly the issuer that was asked, or another server speaks for it. The library compares
  // what the URL parser makes of both.
  if (metadata.issuer !== provider.issuer) {
    throw new LatchkeyError('provider_issuer_mismatch', {
      detail: `The metadata of ${provider.issuer} names another issuer.`,
    })
  }
  const known = { ...metadata, ...namedEndpoints(provider) }
  checkEndpoints(provider, known)
  return serverOf(provider, known)
}

function checkEndpoints(provider: Provider, metadata: AuthorizationServer): void {
  const needed = [
    'authorization_endpoint',
    'token_endpoint',
    ...(isSecretAlgorithm(provider.idTokenSigningAlg) ? [] : ['jwks_uri']),
  ]
  for (const wireName of Object.values(wireNames)) {
    const url = metadata[wireName]
    if (url === undefined && !needed.includes(wireName)) continue
    const fault = faultInAnnounced(provider, wireName, url)
    if (fault === null) continue
    throw new LatchkeyError('provider_answer_invalid', {
      detail: `The metadata of ${provider.issuer}: ${wireName} ${fault}.`,
    })
  }
}

/** Browsers are sent to these two; the others are asked by this server, which may have a way of its own. */
const browserEndpoints: ReadonlySet<string> = new Set(['authorization_endpoint', 'end_session_endpoint'])

function faultInAnnounced(provider: Provider, wireName: string, url: unknown): string | null {
  if (!browserEndpoints.has(wireName) && isAtBackchannel(provider, url)) return null
  return faultInEndpointUrl(url) ?? faultInScheme(provider.issuer, String(url))
}

/** An issuer elsewhere must not send us to a plain server on our own machine. */
function faultInScheme(issuer: string, url: string): string | null {
  return new URL(url).protocol === 'http:' && !issuer.startsWith('http:') ? 'must begin with https:' : null
}

/** Only what is used, and has been checked. */
function serverOf(provider: Provider, metadata: Omit<AuthorizationServer, 'issuer'>): AuthorizationServer {
  const idTokenAlgorithms = acceptedAlgorithms(
    provider.idTokenSigningAlg,
    metadata.id_token_signing_alg_values_supported,
  )
  const endpoints = Object.values(wireNames).flatMap((name): [string, string][] => {
    const url = metadata[name]
    return typeof url === 'string' ? [[name, url]] : []
  })
  return {
    ...Object.fromEntries(endpoints),
    issuer: provider.issuer,
    id_token_signing_alg_values_supported: [...idTokenAlgorithms],
    userinfo_signing_alg_values_supported: [
      ...(metadata.userinfo_signing_alg_values_supported === undefined
        ? idTokenAlgorithms
        : acceptedAlgorithms(undefined, metadata.userinfo_signing_alg_values_supported)),
    ],
    token_endpoint_auth_methods_supported: textsIn(metadata.token_endpoint_auth_methods_supported),
    authorization_response_iss_parameter_supported:
      metadata.authorization_response_iss_parameter_supported === true,
    require_pushed_authorization_requests: metadata.require_pushed_authorization_requests === true,
  }
}

/** Without the announcement `client_secret_basic` is meant (OpenID Connect Discovery §3, RFC 8414 §2). */
function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : ['client_secret_basic']
}
