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
 * Needs `LARK_CLIENT_ID` (the App ID), `LARK_CLIENT_SECRET` (the App Secret): in the developer console, with the
 * redirect URI under Security Settings. For use outside China; in China the product is called Feishu. The person must
 * be among those for whom the app is available. People are identified by `union_id`, which is the same for all apps of
 * one developer. An e-mail address needs the permission `contact:user.email:readonly`, and nothing says whether it is
 * verified; the organization's address takes precedence over the personal one. With `keepTokens` the app needs the
 * permission `offline_access`; a refresh token works once. Lark's own page on these addresses could not be opened;
 * Feishu's on the same protocol could.
 */
export function lark<const Id extends string = 'lark'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Lark',
    kind: 'lark',
    protocol: 'oauth2',
    issuer: 'https://accounts.larksuite.com',
    endpoints: {
      authorization: 'https://accounts.larksuite.com/open-apis/authen/v1/authorize',
      token: 'https://open.larksuite.com/open-apis/authen/v2/oauth/token',
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
