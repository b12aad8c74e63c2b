// Microsoft Entra ID for the people of one organization: the identity platform with one tenant, and no other.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { describeMicrosoft, type MicrosoftCloud, platformOptions } from './definition/microsoft-platform.ts'
import { faultInOneTenant } from './definition/microsoft-tenant.ts'

/** Options of `entra()`: what every provider takes, and what only this one needs. */
export interface EntraOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The organization: "Directory (tenant) ID". A domain name will not do: it can move to another tenant. */
  readonly tenant?: string | undefined
  /**
   * What people are found by: `sub`, another one for each application, or `oid`, the same for all applications of the tenant.
   * Decide before the first sign-in. Default: `sub`.
   */
  readonly subject?: 'sub' | 'oid' | undefined
  /** A national cloud. Default: `global`. */
  readonly cloud?: MicrosoftCloud | undefined
  /** Asks Graph for the groups of people who have too many for the token; needs the scope `GroupMember.Read.All`. Default: false. */
  readonly resolveGroups?: boolean | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<EntraOptions> = {
  tenant: {
    kind: 'name',
    required: true,
    example: '11111111-2222-4333-8444-555555555555',
    sentence: 'The organization: "Directory (tenant) ID" on the overview page of the app registration.',
    fault: faultInOneTenant,
  },
  ...platformOptions,
}

/**
 * Sign in with Microsoft Entra ID, for the people of one organization.
 *
 * Needs `ENTRA_TENANT`, `ENTRA_CLIENT_ID`, `ENTRA_CLIENT_SECRET`. Scopes: `openid profile email`. Tokens of any other tenant are
 * refused, guests of this one are its people. An address counts as verified only where the token carries `xms_edov`. For
 * personal accounts or several organizations there is `microsoft`.
 *
 * @throws LatchkeyError `config_provider_invalid` for a tenant that is no id, and for a subject or cloud that does not exist.
 */
export function entra<const Id extends string = 'entra'>(wanted: EntraOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ tenant = '', ...given }: EntraOptions): ProviderDescription {
  return describeMicrosoft({ ...given, tenant, name: 'Microsoft Entra ID', kind: 'entra' })
}
