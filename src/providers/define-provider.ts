// Makes a provider out of its description: checked, completed and frozen. The only way to a Provider, for the catalogue
// and for the application's own, so that no provider can miss a check.
import type { IdentityFields } from '../contracts/identity.ts'
import type { Claims, Deviations, Provider } from '../contracts/provider.ts'
import { checkDescription } from './definition/check-description.ts'
import { genericBrand } from './definition/generic-brand.ts'
import type { ProviderDescription } from './definition/provider-description.ts'
import { readIdentity } from './definition/read-identity.ts'

export type { ProviderDescription }

/**
 * Checks a description, fills in the defaults, and freezes the result deeply.
 *
 * Nothing is fetched and no credentials are needed yet: where they come from is decided by `latchkey({ … })`.
 *
 * @throws LatchkeyError `config_provider_invalid`, with the provider and the fault in its detail.
 */
export function defineProvider<const Id extends string>(description: ProviderDescription<Id>): Provider<Id> {
  checkDescription(description)
  const { apiBaseUrl, endpoints } = description
  return Object.freeze({
    ...description,
    endpoints: endpoints && Object.freeze({ ...endpoints }),
    scopes: Object.freeze([...new Set(description.scopes)]),
    authorizationParams: Object.freeze({ ...description.authorizationParams }),
    tokenParams: Object.freeze({ ...description.tokenParams }),
    claimsFrom: description.claimsFrom ?? 'id-token',
    apiBaseUrl: apiBaseUrl && withTrailingSlash(apiBaseUrl),
    apiOrigins: Object.freeze(originsOf(description)),
    toIdentity: (claims: Claims): IdentityFields =>
      Object.freeze(readIdentity(description.toIdentity(claims))),
    isAuthoritativeForEmail: description.isAuthoritativeForEmail ?? (() => false),
    deviations: frozenDeviations(description.deviations ?? {}),
    brand: frozenBrand(description.brand ?? genericBrand),
  })
}

/** A relative URL resolves below the last slash: without one at the end, the last segment would be lost. */
function withTrailingSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}

function originsOf({ apiBaseUrl, apiOrigins = [], endpoints }: ProviderDescription): string[] {
  const urls = [apiBaseUrl, endpoints?.userinfo].filter((url) => url !== undefined)
  return [...new Set([...urls.map((url) => new URL(url).origin), ...apiOrigins])]
}

function frozenDeviations({ reauthentication, offlineAccess, ...others }: Deviations): Deviations {
  return Object.freeze({
    ...others,
    ...(reauthentication && { reauthentication: Object.freeze({ ...reauthentication }) }),
    ...(offlineAccess && {
      offlineAccess: Object.freeze({
        ...offlineAccess,
        params: Object.freeze({ ...offlineAccess.params }),
        whenMissing: Object.freeze({ ...offlineAccess.whenMissing }),
      }),
    }),
  })
}

function frozenBrand({ icon, light, dark }: Provider['brand']): Provider['brand'] {
  return Object.freeze({ icon, light: Object.freeze({ ...light }), dark: Object.freeze({ ...dark }) })
}
