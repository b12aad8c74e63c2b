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

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    default: 'https://meta.wikimedia.org',
    sentence: 'The wiki with the extension OAuth, where `/w/rest.php` is.',
  },
}

/**
 * Sign in with Wikimedia.
 *
 * Needs `WIKIMEDIA_CLIENT_ID` (the client application key), `WIKIMEDIA_CLIENT_SECRET`: propose an OAuth 2.0 client on
 * Meta-Wiki under Special:OAuthConsumerRegistration/propose. Its grants cannot be changed later: choose "User identity
 * verification only with access to real name and email address" to receive the address. Until it is reviewed, only you
 * can sign in with it. The redirect URI must match the callback URL exactly, unless you declared it a prefix. `sub` is
 * the number of the central account. `confirmed_email` says whether the address was confirmed. Wikimedia requires a
 * User-Agent that says how to reach you: set `WIKIMEDIA_USER_AGENT`. For another MediaWiki with the extension OAuth
 * set `WIKIMEDIA_BASE_URL`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
    apiBaseUrl: `${baseUrl}/w/rest.php/`,
    toIdentity,
    brand,
    consoleUrl: 'https://meta.wikimedia.org/wiki/Special:OAuthConsumerRegistration',
  }
}
