// Nextcloud: plain OAuth 2.0.
// https://docs.nextcloud.com/server/21/admin_manual/configuration_server/oauth2.html
// https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/oauth2.html
import type { Claims, OwnOptions, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#0082c9',
  'M12.018 6.537c-2.5 0-4.6 1.712-5.241 4.015-.56-1.232-1.793-2.105-3.225-2.105A3.569 3.569 0 0 0 0 12a3.569 3.569 0 0 0 3.552 3.553c1.432 0 2.664-.874 3.224-2.106.641 2.304 2.742 4.016 5.242 4.016 2.487 0 4.576-1.693 5.231-3.977.569 1.21 1.783 2.067 3.198 2.067A3.568 3.568 0 0 0 24 12a3.569 3.569 0 0 0-3.553-3.553c-1.416 0-2.63.858-3.199 2.067-.654-2.284-2.743-3.978-5.23-3.977zm0 2.085c1.878 0 3.378 1.5 3.378 3.378 0 1.878-1.5 3.378-3.378 3.378A3.362 3.362 0 0 1 8.641 12c0-1.878 1.5-3.378 3.377-3.378zm-8.466 1.91c.822 0 1.467.645 1.467 1.468s-.644 1.467-1.467 1.468A1.452 1.452 0 0 1 2.085 12c0-.823.644-1.467 1.467-1.467zm16.895 0c.823 0 1.468.645 1.468 1.468s-.645 1.468-1.468 1.468A1.452 1.452 0 0 1 18.98 12c0-.823.644-1.467 1.467-1.467z',
)

const toIdentity = readProfile({
  subject: 'ocs.data.id',
  email: 'ocs.data.email',
  name: ['ocs.data.displayname', 'ocs.data.display-name'],
})

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://cloud.example.com',
    sentence: 'The server’s address, including the path if Nextcloud is in a subfolder.',
  },
}

/**
 * Sign in with Nextcloud.
 *
 * Needs `NEXTCLOUD_CLIENT_ID`, `NEXTCLOUD_CLIENT_SECRET`, `NEXTCLOUD_BASE_URL`: an administrator adds an OAuth 2.0
 * client under Administration settings, Security. Nextcloud has no scopes: each token gives access to the whole
 * account with its files, so Nextcloud itself does not recommend it for signing in to other services; keep no tokens.
 * People are identified by the user id, which does not change; but an administrator may delete an account and give its
 * id to another person. Nextcloud does not say whether an address is verified. A server without pretty URLs needs
 * `NEXTCLOUD_AUTHORIZATION_ENDPOINT` and `NEXTCLOUD_TOKEN_ENDPOINT` with `/index.php` before `/apps`. Apache must pass
 * on the Authorization header. There is no PKCE and no revocation.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function nextcloud<const Id extends string = 'nextcloud'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Nextcloud',
    kind: 'nextcloud',
    protocol: 'oauth2',
    issuer: baseUrl,
    endpoints: {
      authorization: `${baseUrl}/apps/oauth2/authorize`,
      token: `${baseUrl}/apps/oauth2/api/v1/token`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${baseUrl}/ocs/v2.php/`,
    toIdentity,
    deviations: {
      fetchProfile,
    },
    brand,
  }
}

/** https://docs.nextcloud.com/server/latest/developer_manual/client_apis/OCS/ocs-api-overview.html: calls need this header. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const headers = { 'OCS-APIRequest': 'true' }
  return (await fetch('cloud/user', { query: { format: 'json' }, headers })) as Claims
}
