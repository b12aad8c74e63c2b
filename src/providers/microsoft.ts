// Microsoft: work, school and personal accounts through the Microsoft identity platform (Entra ID), OpenID Connect with one
// issuer for each tenant.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { describeMicrosoft, type MicrosoftCloud, platformOptions } from './definition/microsoft-platform.ts'
import { faultInTenant, faultInTenantId } from './definition/microsoft-tenant.ts'

/** Options of `microsoft()`: what every provider takes, and what only this one needs. */
export interface MicrosoftOptions<Id extends string = string> extends ProviderOptions<Id> {
  /**
   * Who may sign in: `common` (everyone), `organizations` (work and school accounts), `consumers` (personal accounts), or
   * the id of one tenant. Default: `common`.
   */
  readonly tenant?: string | undefined
  /** Of `common` and `organizations`, only these tenants, by their ids. Default: all. */
  readonly allowedTenants?: readonly string[] | undefined
  /**
   * What people are found by. `sub` differs for each application and is what OpenID Connect means; a new registration makes
   * everybody a new person. `oid` is the same for all applications of a tenant, so that it survives a new registration and
   * can be shared between them. Decide before the first sign-in. Default: `sub`.
   */
  readonly subject?: 'sub' | 'oid' | undefined
  /** A national cloud. Default: `global`. */
  readonly cloud?: MicrosoftCloud | undefined
  /** Asks Graph for the groups of people who have too many for the token; needs the scope `GroupMember.Read.All`. Default: false. */
  readonly resolveGroups?: boolean | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<MicrosoftOptions> = {
  tenant: {
    kind: 'name',
    default: 'common',
    sentence: 'Who may sign in: common, organizations, consumers, or the id of one tenant.',
    fault: faultInTenant,
  },
  allowedTenants: {
    kind: 'list',
    sentence: 'Of common and organizations, only the tenants with these ids.',
    fault: faultInTenantId,
  },
  ...platformOptions,
}

/**
 * Sign in with Microsoft.
 *
 * Credentials: `MICROSOFT_CLIENT_ID`, `MICROSOFT_CLIENT_SECRET`; `MICROSOFT_TENANT` for one tenant. Scopes: `openid profile
 * email`. The issuer is bound to the signed tenant id. An address counts as verified only where the token carries `xms_edov`
 * (an optional claim of the app registration); it is never a reason to link accounts otherwise. `tokens.fetch('microsoft',
 * 'me')` resolves below Microsoft Graph's `v1.0`.
 *
 * @throws LatchkeyError `config_provider_invalid` for a tenant, subject or cloud that does not exist.
 *
 * @example
 * ```ts
 * import { microsoft } from 'latchkey/providers/microsoft'
 *
 * const employees = microsoft({ tenant: '9f2c1a4e-6d0b-4c7e-9a55-0f3b7d1e2c88' })
 * ```
 */
export function microsoft<const Id extends string = 'microsoft'>(
  wanted: MicrosoftOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ tenant = 'common', ...given }: MicrosoftOptions): ProviderDescription {
  return describeMicrosoft({ ...given, tenant, name: 'Microsoft', kind: 'microsoft' })
}
