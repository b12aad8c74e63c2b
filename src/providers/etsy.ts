// Etsy: plain OAuth 2.0.
// https://developers.etsy.com/documentation/essentials/authentication
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#f16521',
  'M8.559 2.445c0-.325.033-.52.59-.52h7.465c1.3 0 2.02 1.11 2.54 3.193l.42 1.666h1.27c.23-4.728.43-6.784.43-6.784s-3.196.36-5.09.36H6.635L1.521.196v1.37l1.725.326c1.21.24 1.5.496 1.6 1.606 0 0 .11 3.27.11 8.64 0 5.385-.09 8.61-.09 8.61 0 .973-.39 1.333-1.59 1.573l-1.722.33V24l5.13-.165h8.55c1.935 0 6.39.165 6.39.165.105-1.17.75-6.48.855-7.064h-1.2l-1.284 2.91c-1.005 2.28-2.476 2.445-4.11 2.445h-4.906c-1.63 0-2.415-.64-2.415-2.05V12.8s3.62 0 4.79.096c.912.064 1.463.325 1.76 1.598l.39 1.695h1.41l-.09-4.278.192-4.305h-1.391l-.45 1.89c-.283 1.244-.48 1.47-1.754 1.6-1.666.17-4.815.14-4.815.14V2.45h-.05z',
)

const toIdentity = readProfile({
  subject: 'user_id',
  isNumeric: true,
  email: 'primary_email',
  name: ['first_name+last_name'],
  picture: 'image_url_75x75',
})

/** Options of `etsy()`: those of every provider, and its own. */
export interface EtsyOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The shared secret of the application; the keystring is the client id. */
  readonly sharedSecret?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<EtsyOptions> = {
  sharedSecret: {
    kind: 'secret',
    required: true,
    example: 'abcdefghij',
    sentence:
      'The shared secret of the application, next to its keystring under Your Apps; the keystring is the client id.',
  },
}

/**
 * Sign in with Etsy.
 *
 * Needs `ETSY_CLIENT_ID` and `ETSY_SHARED_SECRET`: keystring and shared secret under Your Apps, where you enter the
 * callback URL, which should be https. PKCE protects the code; the shared secret is sent only with API calls.
 *
 * Etsy does not say whether an address is verified. Access tokens are valid for an hour, refresh tokens for 90 days.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function etsy<const Id extends string = 'etsy'>(wanted: EtsyOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sharedSecret = '' }: EtsyOptions): ProviderDescription {
  return {
    name: 'Etsy',
    kind: 'etsy',
    protocol: 'oauth2',
    issuer: 'https://www.etsy.com',
    endpoints: {
      authorization: 'https://www.etsy.com/oauth/connect',
      token: 'https://api.etsy.com/v3/public/oauth/token',
    },
    clientAuthentication: 'none',
    scopes: ['email_r'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://openapi.etsy.com/v3/application/',
    toIdentity,
    deviations: {
      // https://developers.etsy.com/documentation/essentials/authentication: each call needs the key, and the token begins
      // with the person's number and a dot.
      fetchProfile: async ({ accessToken, clientId, fetch }) => {
        const user = /^\d+/.exec(accessToken)?.[0] ?? ''
        const headers = { 'x-api-key': `${clientId}:${sharedSecret}` }
        return (await fetch(`users/${user}`, { headers })) as Claims
      },
    },
    brand,
    consoleUrl: 'https://www.etsy.com/developers/your-apps',
  }
}
