// JumpCloud: OpenID Connect by discovery.
// https://jumpcloud.com/support/sso-with-oidc
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#063b46', 'J')

/**
 * Sign in with JumpCloud.
 *
 * Needs `JUMPCLOUD_CLIENT_ID`, `JUMPCLOUD_CLIENT_SECRET`. In the Admin Portal, under SSO Applications, add a custom
 * application with "Configure SSO with OIDC": enter the redirect URI and the login URL, choose the client
 * authentication type (set `JUMPCLOUD_CLIENT_AUTH` unless it is the first one in the metadata), and select the
 * standard scopes Email and Profile. Bind it to the user groups that may sign in.
 *
 * The issuer ends in a slash and is the same for all organizations: the client determines whose people sign in. For
 * refresh tokens, enable the grant type Refresh Token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function jumpcloud<const Id extends string = 'jumpcloud'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'JumpCloud',
    kind: 'jumpcloud',
    protocol: 'oidc',
    issuer: 'https://oauth.id.jumpcloud.com/',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://oauth.id.jumpcloud.com/',
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://console.jumpcloud.com/',
  })
}
