// Heroku: plain OAuth 2.0.
// https://devcenter.heroku.com/articles/oauth
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#79589f', 'H')

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['name'] })

/**
 * Sign in with Heroku.
 *
 * Needs `HEROKU_CLIENT_ID`, `HEROKU_CLIENT_SECRET`: an API client, created in the dashboard under Account,
 * Applications, or with `heroku clients:create`, with the redirect URI as its callback URL. `verified` in Heroku's
 * profile refers to a credit card, so addresses do not count as verified. The scope `identity` gives access to the
 * account and nothing else. A refresh token comes with every sign-in and does not expire. There is no PKCE. People end
 * the grant in the dashboard.
 */
export function heroku<const Id extends string = 'heroku'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Heroku',
    kind: 'heroku',
    protocol: 'oauth2',
    issuer: 'https://id.heroku.com',
    endpoints: {
      authorization: 'https://id.heroku.com/oauth/authorize',
      token: 'https://id.heroku.com/oauth/token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['identity'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.heroku.com/',
    toIdentity,
    deviations: {
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://dashboard.heroku.com/account/applications',
  })
}

/** https://devcenter.heroku.com/articles/platform-api-reference: the Accept header names the version. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const headers = { accept: 'application/vnd.heroku+json; version=3' }
  return (await fetch('account', { headers, read: 'lenient' })) as Claims
}
