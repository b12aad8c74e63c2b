// Feishu: plain OAuth 2.0.
// https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/get-user-access-token
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { feishuDeviations, readFeishuProfile } from './definition/feishu-protocol.ts'

const brand = brandOf('#3370ff', 'F')

/**
 * Sign in with Feishu.
 *
 * Needs `FEISHU_CLIENT_ID` (the App ID), `FEISHU_CLIENT_SECRET` (the App Secret): in the developer console, with the
 * redirect URI under Security Settings. For China; elsewhere the product is called Lark. The person must be among
 * those for whom the app is available. People are identified by `union_id`, which is the same for all apps of one
 * developer. An e-mail address needs the permission `contact:user.email:readonly`, and nothing says whether it is
 * verified; the organization's address takes precedence over the personal one. With `keepTokens` the app needs the
 * permission `offline_access`; a refresh token works once.
 */
export function feishu<const Id extends string = 'feishu'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Feishu',
    kind: 'feishu',
    protocol: 'oauth2',
    issuer: 'https://accounts.feishu.cn',
    endpoints: {
      authorization: 'https://accounts.feishu.cn/open-apis/authen/v1/authorize',
      token: 'https://open.feishu.cn/open-apis/authen/v2/oauth/token',
      userinfo: 'https://open.feishu.cn/open-apis/authen/v1/user_info',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['contact:user.email:readonly'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://open.feishu.cn/open-apis/',
    toIdentity: readFeishuProfile,
    deviations: feishuDeviations,
    brand,
    consoleUrl: 'https://open.feishu.cn/app',
  })
}
