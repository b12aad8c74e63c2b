// Lark: plain OAuth 2.0.
// https://open.larksuite.com/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/get-user-access-token
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { feishuDeviations, readFeishuProfile } from './definition/feishu-protocol.ts'

const brand = brandOf('#3370ff', 'L')

/**
 * Sign in with Lark.
 *
 * Needs `LARK_CLIENT_ID`, `LARK_CLIENT_SECRET` (app id and app secret). Outside of China; in it the product is called Feishu. People are found by `union_id`. An address needs its permission, and it is not said whether it is verified.
 */
export function lark<const Id extends string = 'lark'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Lark',
    kind: 'lark',
    protocol: 'oauth2',
    issuer: 'https://accounts.larksuite.com',
    endpoints: {
      authorization: 'https://accounts.larksuite.com/open-apis/authen/v1/authorize',
      token: 'https://accounts.larksuite.com/oauth/v3/token',
      userinfo: 'https://open.larksuite.com/open-apis/authen/v1/user_info',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['contact:user.email:readonly'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://open.larksuite.com/open-apis/',
    toIdentity: readFeishuProfile,
    deviations: feishuDeviations,
    brand,
    consoleUrl: 'https://open.larksuite.com/app',
  })
}
