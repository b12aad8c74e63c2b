// Microsoft Entra ID for the people of one organization: the identity platform with exactly one tenant.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { describeMicrosoft, type MicrosoftCloud, platformOptions } from './definition/microsoft-platform.ts'
import { faultInOneTenant } from './definition/microsoft-tenant.ts'

/** Options of `entra()`: those of every provider, and its own. */
export interface EntraOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The organization: "Directory (tenant) ID". Not a domain name, which can move to another tenant. */
  readonly tenant?: string | undefined
  /**
   * The claim that identifies people: `sub`, which differs between applications, or `oid`, the same for all applications of the
   * tenant. Decide before the first sign-in. Default: `sub`.
   */
  readonly subject?: 'sub' | 'oid' | undefined
  /** A national cloud. Default: `global`. */
  readonly cloud?: MicrosoftCloud | undefined
  /** Whether to ask Graph for the groups if a token cannot list them all; needs the scope `GroupMember.Read.All`. Default: false. */
  readonly resolveGroups?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
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
 * Needs `ENTRA_TENANT`, `ENTRA_CLIENT_ID`, `ENTRA_CLIENT_SECRET`. Scopes: `openid profile email`. Tokens of any other
 * tenant are refused; guests of this tenant can sign in. An address counts as verified only if the token carries
 * `xms_edov`. For personal accounts or several organizations, use `microsoft`.
 *
 * @throws LatchkeyError `config_provider_invalid` for a tenant that is not an id, and for an unknown subject or cloud.
 */
export function entra<const Id extends string = 'entra'>(wanted: EntraOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ tenant = '', ...given }: EntraOptions): ProviderDescription {
  return describeMicrosoft({ ...given, tenant, name: 'Microsoft Entra ID', kind: 'entra' })
}
