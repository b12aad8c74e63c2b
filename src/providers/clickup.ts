// ClickUp: plain OAuth 2.0.
// https://developer.clickup.com/docs/authentication.md
// https://help.clickup.com/hc/en-us/articles/6303426241687-Use-the-ClickUp-API
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { withBearerType } from './definition/with-bearer-type.ts'

const brand = brandOf(
  '#7b68ee',
  'M2 18.439l3.69-2.828c1.961 2.56 4.044 3.739 6.363 3.739 2.307 0 4.33-1.166 6.203-3.704L22 18.405C19.298 22.065 15.941 24 12.053 24 8.178 24 4.788 22.078 2 18.439zM12.04 6.15l-6.568 5.66-3.036-3.52L12.055 0l9.543 8.296-3.05 3.509z',
)

const toIdentity = readProfile({
  subject: 'user.id',
  isNumeric: true,
  email: 'user.email',
  name: ['user.username'],
  picture: 'user.profilePicture',
})

/**
 * Sign in with ClickUp.
 *
 * Needs `CLICKUP_CLIENT_ID`, `CLICKUP_CLIENT_SECRET`: an owner or administrator of a workspace creates an app under
 * Settings, ClickUp API, and enters the redirect URI there. While signing in, people choose the workspaces that the
 * app may see; there are no scopes. ClickUp does not say whether an address is verified. Tokens do not expire, so
 * there is no refresh token; there is no revocation, and no PKCE.
 */
export function clickup<const Id extends string = 'clickup'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'ClickUp',
    kind: 'clickup',
    protocol: 'oauth2',
    issuer: 'https://app.clickup.com',
    endpoints: {
      authorization: 'https://app.clickup.com/api',
      token: 'https://api.clickup.com/api/v2/oauth/token',
      userinfo: 'https://api.clickup.com/api/v2/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.clickup.com/api/v2/',
    toIdentity,
    deviations: { normalizeTokenResponse: withBearerType },
    brand,
    consoleUrl: 'https://app.clickup.com/settings/apps',
  })
}
