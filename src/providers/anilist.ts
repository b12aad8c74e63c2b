// AniList: plain OAuth 2.0.
// https://docs.anilist.co/guide/auth/authorization-code
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#02a9ff',
  'M24 17.53v2.421c0 .71-.391 1.101-1.1 1.101h-5l-.057-.165L11.84 3.736c.106-.502.46-.788 1.053-.788h2.422c.71 0 1.1.391 1.1 1.1v12.38H22.9c.71 0 1.1.392 1.1 1.101zM11.034 2.947l6.337 18.104h-4.918l-1.052-3.131H6.019l-1.077 3.131H0L6.361 2.948h4.673zm-.66 10.96-1.69-5.014-1.541 5.015h3.23z',
)

const toIdentity = readProfile({
  subject: 'data.Viewer.id',
  isNumeric: true,
  name: ['data.Viewer.name'],
  picture: 'data.Viewer.avatar.large',
})

/**
 * Sign in with AniList.
 *
 * Needs `ANILIST_CLIENT_ID`, `ANILIST_CLIENT_SECRET`, of an application created in AniList's developer settings, with
 * its redirect URL, which is compared exactly. An application cannot be deleted.
 *
 * AniList gives no e-mail address. It has no scopes: an access token may do almost everything that the person may, for
 * one year, and cannot be refreshed. Keep tokens only where the application needs them. AniList does not document
 * PKCE, and ignores it.
 */
export function anilist<const Id extends string = 'anilist'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'AniList',
    kind: 'anilist',
    protocol: 'oauth2',
    issuer: 'https://anilist.co',
    endpoints: {
      authorization: 'https://anilist.co/api/v2/oauth/authorize',
      token: 'https://anilist.co/api/v2/oauth/token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://graphql.anilist.co/',
    toIdentity,
    deviations: {
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://anilist.co/settings/developer',
  })
}

/** https://docs.anilist.co/guide/auth/authorization-code */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const query = 'query { Viewer { id name avatar { large } } }'
  return (await fetch('', { body: { query } })) as Claims
}
