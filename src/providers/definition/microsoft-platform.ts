// One description of Microsoft's identity platform: `microsoft` for several tenants, `entra` for one.
// https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
import type { EntryOption } from '../../contracts/entry-options.ts'
import type { Claims } from '../../contracts/provider.ts'
import { fetchOverage, microsoftBrand, readMicrosoftClaims, readObjectSubject } from './microsoft-claims.ts'
import { issuerOfTenant, tenantRule } from './microsoft-tenant.ts'
import type { ProviderDescription } from './provider-description.ts'

/** https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud */
const clouds = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  'us-government': { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const

export type MicrosoftCloud = keyof typeof clouds

/** The options of both entries. */
export const platformOptions: Readonly<Record<'subject' | 'cloud' | 'resolveGroups', EntryOption>> = {
  subject: {
    kind: 'text',
    values: ['sub', 'oid'],
    default: 'sub',
    sentence:
      'The claim that identifies people: sub, which differs between applications, or tenant and object id (oid).',
  },
  cloud: {
    kind: 'text',
    values: Object.keys(clouds),
    default: 'global',
    sentence: 'The national cloud where the tenant lives.',
  },
  resolveGroups: {
    kind: 'flag',
    sentence: 'Ask Graph for the groups if a token cannot list them all (scope GroupMember.Read.All).',
  },
}

export interface MicrosoftPlatform {
  readonly name: string
  readonly kind: string
  readonly tenant: string
  readonly allowedTenants?: readonly string[] | undefined
  readonly subject?: 'sub' | 'oid' | undefined
  readonly cloud?: MicrosoftCloud | undefined
  readonly resolveGroups?: boolean | undefined
}

export function describeMicrosoft({
  name,
  kind,
  tenant,
  allowedTenants,
  subject,
  cloud = 'global',
  resolveGroups,
}: MicrosoftPlatform): ProviderDescription {
  const rule = tenantRule({ tenant, allowedTenants })
  const { login, graph } = clouds[cloud]
  const below = `${login}/${rule.tenant}`
  return {
    name,
    kind,
    protocol: 'oidc',
    issuer: `${below}/v2.0`,
    // The issuer in multi-tenant metadata never matches a token's, so the endpoints are fixed.
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
      // auth_time is an optional claim, so a login that asks for the password is the proof.
      reauthentication: { prompt: 'login' },
      privatePictureOrigins: [graph],
      ...(resolveGroups && { fetchProfile: fetchOverage }),
    },
    // https://learn.microsoft.com/en-us/entra/identity-platform/reply-url
    redirectRules: {
      loopbackAddress: false,
      note: 'In development http://localhost is accepted; http://127.0.0.1 only by editing the manifest.',
    },
    brand: microsoftBrand,
    consoleUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  }
}
