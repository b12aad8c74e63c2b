// Auth0: OpenID Connect by discovery.
// https://auth0.com/docs/authenticate/protocols/openid-connect-protocol
// https://auth0.com/docs/api/authentication
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#eb5424',
  'M21.98 7.448L19.62 0H4.347L2.02 7.448c-1.352 4.312.03 9.206 3.815 12.015L12.007 24l6.157-4.552c3.755-2.81 5.182-7.688 3.815-12.015l-6.16 4.58 2.343 7.45-6.157-4.597-6.158 4.58 2.358-7.433-6.188-4.55 7.63-.045L12.008 0l2.356 7.404 7.615.044z',
)

/** Options of `auth0()`: those of every provider, and its own. */
export interface Auth0Options<Id extends string = string> extends ProviderOptions<Id> {
  /** The tenant’s domain, without https://: your-tenant.eu.auth0.com, or a custom domain. */
  readonly domain?: string | undefined
  /** The Auth0 organization that people sign in to. */
  readonly organization?: string | undefined
  /** The connection to preselect, such as google-oauth2. */
  readonly connection?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<Auth0Options> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'your-tenant.eu.auth0.com',
    sentence: 'The tenant’s domain, or a custom one: Domain in the settings of the application.',
  },
  organization: {
    kind: 'text',
    example: 'org_AbCdEfGhIjKlMnOp',
    sentence: 'The Auth0 organization that people sign in to: its id, shown under Organizations.',
  },
  connection: {
    kind: 'text',
    example: 'google-oauth2',
    sentence: 'The connection to preselect: its name, shown under Authentication.',
  },
}

/**
 * Sign in with Auth0.
 *
 * Needs `AUTH0_CLIENT_ID`, `AUTH0_CLIENT_SECRET`, `AUTH0_DOMAIN`, from the settings of a "Regular Web Application".
 * The redirect URI goes under Allowed Callback URLs, the address after signing out under Allowed Logout URLs.
 *
 * The issuer ends in a slash. An account belongs to its connection: the same person with another connection has
 * another account. `allowOrganization` reads Auth0's `org_id`. Signing out at Auth0 needs its logout endpoint in the
 * metadata: on older tenants, turn on "RP-Initiated Logout End Session Endpoint Discovery" in the tenant's advanced
 * settings.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function auth0<const Id extends string = 'auth0'>(wanted: Auth0Options<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', organization, connection }: Auth0Options): ProviderDescription {
  return {
    name: 'Auth0',
    kind: 'auth0',
    protocol: 'oidc',
    issuer: `https://${domain}/`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    authorizationParams: { ...(organization && { organization }), ...(connection && { connection }) },
    loginHints: ['organization', 'connection', 'screen_hint'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${domain}/`,
    toIdentity: readStandardClaims,
    organizationOf: ({ org_id: organization }) => (typeof organization === 'string' ? organization : null),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://manage.auth0.com/',
  }
}
