// Wikimedia: plain OAuth 2.0.
// https://www.mediawiki.org/wiki/OAuth/For_Developers
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#000000', 'W')

const toIdentity = readProfile({
  subject: 'sub',
  isNumeric: true,
  email: 'email',
  emailVerified: 'confirmed_email',
  name: ['realname', 'username'],
})

export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    default: 'https://meta.wikimedia.org',
    sentence: 'The wiki with the extension OAuth.',
  },
}

/**
 * Sign in with Wikimedia.
 *
 * Needs `WIKIMEDIA_CLIENT_ID`, `WIKIMEDIA_CLIENT_SECRET`. Wikimedia wants a User-Agent that says how to reach you: `WIKIMEDIA_USER_AGENT`.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function wikimedia<const Id extends string = 'wikimedia'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Wikimedia',
    kind: 'wikimedia',
    protocol: 'oauth2',
    issuer: baseUrl,
    endpoints: {
      authorization: `${baseUrl}/w/rest.php/oauth2/authorize`,
      token: `${baseUrl}/w/rest.php/oauth2/access_token`,
      userinfo: `${baseUrl}/w/rest.php/oauth2/resource/profile`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${baseUrl}/w/rest.php/oauth2/resource/`,
    toIdentity,
    brand,
    consoleUrl: 'https://meta.wikimedia.org/wiki/Special:OAuthConsumerRegistration',
  }
}
