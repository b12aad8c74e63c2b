// WorkOS SSO: plain OAuth 2.0.
// https://workos.com/docs/reference/sso
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#6363f1', 'W')

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['first_name+last_name'] })

export interface WorkosOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The organization whose people sign in. */
  readonly organization?: string | undefined
  /** The connection, instead of an organization. */
  readonly connection?: string | undefined
  /** A social provider, instead of both, such as GoogleOAuth or authkit. */
  readonly provider?: string | undefined
}

export const options: OwnOptions<WorkosOptions> = {
  organization: { kind: 'name', sentence: 'The organization whose people sign in.' },
  connection: { kind: 'name', sentence: 'The connection, instead of an organization.' },
  provider: { kind: 'text', sentence: 'A social provider, instead of both, such as GoogleOAuth or authkit.' },
}

/**
 * Sign in with WorkOS SSO.
 *
 * Needs `WORKOS_CLIENT_ID`, `WORKOS_CLIENT_SECRET`. One of `WORKOS_ORGANIZATION`, `WORKOS_CONNECTION` and `WORKOS_PROVIDER` says where people sign in. The secret is the API key. WorkOS SSO does not say whether an address is verified.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function workos<const Id extends string = 'workos'>(wanted: WorkosOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ organization, connection, provider }: WorkosOptions): ProviderDescription {
  return {
    name: 'WorkOS SSO',
    kind: 'workos',
    protocol: 'oauth2',
    issuer: 'https://api.workos.com',
    endpoints: {
      authorization: 'https://api.workos.com/sso/authorize',
      token: 'https://api.workos.com/sso/token',
      userinfo: 'https://api.workos.com/sso/profile',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    authorizationParams: {
      ...(organization && { organization }),
      ...(connection && { connection }),
      ...(provider && { provider }),
    },
    loginHints: ['domain_hint'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.workos.com/sso/',
    toIdentity,
    brand,
    consoleUrl: 'https://dashboard.workos.com/',
  }
}
