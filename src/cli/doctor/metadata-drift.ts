// Compares a provider's metadata (OpenID Connect Discovery §3) with what its description relies on, to notice changes before
// sign-ins fail. Used by the doctor and by `npm run providers:drift`.
import type { Provider } from '../../contracts/provider.ts'

type Metadata = Readonly<Record<string, unknown>>

/** Returns the differences, as sentences without a full stop. */
export function metadataDrift(provider: Provider, metadata: Metadata): readonly string[] {
  const { issuer, scopes, clientAuthentication, claimsFrom, deviations, idTokenSigningAlg } = provider
  const lists = (name: string, value: string | undefined, what: string): string | null => {
    const announced = textsAt(metadata, name)
    if (value === undefined || announced === null || announced.includes(value)) return null
    return `${what} ${value} is not among those announced (${announced.slice(0, 8).join(', ')})`
  }
  return [
    deviations.issuerFor === undefined && metadata.issuer !== issuer
      ? `the metadata names the issuer ${JSON.stringify(metadata.issuer)?.slice(0, 200)}, not ${issuer}`
      : null,
    ...['authorization_endpoint', 'token_endpoint', 'jwks_uri'].map((name) =>
      typeof metadata[name] === 'string' ? null : `the metadata has no ${name}`,
    ),
    claimsFrom === 'userinfo' && typeof metadata.userinfo_endpoint !== 'string'
      ? 'the metadata has no userinfo_endpoint, but the claims should come from there'
      : null,
    lists('token_endpoint_auth_methods_supported', clientAuthentication, 'the client authentication'),
    lists('id_token_signing_alg_values_supported', idTokenSigningAlg, 'the algorithm of ID tokens'),
    deviations.pkce === 'none'
      ? null
      : lists('code_challenge_methods_supported', deviations.pkce ?? 'S256', 'the PKCE method'),
    ...scopes.map((scope) => lists('scopes_supported', scope, 'the scope')),
    deviations.responseMode
      ? lists('response_modes_supported', deviations.responseMode, 'the response mode')
      : null,
  ].filter((fault) => fault !== null)
}

/**
 * Fetches the metadata and compares it. Returns `null` for a provider without metadata below its issuer, or with one issuer per
 * tenant. Rejects if the request fails.
 */
export async function fetchMetadataDrift(
  provider: Provider,
  fetch: typeof globalThis.fetch,
): Promise<readonly string[] | null> {
  const { protocol, endpoints, issuer, metadataUrl, deviations } = provider
  if (protocol !== 'oidc' || endpoints !== undefined || deviations.issuerFor !== undefined) return null
  const response = await fetch(
    metadataUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    {
      headers: { accept: 'application/json' },
      redirect: 'manual',
    },
  )
  if (response.status !== 200) return [`the metadata address answers ${response.status}`]
  const metadata: unknown = await response.json().catch(() => null)
  if (typeof metadata !== 'object' || metadata === null) return ['the metadata is not a JSON object']
  return metadataDrift(provider, metadata as Metadata)
}

function textsAt(metadata: Metadata, name: string): readonly string[] | null {
  const value = metadata[name]
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : null
}
