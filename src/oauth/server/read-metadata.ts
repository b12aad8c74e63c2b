// Reads the used members of a provider's metadata: a required member must be valid, an optional one that is unusable counts as absent,
// with a notice in the log. OpenID Connect Discovery 1.0 §3, RFC 8414 §2; docs/security-cases.md E2.
import type { AuthorizationServer } from 'oauth4webapi'
import type { Provider, ProviderEndpoints } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { faultInEndpointUrl } from '../../outbound/endpoint-url.ts'
import { foundValue } from '../../web/foreign-text.ts'
import { isAtBackchannel } from './backchannel.ts'
import { acceptedAlgorithms, isSecretAlgorithm } from './signing-algorithms.ts'

type EndpointName =
  | 'authorization_endpoint'
  | 'token_endpoint'
  | 'userinfo_endpoint'
  | 'jwks_uri'
  | 'revocation_endpoint'
  | 'end_session_endpoint'
  | 'pushed_authorization_request_endpoint'

/** The names in the metadata, by ours. */
export const wireNames: Readonly<Record<keyof ProviderEndpoints, EndpointName>> = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  userinfo: 'userinfo_endpoint',
  jwks: 'jwks_uri',
  revocation: 'revocation_endpoint',
  endSession: 'end_session_endpoint',
  pushedAuthorizationRequest: 'pushed_authorization_request_endpoint',
}

type Metadata = Readonly<Record<string, unknown>>
type Notice = (detail: string) => void

/**
 * Returns the members that are used, each checked; `onNotice` is called for those that are left out.
 *
 * @throws LatchkeyError `provider_answer_invalid` for a required member that is missing or not allowed.
 */
export function readMetadata(provider: Provider, metadata: Metadata, onNotice: Notice): AuthorizationServer {
  const endpoints: Record<string, string> = {}
  for (const wireName of Object.values(wireNames)) {
    const value = metadata[wireName]
    const isNeeded = needs(provider, metadata, wireName)
    if (!isNeeded && (value === undefined || value === null)) continue
    const fault = faultInAnnounced(provider, wireName, value)
    if (fault === null) {
      endpoints[wireName] = String(value)
      continue
    }
    const detail = `The metadata of ${provider.issuer}: ${wireName} ${fault}. Found ${foundValue(value)}.`
    if (isNeeded) {
      const isMissing = value === undefined || value === null || undefined
      throw new LatchkeyError('provider_answer_invalid', {
        detail,
        facts: { at: 'metadata', check: wireName, isMissing },
      })
    }
    onNotice(`${detail} It counts as absent.`)
  }
  return { ...endpoints, ...settingsIn(provider, metadata, onNotice), issuer: provider.issuer }
}

/** Members without which a sign-in is impossible. Keys are not needed if the client secret verifies. */
function needs(provider: Provider, metadata: Metadata, wireName: string): boolean {
  if (wireName === 'authorization_endpoint' || wireName === 'token_endpoint') return true
  if (wireName === 'jwks_uri') {
    return provider.protocol === 'oidc' && !isSecretAlgorithm(provider.idTokenSigningAlg)
  }
  // RFC 9126 §5: the provider accepts nothing but pushed requests.
  const isPushed =
    provider.pushedAuthorizationRequests === true || isTrue(metadata.require_pushed_authorization_requests)
  return wireName === 'pushed_authorization_request_endpoint' && isPushed
}

/** Browsers are sent to these two; this server requests the others, possibly at an internal address. */
const browserEndpoints: ReadonlySet<string> = new Set(['authorization_endpoint', 'end_session_endpoint'])

function faultInAnnounced(provider: Provider, wireName: string, url: unknown): string | null {
  if (!browserEndpoints.has(wireName) && isAtBackchannel(provider, url)) return null
  return faultInEndpointUrl(url) ?? faultInScheme(provider.issuer, String(url))
}

/** A remote issuer must not make this server send plain HTTP requests to its own machine. */
function faultInScheme(issuer: string, url: string): string | null {
  return new URL(url).protocol === 'http:' && !issuer.startsWith('http:') ? 'must begin with https:' : null
}

function settingsIn(
  provider: Provider,
  metadata: Metadata,
  onNotice: Notice,
): Omit<AuthorizationServer, 'issuer'> {
  const list = (name: string): readonly string[] | undefined => textsIn(metadata, name, onNotice)
  const idTokenAlgorithms = acceptedAlgorithms(
    provider.idTokenSigningAlg,
    list('id_token_signing_alg_values_supported'),
  )
  const userinfoAlgorithms = list('userinfo_signing_alg_values_supported')
  return {
    id_token_signing_alg_values_supported: [...idTokenAlgorithms],
    userinfo_signing_alg_values_supported: [
      ...(userinfoAlgorithms === undefined
        ? idTokenAlgorithms
        : acceptedAlgorithms(undefined, userinfoAlgorithms)),
    ],
    // Without the announcement, `client_secret_basic` is the default (OpenID Connect Discovery §3, RFC 8414 §2).
    token_endpoint_auth_methods_supported: [
      ...(list('token_endpoint_auth_methods_supported') ?? ['client_secret_basic']),
    ],
    authorization_response_iss_parameter_supported: isTrue(
      metadata.authorization_response_iss_parameter_supported,
    ),
    require_pushed_authorization_requests: isTrue(metadata.require_pushed_authorization_requests),
  }
}

/** A list of texts; a single word is a list of one; undefined for null and for an empty list. */
function textsIn(metadata: Metadata, name: string, onNotice: Notice): readonly string[] | undefined {
  const value = metadata[name]
  if (value === undefined || value === null) return undefined
  // A single word is accepted only if it is one that such lists contain (RFC 7518 §3.1, OpenID Connect Core §9).
  const isWord =
    typeof value === 'string' &&
    /^(?:none|[A-Z][A-Za-z]{1,5}\d{0,5}|[a-z_]+_(?:basic|post|jwt|auth))$/.test(value)
  const list: readonly unknown[] = Array.isArray(value) ? value : isWord ? [value] : []
  const texts = list.filter((text): text is string => typeof text === 'string' && text !== '')
  if (!Array.isArray(value) || texts.length < list.length || texts.length === 0) {
    onNotice(
      `The metadata: ${name} is no list of texts. Found ${foundValue(value)}; what is no text is left out.`,
    )
  }
  return texts.length === 0 ? undefined : texts
}

/** The text "true" counts too: it only ever makes the checks stricter. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
