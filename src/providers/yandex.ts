// Yandex: plain OAuth 2.0.
// https://yandex.com/dev/id/doc/en/user-information
// https://yandex.com/dev/id/doc/en/tokens/token-invalidate
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#fc3f1d', 'Y')

const read = readProfile({ subject: 'id', email: 'default_email', name: ['real_name', 'display_name'] })

/**
 * Sign in with Yandex.
 *
 * Needs `YANDEX_CLIENT_ID`, `YANDEX_CLIENT_SECRET`: an application at oauth.yandex.com of the kind "for user
 * authorization", with the permissions for the address, the name and the picture selected. Yandex does not say whether
 * an address is verified. `id` is the same for all applications; `psuid` is specific to each application, and is not
 * used. `authorizationParams: { force_confirm: 'yes' }` asks for consent again. A refresh token comes with every
 * sign-in. Yandex revokes only tokens issued for a named device, so the person must end the grant in Yandex ID;
 * changing the password ends all grants.
 */
export function yandex<const Id extends string = 'yandex'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Yandex',
    kind: 'yandex',
    protocol: 'oauth2',
    issuer: 'https://oauth.yandex.com',
    endpoints: {
      authorization: 'https://oauth.yandex.com/authorize',
      token: 'https://oauth.yandex.com/token',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['login:info', 'login:email', 'login:avatar'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://login.yandex.ru/',
    toIdentity,
    deviations: {
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://oauth.yandex.com/',
  })
}

/** https://yandex.com/dev/id/doc/en/: the token's scheme is OAuth. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  return (await fetch('info', { tokenScheme: 'OAuth', query: { format: 'json' } })) as Claims
}

function toIdentity(profile: Claims): IdentityDraft {
  const { default_avatar_id: avatar, is_avatar_empty: isEmpty } = profile
  const hasAvatar = typeof avatar === 'string' && avatar !== '' && isEmpty === false
  return {
    ...read(profile),
    picture: hasAvatar ? `https://avatars.yandex.net/get-yapic/${avatar}/islands-200` : null,
  }
}
