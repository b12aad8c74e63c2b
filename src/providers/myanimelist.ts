// MyAnimeList: plain OAuth 2.0.
// https://myanimelist.net/apiconfig/references/authorization
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#2e51a2',
  'M14.921 6.479c-.82 0-3.683 0-4.947 3.156-.662 1.652-.986 4.812.876 7.886l1.934-1.41s-.767-1.095-1.083-3.191h2.897l.022 3.19h2.604V8.835h-2.581v2.043l-2.46-.023s.413-2.408 2.877-2.336h2.454l-.572-2.04ZM0 6.528v9.624h2.348v-5.84l2.031 2.664 2.047-2.652v5.828h2.336V6.528H6.437L4.368 9.474 2.31 6.528Zm18.447.022v9.583h5.022L24 14.09h-3.232V6.55Z',
)

const toIdentity = readProfile({ subject: 'id', isNumeric: true, name: ['name'], picture: 'picture' })

/**
 * Sign in with MyAnimeList.
 *
 * Needs `MYANIMELIST_CLIENT_ID`, `MYANIMELIST_CLIENT_SECRET`: under Account Settings, API, create an application of
 * the type "web"; other types get no secret. MyAnimeList gives no e-mail address. It supports only the PKCE method
 * `plain`, so the code verifier is visible in the address of the sign-in page. An access token is valid for an hour, a
 * refresh token a month. There are no scopes and no revocation.
 */
export function myanimelist<const Id extends string = 'myanimelist'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'MyAnimeList',
    kind: 'myanimelist',
    protocol: 'oauth2',
    issuer: 'https://myanimelist.net',
    endpoints: {
      authorization: 'https://myanimelist.net/v1/oauth2/authorize',
      token: 'https://myanimelist.net/v1/oauth2/token',
      userinfo: 'https://api.myanimelist.net/v2/users/@me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.myanimelist.net/v2/',
    toIdentity,
    deviations: {
      // https://myanimelist.net/apiconfig/references/authorization: only the method plain.
      pkce: 'plain',
    },
    brand,
    consoleUrl: 'https://myanimelist.net/apiconfig',
  })
}
