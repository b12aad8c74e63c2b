// What an API publishes of itself (RFC 9728): who it is, and which authorization servers issue tokens for it, so that a client
// which knows nothing but the API's address finds its way. Clients that run in browsers read it too.
import type { ResourceSettings } from './read-resource-options.ts'

const wellKnownPath = '/.well-known/oauth-protected-resource'

/** RFC 9728 §3.1: the well-known part stands between the host and the resource's path. */
export function metadataUrlOf({ origin, pathname }: URL): string {
  return `${origin}${wellKnownPath}${pathname === '/' ? '' : pathname}`
}

/** Members that say nothing are left out. */
export function resourceMetadata(settings: ResourceSettings & { readonly resource: URL }): object {
  const { resource, issuers, scopesSupported, name, documentation, dpop } = settings
  return {
    resource: identifierOf(resource),
    authorization_servers: [...issuers.keys()],
    bearer_methods_supported: ['header'],
    dpop_signing_alg_values_supported: dpop.algorithms,
    ...(dpop.required && { dpop_bound_access_tokens_required: true }),
    ...(scopesSupported && { scopes_supported: scopesSupported }),
    ...(name !== null && { resource_name: name }),
    ...(documentation !== null && { resource_documentation: documentation }),
  }
}

/** Clients compare it with the address that they were given (RFC 9728 §3.3); a bare host has no slash at its end. */
function identifierOf({ origin, pathname }: URL): string {
  return pathname === '/' ? origin : `${origin}${pathname}`
}
