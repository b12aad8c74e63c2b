// Finds a provider's endpoints: fixed by its description, or discovered below its issuer and cached.
// OpenID Connect Discovery 1.0 §4, RFC 8414; docs/security-cases.md E1, E2, E6.
import type { AuthorizationServer } from 'oauth4webapi'
import type { Provider, ProviderEndpoints } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { faultInEndpointUrl } from '../../outbound/endpoint-url.ts'
import { both } from './expected-and-found.ts'
import { loadOauth } from './libraries.ts'
import type { ProviderFetch } from './provider-fetch.ts'
import { readMetadata, wireNames } from './read-metadata.ts'
import { createRemembered } from './remembered.ts'
import { isSecretAlgorithm } from './signing-algorithms.ts'
import { translating } from './translate-error.ts'

export interface ServerLookup {
  /** Resolves at once if the endpoints are fixed or known. */
  (): Promise<AuthorizationServer>
  /** Called when a login failed in a way that the metadata may explain: the next login fetches it again, with a cooldown. */
  readonly doubt: () => void
}

export interface LookupOptions {
  readonly fetch: ProviderFetch
  readonly now: () => number
  readonly lifetimeSeconds: number
  /** Called for oddities that do no harm. */
  readonly onNotice: (detail: string) => void
}

/** A provider that was down is asked again soon, but a provider that hangs is not asked by every login. */
const failureSeconds = 5

/** Finds the provider's endpoints. @throws LatchkeyError `config_provider_invalid` for fixed endpoints that are not allowed. */
export function createServerLookup(provider: Provider, options: LookupOptions): ServerLookup {
  if (isFixed(provider)) {
    const server = readMetadata(provider, namedEndpoints(provider), () => {})
    return Object.assign(() => Promise.resolve(server), { doubt: () => {} })
  }
  const remembered = createRemembered({
    load: () => discover(provider, options),
    now: options.now,
    freshSeconds: options.lifetimeSeconds,
    // Endpoints rarely change: an old copy is better than no sign-in.
    staleSeconds: Number.POSITIVE_INFINITY,
    failureSeconds,
  })
  return Object.assign(remembered.get, { doubt: remembered.doubt })
}

/** Whether the protocol library must accept `http:`: only if the description itself names an address on loopback or an
 * internal one. */
export function isOnPlainHttp({ issuer, endpoints, apiBaseUrl, backchannelUrl }: Provider): boolean {
  const places = endpoints === undefined ? [issuer] : Object.values(endpoints)
  const urls = [...places, apiBaseUrl, backchannelUrl]
  return urls.some((url) => url?.startsWith('http:'))
}

/** Whether nothing needs to be discovered. */
function isFixed({ protocol, endpoints, idTokenSigningAlg }: Provider): boolean {
  if (protocol === 'oauth2') return true
  const hasKeys = endpoints?.jwks !== undefined || isSecretAlgorithm(idTokenSigningAlg)
  return endpoints?.authorization !== undefined && endpoints.token !== undefined && hasKeys
}

/** The endpoints that the description names: they take precedence over announced ones. */
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
  // An endpoint for pushed requests that is configured is always used.
  if (endpoints.pushedAuthorizationRequest === undefined) return metadata
  return { ...metadata, require_pushed_authorization_requests: true }
}

async function discover(
  provider: Provider,
  { fetch, onNotice }: LookupOptions,
): Promise<AuthorizationServer> {
  const what = `metadata of ${provider.issuer}`
  const metadata = await translating(
    { what, at: 'metadata', otherwise: 'provider_answer_invalid' },
    async () => {
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
    },
  )
  // OpenID Connect Discovery §4.3: it must be exactly the issuer that was asked; otherwise another server answers for it. The library
  // compares both only after the URL parser has normalized them.
  if (metadata.issuer !== provider.issuer) {
    throw new LatchkeyError('provider_issuer_mismatch', {
      detail: `The metadata names another issuer.${both(provider.issuer, metadata.issuer)}`,
      facts: { at: 'metadata', check: 'issuer' },
    })
  }
  return readMetadata(provider, { ...metadata, ...namedEndpoints(provider) }, onNotice)
}
