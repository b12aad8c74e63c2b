// Microsoft: work, school and personal accounts through the Microsoft identity platform (Entra ID), OpenID Connect with one
// issuer for each tenant.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import {
  fetchOverage,
  microsoftBrand,
  readMicrosoftClaims,
  readObjectSubject,
} from './definition/microsoft-claims.ts'
import { faultInTenant, faultInTenantId, issuerOfTenant, tenantRule } from './definition/microsoft-tenant.ts'

/** https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud */
const clouds = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  'us-government': { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const

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
  readonly cloud?: keyof typeof clouds | undefined
  /** Asks Graph for the groups of people who have too many for the token; needs the scope `GroupMember.Read.All`. Default: false. */
  readonly resolveGroups?: boolean | undefined
}

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
  subject: {
    kind: 'text',
    values: ['sub', 'oid'],
    default: 'sub',
    sentence:
      'What people are found by: sub, another one for each application, or tenant and object id (oid).',
  },
  cloud: {
    kind: 'text',
    values: Object.keys(clouds),
    default: 'global',
    sentence: 'The national cloud where the tenant lives.',
  },
  resolveGroups: {
    kind: 'flag',
    sentence:
      'Ask Graph for the groups of people who have too many for the token (scope GroupMember.Read.All).',
  },
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
 */
export function microsoft<const Id extends string = 'microsoft'>(
  wanted: MicrosoftOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe(given: MicrosoftOptions): ProviderDescription {
  const { tenant = 'common', allowedTenants, subject, cloud = 'global', resolveGroups } = given
  const rule = tenantRule({ tenant, allowedTenants })
  const { login, graph } = clouds[cloud]
  const below = `${login}/${rule.tenant}`
  return {
    name: 'Microsoft',
    kind: 'microsoft',
    protocol: 'oidc',
    issuer: `${below}/v2.0`,
    // The metadata of several tenants names no issuer that a token carries, so the endpoints are fixed.
    endpoints: {
      authorization: `${below}/oauth2/v2.0/authorize`,
      token: `${below}/oauth2/v2.0/token`,
      jwks: `${below}/discovery/v2.0/keys`,
      endSession: `${below}/oauth2/v2.0/logout`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `${graph}/v1.0/`,
    toIdentity: (claims: Claims) => ({
      ...readMicrosoftClaims(claims),
      ...(subject === 'oid' && { subject: readObjectSubject(claims) }),
    }),
    organizationOf: ({ tid }) => (typeof tid === 'string' ? tid : null),
    deviations: {
      issuerFor: (claims, issuer) => issuerOfTenant(rule, claims, issuer),
      offlineAccess: { scopes: ['offline_access'] },
      // https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
      sendsScopeOnRefresh: true,
      // https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
      clientAssertionAudience: 'token-endpoint',
      // auth_time is an optional claim there; a round trip that asks for the password is the proof.
      reauthentication: { prompt: 'login' },
      privatePictureOrigins: [graph],
      ...(resolveGroups && { fetchProfile: fetchOverage }),
    },
    brand: microsoftBrand,
    consoleUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  }
}
