// SoundCloud: plain OAuth 2.0.
// https://developers.soundcloud.com/blog/security-updates-api
// https://github.com/soundcloud/api/blob/master/Agents.md
// https://developers.soundcloud.com/docs/api/guide
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#ff5500',
  'M23.999 14.165c-.052 1.796-1.612 3.169-3.4 3.169h-8.18a.68.68 0 0 1-.675-.683V7.862a.747.747 0 0 1 .452-.724s.75-.513 2.333-.513a5.364 5.364 0 0 1 2.763.755 5.433 5.433 0 0 1 2.57 3.54c.282-.08.574-.121.868-.12.884 0 1.73.358 2.347.992s.948 1.49.922 2.373ZM10.721 8.421c.247 2.98.427 5.697 0 8.672a.264.264 0 0 1-.53 0c-.395-2.946-.22-5.718 0-8.672a.264.264 0 0 1 .53 0ZM9.072 9.448c.285 2.659.37 4.986-.006 7.655a.277.277 0 0 1-.55 0c-.331-2.63-.256-5.02 0-7.655a.277.277 0 0 1 .556 0Zm-1.663-.257c.27 2.726.39 5.171 0 7.904a.266.266 0 0 1-.532 0c-.38-2.69-.257-5.21 0-7.904a.266.266 0 0 1 .532 0Zm-1.647.77a26.108 26.108 0 0 1-.008 7.147.272.272 0 0 1-.542 0 27.955 27.955 0 0 1 0-7.147.275.275 0 0 1 .55 0Zm-1.67 1.769c.421 1.865.228 3.5-.029 5.388a.257.257 0 0 1-.514 0c-.21-1.858-.398-3.549 0-5.389a.272.272 0 0 1 .543 0Zm-1.655-.273c.388 1.897.26 3.508-.01 5.412-.026.28-.514.283-.54 0-.244-1.878-.347-3.54-.01-5.412a.283.283 0 0 1 .56 0Zm-1.668.911c.4 1.268.257 2.292-.026 3.572a.257.257 0 0 1-.514 0c-.241-1.262-.354-2.312-.023-3.572a.283.283 0 0 1 .563 0Z',
)

const toIdentity = readProfile({ subject: 'urn', name: ['full_name', 'username'], picture: 'avatar_url' })

/**
 * Sign in with SoundCloud.
 *
 * Needs `SOUNDCLOUD_CLIENT_ID`, `SOUNDCLOUD_CLIENT_SECRET`: an application at soundcloud.com/you/apps, one per
 * account; registration was closed for years, and may ask for a reason. SoundCloud gives no e-mail address. People are
 * identified by `urn`. Tokens are sent with the scheme `OAuth`. An access token is valid for an hour; a refresh token
 * comes with every sign-in and works once. Ending the grant also signs its session out at SoundCloud.
 */
export function soundcloud<const Id extends string = 'soundcloud'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'SoundCloud',
    kind: 'soundcloud',
    protocol: 'oauth2',
    issuer: 'https://secure.soundcloud.com',
    endpoints: {
      authorization: 'https://secure.soundcloud.com/authorize',
      token: 'https://secure.soundcloud.com/oauth/token',
      revocation: 'https://secure.soundcloud.com/sign-out',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.soundcloud.com/',
    toIdentity,
    deviations: {
      fetchProfile,
      // https://developers.soundcloud.com/docs/api/guide: ends the access token's session.
      revoke: ({ endpoint, token, hint }) =>
        endpoint === undefined || hint === 'refresh_token'
          ? null
          : { url: endpoint, method: 'POST', body: { access_token: token } },
    },
    brand,
    consoleUrl: 'https://soundcloud.com/you/apps',
  })
}

/** https://developers.soundcloud.com/docs/api/guide: the token's scheme is OAuth. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  return (await fetch('me', { tokenScheme: 'OAuth' })) as Claims
}
