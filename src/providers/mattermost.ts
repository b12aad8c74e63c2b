// Mattermost: plain OAuth 2.0.
// https://developers.mattermost.com/integrate/apps/authentication/oauth2/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#0058cc',
  'M12.081 0C7.048-.034 2.339 3.125.637 8.153c-2.125 6.276 1.24 13.086 7.516 15.21 6.276 2.125 13.086-1.24 15.21-7.516 1.727-5.1-.172-10.552-4.311-13.557l.126 2.547c2.065 2.282 2.88 5.512 1.852 8.549-1.534 4.532-6.594 6.915-11.3 5.321-4.708-1.593-7.28-6.559-5.745-11.092 1.031-3.046 3.655-5.121 6.694-5.67l1.642-1.94A4.87 4.87 0 0 0 12.08 0zm3.528 1.094a.284.284 0 0 0-.123.024l-.004.001a.33.33 0 0 0-.109.071c-.145.142-.657.828-.657.828L13.6 3.4l-1.3 1.585-2.232 2.776s-1.024 1.278-.798 2.851c.226 1.574 1.396 2.34 2.304 2.648.907.307 2.302.408 3.438-.704 1.135-1.112 1.098-2.75 1.098-2.75l-.087-3.56-.07-2.05-.047-1.775s.01-.856-.02-1.057a.33.33 0 0 0-.035-.107l-.006-.012-.007-.011a.277.277 0 0 0-.229-.14z',
)

const toIdentity = readProfile({
  subject: 'id',
  email: 'email',
  emailVerified: 'email_verified',
  name: ['first_name+last_name', 'username'],
})

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://chat.example.com',
    sentence: 'The server’s address: Site URL in its System Console.',
  },
}

/**
 * Sign in with Mattermost.
 *
 * Needs `MATTERMOST_CLIENT_ID`, `MATTERMOST_CLIENT_SECRET`, `MATTERMOST_BASE_URL`. An administrator turns on the OAuth
 * 2.0 service provider in the System Console; then add an application under Integrations > OAuth 2.0 Applications with
 * the callback URL, as a confidential client.
 *
 * Tokens have all rights of the person: there are no scopes. An address counts as verified if the server says that it
 * was confirmed. A refresh token is always issued.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function mattermost<const Id extends string = 'mattermost'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Mattermost',
    kind: 'mattermost',
    protocol: 'oauth2',
    issuer: baseUrl,
    endpoints: {
      authorization: `${baseUrl}/oauth/authorize`,
      token: `${baseUrl}/oauth/access_token`,
      userinfo: `${baseUrl}/api/v4/users/me`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${baseUrl}/api/v4/`,
    toIdentity,
    brand,
  }
}
