// Eventbrite: plain OAuth 2.0.
// https://www.eventbrite.com/platform/docs/app-oauth-flow
// https://www.eventbrite.com/developer/v3/api_overview/authentication/
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#f05537', 'E')

const read = readProfile({ subject: 'id', name: ['name'] })

/**
 * Sign in with Eventbrite.
 *
 * Needs `EVENTBRITE_CLIENT_ID` (the app key), `EVENTBRITE_CLIENT_SECRET`: under Account Settings, Developer Links, API
 * Keys, where you enter the only redirect URI. There are no scopes: a grant gives access to the whole account, so keep
 * no tokens that you do not need. The address is the primary one, and verified if Eventbrite says so about exactly
 * this address. Tokens do not expire, but become invalid when the person changes their password. There is no refresh
 * token, no PKCE and no revocation.
 */
export function eventbrite<const Id extends string = 'eventbrite'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Eventbrite',
    kind: 'eventbrite',
    protocol: 'oauth2',
    issuer: 'https://www.eventbrite.com',
    endpoints: {
      authorization: 'https://www.eventbrite.com/oauth/authorize',
      token: 'https://www.eventbrite.com/oauth/token',
      userinfo: 'https://www.eventbriteapi.com/v3/users/me/',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://www.eventbriteapi.com/v3/',
    toIdentity,
    brand,
    consoleUrl: 'https://www.eventbrite.com/account-settings/apps',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const emails: readonly unknown[] = Array.isArray(profile.emails) ? profile.emails : []
  const primary = emails.find(isPrimary)
  return { ...read(profile), email: primary?.email, emailVerified: primary?.verified }
}

function isPrimary(entry: unknown): entry is Claims {
  return typeof entry === 'object' && entry !== null && 'primary' in entry && entry.primary === true
}
