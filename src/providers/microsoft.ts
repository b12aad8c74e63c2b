// Microsoft: work, school and personal accounts through the Microsoft identity platform (Entra ID), OpenID Connect with one
// issuer for each tenant.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { describeMicrosoft, type MicrosoftCloud, platformOptions } from './definition/microsoft-platform.ts'
import { faultInTenant, faultInTenantId } from './definition/microsoft-tenant.ts'

/** Options of `microsoft()`: those of every provider, and its own. */
export interface MicrosoftOptions<Id extends string = string> extends ProviderOptions<Id> {
  /**
   * Who may sign in: `common` (all accounts), `organizations` (work and school accounts), `consumers` (personal accounts), or
   * the id of one tenant. Default: `common`.
   */
  readonly tenant?: string | undefined
  /** With `common` and `organizations`: the ids of the only tenants that may sign in. Default: all. */
  readonly allowedTenants?: readonly string[] | undefined
  /**
   * The claim that identifies people. `sub` is OpenID Connect's, and differs between applications: with a new app registration,
   * all users become new people. `oid` is the same for all applications of a tenant, so it survives a new registration and
   * can be shared between them. Decide before the first sign-in. Default: `sub`.
   */
  readonly subject?: 'sub' | 'oid' | undefined
  /** A national cloud. Default: `global`. */
  readonly cloud?: MicrosoftCloud | undefined
  /** Whether to ask Graph for the groups if a token cannot list them all; needs the scope `GroupMember.Read.All`. Default: false. */
  readonly resolveGroups?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<MicrosoftOptions> = {
  tenant: {
    kind: 'name',
    default: 'common',
    sentence: 'Who may sign in: common, organizations, consumers, or the id of one tenant.',
    fault: faultInTenant,
  },
  allowedTenants: {
    kind: 'list',
    sentence: 'With common and organizations: the ids of the only tenants that may sign in.',
    fault: faultInTenantId,
  },
  ...platformOptions,
}

/**
 * Sign in with Microsoft.
 *
 * Credentials: `MICROSOFT_CLIENT_ID`, `MICROSOFT_CLIENT_SECRET`; `MICROSOFT_TENANT` for one tenant. Scopes: `openid
 * profile email`. The issuer is checked against the signed tenant id. An address counts as verified only if the token
 * carries `xms_edov` (an optional claim of the app registration); otherwise accounts are never linked by address.
 * `tokens.fetch('microsoft', 'me')` resolves below Microsoft Graph's `v1.0`.
 *
 * @throws LatchkeyError `config_provider_invalid` for an invalid tenant, subject or cloud.
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
