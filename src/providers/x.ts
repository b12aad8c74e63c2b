// X: plain OAuth 2.0.
// https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
// https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
// https://docs.x.com/x-api/users/user-lookup-me
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#000000',
  'M14.234 10.162 22.977 0h-2.072l-7.591 8.824L7.251 0H.258l9.168 13.343L.258 24H2.33l8.016-9.318L16.749 24h6.993zm-2.837 3.299-.929-1.329L3.076 1.56h3.182l5.965 8.532.929 1.329 7.754 11.09h-3.182z',
)

const read = readProfile({
  subject: 'data.id',
  email: 'data.confirmed_email',
  name: ['data.name', 'data.username'],
  picture: 'data.profile_image_url',
})

/**
 * Sign in with X.
 *
 * Needs `X_CLIENT_ID`, `X_CLIENT_SECRET`: in the Developer Console; turn on OAuth 2.0 in the app's authentication
 * settings. Choose the type Web App, otherwise there is no client secret. Callback URLs are compared exactly.
 *
 * X gives an e-mail address only if "Request email from users" is turned on for the app, and only confirmed ones.
 * People are identified by their number, since names can pass to other people. Access tokens are valid for two hours;
 * a refresh token is issued with the scope `offline.access`, which is requested if tokens are kept. An authorization
 * code must be exchanged within 30 seconds.
 */
export function x<const Id extends string = 'x'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'X',
    kind: 'x',
    protocol: 'oauth2',
    issuer: 'https://x.com',
    endpoints: {
      authorization: 'https://x.com/i/oauth2/authorize',
      token: 'https://api.x.com/2/oauth2/token',
      userinfo: 'https://api.x.com/2/users/me?user.fields=profile_image_url,confirmed_email',
      revocation: 'https://api.x.com/2/oauth2/revoke',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['users.read', 'tweet.read', 'users.email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.x.com/2/',
    toIdentity,
    deviations: {
      offlineAccess: { scopes: ['offline.access'] },
    },
    brand,
    consoleUrl: 'https://developer.x.com/en/portal/dashboard',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const draft = read(profile)
  // https://docs.x.com/x-api/users/user-lookup-me: X gives confirmed addresses only.
  return { ...draft, emailVerified: typeof draft.email === 'string' }
}
