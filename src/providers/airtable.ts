// Airtable: plain OAuth 2.0.
// https://airtable.com/developers/web/api/oauth-reference
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#18bfff',
  'M11.992 1.966c-.434 0-.87.086-1.28.257L1.779 5.917c-.503.208-.49.908.012 1.116l8.982 3.558a3.266 3.266 0 0 0 2.454 0l8.982-3.558c.503-.196.503-.908.012-1.116l-8.957-3.694a3.255 3.255 0 0 0-1.272-.257zM23.4 8.056a.589.589 0 0 0-.222.045l-10.012 3.877a.612.612 0 0 0-.38.564v8.896a.6.6 0 0 0 .821.552L23.62 18.1a.583.583 0 0 0 .38-.551V8.653a.6.6 0 0 0-.6-.596zM.676 8.095a.644.644 0 0 0-.48.19C.086 8.396 0 8.53 0 8.69v8.355c0 .442.515.737.908.54l6.27-3.006.307-.147 2.969-1.436c.466-.22.43-.908-.061-1.092L.883 8.138a.57.57 0 0 0-.207-.044z',
)

const toIdentity = readProfile({ subject: 'id', email: 'email' })

/**
 * Sign in with Airtable.
 *
 * Needs `AIRTABLE_CLIENT_ID`, `AIRTABLE_CLIENT_SECRET`: register an OAuth integration at airtable.com/create/oauth,
 * with the scope `user.email:read` enabled, and generate a secret there. For people other than yourself, the
 * integration needs terms of service, a privacy policy and a support address. Redirect URIs must be `https:`, except
 * for localhost. Airtable does not say whether an address is verified, and gives neither name nor picture. An
 * administrator of an enterprise can forbid integrations. A refresh token comes with every sign-in, works once and
 * expires after 60 days without use.
 */
export function airtable<const Id extends string = 'airtable'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Airtable',
    kind: 'airtable',
    protocol: 'oauth2',
    issuer: 'https://airtable.com',
    endpoints: {
      authorization: 'https://airtable.com/oauth2/v1/authorize',
      token: 'https://airtable.com/oauth2/v1/token',
      userinfo: 'https://api.airtable.com/v0/meta/whoami',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['user.email:read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.airtable.com/v0/',
    toIdentity,
    redirectRules: { loopbackAddress: false, note: 'Airtable accepts http only for localhost.' },
    brand,
    consoleUrl: 'https://airtable.com/create/oauth',
  })
}
