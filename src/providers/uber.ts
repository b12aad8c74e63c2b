// Uber: plain OAuth 2.0.
// https://developer.uber.com/docs/consumer-identity/guides/authorization-code-flow
// https://developer.uber.com/docs/consumer-identity/guides/scopes
// https://developer.uber.com/docs/riders/references/api/v2/authorize-get
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#000000',
  'M0 7.97v4.958c0 1.867 1.302 3.101 3 3.101.826 0 1.562-.316 2.094-.87v.736H6.27V7.97H5.082v4.888c0 1.257-.85 2.106-1.947 2.106-1.11 0-1.946-.827-1.946-2.106V7.971H0zm7.44 0v7.925h1.13v-.725c.521.532 1.257.86 2.06.86a3.006 3.006 0 0 0 3.034-3.01 3.01 3.01 0 0 0-3.033-3.024 2.86 2.86 0 0 0-2.049.861V7.971H7.439zm9.869 2.038c-1.687 0-2.965 1.37-2.965 3 0 1.72 1.334 3.01 3.066 3.01 1.053 0 1.913-.463 2.49-1.233l-.826-.611c-.43.577-.996.847-1.664.847-.973 0-1.753-.7-1.912-1.64h4.697v-.373c0-1.72-1.222-3-2.886-3zm6.295.068c-.634 0-1.098.294-1.381.758v-.713h-1.131v5.774h1.142V12.61c0-.894.544-1.47 1.291-1.47H24v-1.065h-.396zm-6.319.928c.85 0 1.564.588 1.756 1.47H15.52c.203-.882.916-1.47 1.765-1.47zm-6.732.012c1.086 0 1.98.883 1.98 2.004a1.993 1.993 0 0 1-1.98 2.001A1.989 1.989 0 0 1 8.56 13.02a1.99 1.99 0 0 1 1.992-2.004z',
)

const toIdentity = readProfile({
  subject: 'uuid',
  email: 'email',
  name: ['first_name+last_name'],
  picture: 'picture',
})

/**
 * Sign in with Uber.
 *
 * Needs `UBER_CLIENT_ID`, `UBER_CLIENT_SECRET`: an application in the developer dashboard, with the redirect URI under
 * Setup. The scope `profile` gives access to name, e-mail address and picture; Uber grants it after a review, and
 * until then only to the developers of the application. `uuid` is specific to each application. Uber does not say
 * whether an address is verified. OpenID Connect is for approved partners only, and is not used. With `keepTokens` the
 * scope `offline_access` is added. Ending the grant also revokes it at Uber.
 */
export function uber<const Id extends string = 'uber'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Uber',
    kind: 'uber',
    protocol: 'oauth2',
    issuer: 'https://auth.uber.com',
    endpoints: {
      authorization: 'https://auth.uber.com/oauth/v2/authorize',
      token: 'https://auth.uber.com/oauth/v2/token',
      userinfo: 'https://api.uber.com/v1.2/me',
      revocation: 'https://auth.uber.com/oauth/v2/revoke',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.uber.com/v1.2/',
    toIdentity,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
      // https://developer.uber.com/docs/riders/references/api/v2/authorize-get
      reauthentication: { prompt: 'login' },
    },
    brand,
    consoleUrl: 'https://developer.uber.com/dashboard/',
  })
}
