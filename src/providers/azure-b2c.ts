// Azure AD B2C: OpenID Connect by discovery.
// https://learn.microsoft.com/en-us/azure/active-directory-b2c/openid-connect
// https://learn.microsoft.com/en-us/azure/active-directory-b2c/b2clogin
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { microsoftBrand, readMicrosoftClaims } from './definition/microsoft-claims.ts'

/** Options of `azure-b2c()`: those of every provider, and its own. */
export interface AzureB2cOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The tenant’s name: NAME.b2clogin.com. */
  readonly tenant?: string | undefined
  /** The tenant’s id: "Directory (tenant) ID". */
  readonly tenantId?: string | undefined
  /** The user flow or custom policy. */
  readonly policy?: string | undefined
  /** A custom domain instead of NAME.b2clogin.com. */
  readonly domain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<AzureB2cOptions> = {
  tenant: {
    kind: 'name',
    required: true,
    example: 'contoso',
    sentence: 'The tenant’s name: the first part of `NAME.onmicrosoft.com`.',
  },
  tenantId: {
    kind: 'name',
    required: true,
    example: '11111111-2222-4333-8444-555555555555',
    sentence: 'The tenant’s id: "Directory (tenant) ID" on the overview of the app registration.',
  },
  policy: {
    kind: 'name',
    required: true,
    example: 'B2C_1_signin',
    sentence: 'The name of the user flow or custom policy, as the list of user flows shows it.',
  },
  domain: { kind: 'host', sentence: 'A custom domain instead of NAME.b2clogin.com.' },
}

/**
 * Sign in with Azure AD B2C.
 *
 * Needs `AZURE_B2C_CLIENT_ID`, `AZURE_B2C_CLIENT_SECRET`, `AZURE_B2C_TENANT`, `AZURE_B2C_TENANT_ID`,
 * `AZURE_B2C_POLICY`. Closed to new customers since May 2025: its successor is Microsoft Entra External ID
 * (`entra-external-id`). Register a web application in the B2C tenant, and let the user flow return "Display Name" and
 * "Email Addresses". The metadata is below the policy, which the issuer does not name; a custom policy whose tokens
 * name it in the issuer needs `AZURE_B2C_ISSUER`. The e-mail address is the first of the list `emails`, and does not
 * count as verified. `sub` is the person's object id in the directory unless a custom policy says otherwise. With
 * `keepTokens` the scope `offline_access` is added.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function azureB2c<const Id extends string = 'azure-b2c'>(
  wanted: AzureB2cOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ tenant = '', tenantId = '', policy = '', domain }: AzureB2cOptions): ProviderDescription {
  const host = domain ?? `${tenant}.b2clogin.com`
  return {
    name: 'Azure AD B2C',
    kind: 'azure-b2c',
    protocol: 'oidc',
    issuer: `https://${host}/${tenantId}/v2.0/`,
    metadataUrl: `https://${host}/${tenant}.onmicrosoft.com/${policy}/v2.0/.well-known/openid-configuration`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${host}/${tenantId}/v2.0/`,
    toIdentity: (claims: Claims) => ({
      ...readMicrosoftClaims(claims),
      email: Array.isArray(claims.emails) ? claims.emails[0] : claims.email,
      emailVerified: false,
    }),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand: microsoftBrand,
    consoleUrl: 'https://portal.azure.com',
  }
}
