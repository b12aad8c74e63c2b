// Finds a trusted issuer's keys and its introspection endpoint: from the options, or by discovery below the issuer, cached for an
// hour. OpenID Connect Discovery 1.0 §4, RFC 8414 §3.
import type { AuthorizationServer } from 'oauth4webapi'
import { LatchkeyError } from '../../errors.ts'
import { faultInEndpointUrl } from '../../outbound/endpoint-url.ts'
import { parseJsonObject } from '../../outbound/json.ts'
import { foundValue } from '../../web/foreign-text.ts'
import { isAtBackchannel } from '../server/backchannel.ts'
import { both } from '../server/expected-and-found.ts'
import { createKeySet, type KeySet } from '../server/key-set.ts'
import { createProviderFetch, type ProviderFetch } from '../server/provider-fetch.ts'
import { createRemembered } from '../server/remembered.ts'
import { translating } from '../server/translate-error.ts'
import type { IssuerSettings } from './read-resource-options.ts'

/** The parts of an issuer's metadata that a resource uses. */
export type IssuerMetadata = Pick<AuthorizationServer, 'issuer' | 'jwks_uri' | 'introspection_endpoint'>

export interface IssuerLookup {
  readonly settings: IssuerSettings
  readonly fetch: ProviderFetch
  readonly metadata: () => Promise<IssuerMetadata>
  readonly keys: KeySet
}

export interface LookupParts {
  /** With limits on time and size; follows no redirect. */
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
}

const freshSeconds = 3600
/** A server that is down is asked again soon, but not by each request. */
const failureSeconds = 5

/** Makes no request yet. */
export function createIssuerLookup(settings: IssuerSettings, { fetch, now }: LookupParts): IssuerLookup {
  const { issuer, backchannelUrl, jwksUrl, introspection } = settings
  const place = { issuer, endpoints: undefined, deviations: {}, ...(backchannelUrl && { backchannelUrl }) }
  const issuerFetch = createProviderFetch({ provider: place, fetch, now })
  const remembered = createRemembered({
    load: () => discover(settings, issuerFetch),
    now,
    freshSeconds,
    // Endpoints rarely change: an old copy is better than an API that refuses all tokens.
    staleSeconds: Number.POSITIVE_INFINITY,
    failureSeconds,
  })
  const metadata = remembered.get
  // Addresses in the options need no metadata.
  const server = async () => (jwksUrl === undefined ? metadata() : { jwks_uri: jwksUrl })
  const endpoint = introspection?.endpoint
  return {
    settings,
    fetch: issuerFetch,
    metadata: async () =>
      endpoint === undefined ? metadata() : { issuer, introspection_endpoint: endpoint },
    keys: createKeySet({ server, fetch: issuerFetch, now, failureSeconds }),
  }
}

function discover(settings: IssuerSettings, fetch: ProviderFetch): Promise<IssuerMetadata> {
  const { issuer, metadataUrl } = settings
  return translating(
    { what: `metadata of ${issuer}`, at: 'metadata', otherwise: 'provider_answer_invalid' },
    async () => {
      const addresses = metadataUrl === undefined ? wellKnown(issuer) : [metadataUrl]
      const metadata = parseJsonObject(await firstFound(addresses, fetch))
      // OpenID Connect Discovery §4.3, RFC 8414 §3.3: must be exactly the issuer that was asked; otherwise another server answers for it.
      if (metadata.issuer !== issuer) {
        throw new LatchkeyError('provider_issuer_mismatch', {
          detail: `The metadata names another issuer.${both(issuer, metadata.issuer)}`,
        })
      }
      return {
        issuer,
        ...endpointIn(settings, metadata, 'jwks_uri'),
        ...endpointIn(settings, metadata, 'introspection_endpoint'),
      }
    },
  )
}

/** The addresses of an issuer's metadata; in the second one the issuer's path follows the well-known part. */
function wellKnown(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/$/, '')
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ]
}

async function firstFound(addresses: readonly string[], fetch: ProviderFetch): Promise<string> {
  const statuses: number[] = []
  for (const address of addresses) {
    const response = await fetch(address, {
      method: 'GET',
      headers: { accept: 'application/json' },
      redirect: 'manual',
    })
    if (response.status === 200) return response.text()
    statuses.push(response.status)
    await response.body?.cancel()
  }
  throw new TypeError(`${addresses.join(' and ')} answered with status ${statuses.join(' and ')}`)
}

function endpointIn(
  { issuer, backchannelUrl }: IssuerSettings,
  metadata: Readonly<Record<string, unknown>>,
  name: 'jwks_uri' | 'introspection_endpoint',
): Partial<IssuerMetadata> {
  const value = metadata[name]
  if (value === undefined || value === null) return {}
  const isInternal = isAtBackchannel(backchannelUrl === undefined ? {} : { backchannelUrl }, value)
  const fault = isInternal ? null : (faultInEndpointUrl(value) ?? faultInScheme(issuer, String(value)))
  if (fault === null) return { [name]: String(value) }
  throw new TypeError(`${name} ${fault}. Found ${foundValue(value)}`)
}

/** A remote issuer must not make this server send plain HTTP requests to its own machine. */
function faultInScheme(issuer: string, url: string): string | null {
  return new URL(url).protocol === 'http:' && !issuer.startsWith('http:') ? 'must begin with https:' : null
}
