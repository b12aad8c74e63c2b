// Microsoft Entra External ID: OpenID Connect by discovery.
// https://learn.microsoft.com/en-us/entra/external-id/customers/how-to-register-ciam-app
// https://learn.microsoft.com/en-us/entra/external-id/customers/how-to-user-flow-add-application
// https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { microsoftBrand, readMicrosoftClaims } from './definition/microsoft-claims.ts'

/** Options of `entra-external-id()`: those of every provider, and its own. */
export interface EntraExternalIdOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The tenant’s id: "Directory (tenant) ID". */
  readonly tenantId?: string | undefined
  /** NAME.ciamlogin.com, or a custom domain. */
  readonly domain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<EntraExternalIdOptions> = {
  tenantId: {
    kind: 'name',
    required: true,
    example: '11111111-2222-4333-8444-555555555555',
    sentence: 'The tenant’s id: "Directory (tenant) ID" on the overview of the app registration.',
  },
  domain: {
    kind: 'host',
    required: true,
    example: 'contoso.ciamlogin.com',
    sentence:
      'Where people sign in: `NAME.ciamlogin.com`, with the first part of `NAME.onmicrosoft.com`, or a custom domain.',
  },
}

/**
 * Sign in with Microsoft Entra External ID.
 *
 * Needs `ENTRA_EXTERNAL_ID_CLIENT_ID`, `ENTRA_EXTERNAL_ID_CLIENT_SECRET`, `ENTRA_EXTERNAL_ID_TENANT_ID`,
 * `ENTRA_EXTERNAL_ID_DOMAIN`. In the Microsoft Entra admin center, in the external tenant, register a web application
 * with the redirect URI, grant admin consent for `openid` and `offline_access`, and add the application to a user
 * flow: without one, no sign-in works. The issuer contains the tenant's id, although browsers go to its domain.
 * Addresses do not count as verified, unless the optional claim `xms_edov` says that the domain belongs to the tenant.
 * `sub` is specific to each application. Pictures need a token and are left out. With `keepTokens` the scope
 * `offline_access` is added.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function entraExternalId<const Id extends string = 'entra-external-id'>(
  wanted: EntraExternalIdOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ tenantId = '', domain = '' }: EntraExternalIdOptions): ProviderDescription {
  return {
    name: 'Microsoft Entra External ID',
    kind: 'entra-external-id',
    protocol: 'oidc',
    issuer: `https://${tenantId}.ciamlogin.com/${tenantId}/v2.0`,
    metadataUrl: `https://${domain}/${tenantId}/v2.0/.well-known/openid-configuration`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${tenantId}.ciamlogin.com/${tenantId}/v2.0`,
    toIdentity: readMicrosoftClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand: microsoftBrand,
    consoleUrl: 'https://entra.microsoft.com',
  }
}
