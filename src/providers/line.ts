// LINE: OpenID Connect by discovery.
// https://developers.line.biz/en/docs/line-login/verify-id-token/
// https://developers.line.biz/en/reference/line-login/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#06c755',
  'M19.365 9.863c.349 0 .63.285.63.631 0 .345-.281.63-.63.63H17.61v1.125h1.755c.349 0 .63.283.63.63 0 .344-.281.629-.63.629h-2.386c-.345 0-.627-.285-.627-.629V8.108c0-.345.282-.63.63-.63h2.386c.346 0 .627.285.627.63 0 .349-.281.63-.63.63H17.61v1.125h1.755zm-3.855 3.016c0 .27-.174.51-.432.596-.064.021-.133.031-.199.031-.211 0-.391-.09-.51-.25l-2.443-3.317v2.94c0 .344-.279.629-.631.629-.346 0-.626-.285-.626-.629V8.108c0-.27.173-.51.43-.595.06-.023.136-.033.194-.033.195 0 .375.104.495.254l2.462 3.33V8.108c0-.345.282-.63.63-.63.345 0 .63.285.63.63v4.771zm-5.741 0c0 .344-.282.629-.631.629-.345 0-.627-.285-.627-.629V8.108c0-.345.282-.63.63-.63.346 0 .628.285.628.63v4.771zm-2.466.629H4.917c-.345 0-.63-.285-.63-.629V8.108c0-.345.285-.63.63-.63.348 0 .63.285.63.63v4.141h1.756c.348 0 .629.283.629.63 0 .344-.282.629-.629.629M24 10.314C24 4.943 18.615.572 12 .572S0 4.943 0 10.314c0 4.811 4.27 8.842 10.035 9.608.391.082.923.258 1.058.59.12.301.079.766.038 1.08l-.164 1.02c-.045.301-.24 1.186 1.049.645 1.291-.539 6.916-4.078 9.436-6.975C23.176 14.393 24 12.458 24 10.314',
)

/** Options of `line()`: those of every provider, and its own. */
export interface LineOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Ask people to add the official account as a friend: `normal` (on the consent page) or `aggressive` (on a separate page). */
  readonly botPrompt?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<LineOptions> = {
  botPrompt: {
    kind: 'text',
    values: ['normal', 'aggressive'],
    sentence:
      'Ask people to add the official account that is linked to the channel as a friend: on the consent page, or on a separate page.',
  },
}

/**
 * Sign in with LINE.
 *
 * Needs `LINE_CLIENT_ID` (the channel id), `LINE_CLIENT_SECRET` (the channel secret), from the Basic settings of a
 * LINE Login channel; callback URLs are registered under its LINE Login settings. LINE signs the ID tokens of web
 * logins with HS256 and the channel secret.
 *
 * User ids never change, and are the same in all channels of one provider (as the console calls it). An e-mail address
 * needs a permission that you apply for in the console, and LINE does not say whether it is verified. A refresh token
 * comes with every sign-in. Ending the grant also revokes the access token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function line<const Id extends string = 'line'>(wanted: LineOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ botPrompt }: LineOptions): ProviderDescription {
  return {
    name: 'LINE',
    kind: 'line',
    protocol: 'oidc',
    issuer: 'https://access.line.me',
    clientAuthentication: 'client_secret_post',
    // https://developers.line.biz/en/docs/line-login/verify-id-token/
    idTokenSigningAlg: 'HS256',
    scopes: ['openid', 'profile', 'email'],
    authorizationParams: { ...(botPrompt && { bot_prompt: botPrompt }) },
    loginHints: ['bot_prompt'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://api.line.me/',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    deviations: {
      // https://developers.line.biz/en/reference/line-login/#revoke-access-token: `access_token` instead of `token`.
      revoke: ({ token, hint, clientId, clientSecret }) =>
        hint === 'refresh_token'
          ? null
          : {
              url: 'https://api.line.me/oauth2/v2.1/revoke',
              method: 'POST',
              body: new URLSearchParams({
                client_id: clientId,
                client_secret: clientSecret ?? '',
                access_token: token,
              }),
            },
    },
    brand,
    consoleUrl: 'https://developers.line.biz/console/',
  }
}
