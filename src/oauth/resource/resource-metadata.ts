// The metadata that an API publishes about itself (RFC 9728): its identifier, and the authorization servers that issue tokens for it,
// so that a client needs to know nothing but the API's address. Clients in browsers read it, too.
import type { ResourceSettings } from './read-resource-options.ts'

const wellKnownPath = '/.well-known/oauth-protected-resource'

/** RFC 9728 §3.1: the well-known part is between the host and the resource's path. */
export function metadataUrlOf({ origin, pathname }: URL): string {
  return `${origin}${wellKnownPath}${pathname === '/' ? '' : pathname}`
}

/** Members without a value are left out. */
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

/** Clients compare it with the address that they were given (RFC 9728 §3.3); a bare host has no slash at the end. */
function identifierOf({ origin, pathname }: URL): string {
  return pathname === '/' ? origin : `${origin}${pathname}`
}
