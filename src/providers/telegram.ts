// Telegram: OpenID Connect by discovery.
// https://core.telegram.org/bots/telegram-login
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#26a5e4',
  'M11.944 0A12 12 0 0 0 0 12a12 12 0 0 0 12 12 12 12 0 0 0 12-12A12 12 0 0 0 12 0a12 12 0 0 0-.056 0zm4.962 7.224c.1-.002.321.023.465.14a.506.506 0 0 1 .171.325c.016.093.036.306.02.472-.18 1.898-.962 6.502-1.36 8.627-.168.9-.499 1.201-.82 1.23-.696.065-1.225-.46-1.9-.902-1.056-.693-1.653-1.124-2.678-1.8-1.185-.78-.417-1.21.258-1.91.177-.184 3.247-2.977 3.307-3.23.007-.032.014-.15-.056-.212s-.174-.041-.249-.024c-.106.024-1.793 1.14-5.061 3.345-.48.33-.913.49-1.302.48-.428-.008-1.252-.241-1.865-.44-.752-.245-1.349-.374-1.297-.789.027-.216.325-.437.893-.663 3.498-1.524 5.83-2.529 6.998-3.014 3.332-1.386 4.025-1.627 4.476-1.635z',
)

/**
 * Sign in with Telegram.
 *
 * Needs `TELEGRAM_CLIENT_ID`, `TELEGRAM_CLIENT_SECRET`. Create a bot with @BotFather, open Bot Settings > Web Login,
 * and register the redirect URI there as an allowed URL: the page shows the client id, which is the bot's id, and the
 * client secret, which is not the bot's token.
 *
 * ID tokens are signed with RS256 unless you chose another algorithm for the bot: then set
 * `TELEGRAM_ID_TOKEN_SIGNING_ALG`. Telegram gives no e-mail address, no refresh token and no logout. With the scope
 * `phone` it also gives the verified telephone number.
 */
export function telegram<const Id extends string = 'telegram'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Telegram',
    kind: 'telegram',
    protocol: 'oidc',
    issuer: 'https://oauth.telegram.org',
    scopes: ['openid', 'profile'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://oauth.telegram.org',
    toIdentity: (claims: Claims) => {
      const draft = readStandardClaims(claims)
      return { ...draft, email: null, emailVerified: false, name: draft.name || claims.preferred_username }
    },
    brand,
    consoleUrl: 'https://t.me/BotFather',
  })
}
