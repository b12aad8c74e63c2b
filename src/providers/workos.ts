// WorkOS SSO: plain OAuth 2.0.
// https://workos.com/docs/reference/sso
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { textOrNull } from './definition/text-or-null.ts'
import { withTokenType } from './definition/with-token-type.ts'

const brand = brandOf('#6363f1', 'W')

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['first_name+last_name'] })

/** Options of `workos()`: those of every provider, and its own. */
export interface WorkosOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The organization whose people sign in. */
  readonly organization?: string | undefined
  /** The connection, instead of an organization. */
  readonly connection?: string | undefined
  /** A social provider, instead of both, such as GoogleOAuth or authkit. */
  readonly provider?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<WorkosOptions> = {
  organization: {
    kind: 'name',
    example: 'org_01EHWNCE74X7JSDV0X3SZ3KJNY',
    sentence: 'The organization whose people sign in: its id, shown under Organizations in the dashboard.',
  },
  connection: {
    kind: 'name',
    example: 'conn_01E4ZCR3C56J083X43JQXF3JK5',
    sentence: 'The connection, instead of an organization: its id, shown with the organization’s connection.',
  },
  provider: {
    kind: 'text',
    example: 'GoogleOAuth',
    sentence:
      'A social provider, instead of both: GoogleOAuth, MicrosoftOAuth, GitHubOAuth, AppleOAuth or authkit.',
  },
}

/**
 * Sign in with WorkOS SSO.
 *
 * Needs `WORKOS_CLIENT_ID`, and `WORKOS_CLIENT_SECRET`, which is an API key of the environment. One of
 * `WORKOS_ORGANIZATION`, `WORKOS_CONNECTION` and `WORKOS_PROVIDER` says where people sign in. Enter the redirect URI
 * in the dashboard under Redirects.
 *
 * A profile belongs to a connection: the same person through another connection has another account.
 * `allowOrganization` reads the organization's id. WorkOS SSO does not say whether an address is verified, and gives
 * no refresh token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
    organizationOf: ({ organization_id: organization }) => textOrNull(organization),
    // https://workos.com/docs/reference/sso/profile/get-user-profile: the answer has a token and a profile, but not always a token type.
    deviations: { normalizeTokenResponse: withTokenType },
    brand,
    consoleUrl: 'https://dashboard.workos.com/',
  }
}
