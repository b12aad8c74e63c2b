// Bitly: plain OAuth 2.0.
// https://dev.bitly.com/docs/getting-started/authentication/
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'
import { withTokenType } from './definition/with-token-type.ts'

const brand = brandOf(
  '#ee6123',
  'M13.055 21.26c-1.345.022-2.325-.41-2.386-1.585-.025-.44-.018-.91.002-1.192.137-1.716 1.333-2.95 2.53-3.19 1.482-.294 2.455.38 2.455 2.31 0 1.303-.36 3.618-2.59 3.657h-.016zM11.923 0C5.32 0 0 5.297 0 12.224c0 3.594 1.92 7.062 4.623 9.147.52.4 1.138.367 1.497.02.297-.285.272-.984-.285-1.475-2.16-1.886-3.652-4.76-3.652-7.635 0-5.15 4.58-9.49 9.74-9.49 6.28 0 9.636 5.102 9.636 9.43 0 2.65-1.29 5.84-3.626 7.874.015 0 .493-.942.493-2.784 0-3.13-1.976-4.836-4.28-4.836-1.663 0-2.667.598-3.34 1.152 0-1.272.045-3.652.045-3.652 0-1.572-.54-2.83-2.47-2.86-1.11-.015-1.932.493-2.44 1.647-.18.436-.12.916.254 1.125.3.18.81.046 1.046-.284.165-.21.254-.254.404-.24.24.03.257.405.257.66.014.193.193 2.903.088 9.865C7.98 21.798 9.493 24 13.1 24c1.56 0 2.756-.435 4.493-1.422C20.243 21.08 24 17.758 24 12.128 23.953 5.045 18.265 0 11.933 0',
)

const read = readProfile({ subject: 'login', name: ['name'] })

/**
 * Sign in with Bitly.
 *
 * Needs `BITLY_CLIENT_ID`, `BITLY_CLIENT_SECRET`. Under Developer settings choose "Register new app"; Bitly sends a
 * link that completes the registration, including the redirect URI.
 *
 * People are identified by their login. Access tokens do not expire, so there is no refresh token. Bitly offers
 * neither logout nor revocation to applications.
 */
export function bitly<const Id extends string = 'bitly'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Bitly',
    kind: 'bitly',
    protocol: 'oauth2',
    issuer: 'https://bitly.com',
    endpoints: {
      authorization: 'https://bitly.com/oauth/authorize',
      token: 'https://api-ssl.bitly.com/oauth/access_token',
      userinfo: 'https://api-ssl.bitly.com/v4/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api-ssl.bitly.com/v4/',
    toIdentity,
    // https://dev.bitly.com/docs/getting-started/authentication: the answer is form-encoded, with a token but no type.
    deviations: { normalizeTokenResponse: withTokenType },
    brand,
    consoleUrl: 'https://app.bitly.com/settings/integrations/',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const emails: readonly unknown[] = Array.isArray(profile.emails) ? profile.emails : []
  const primary = emails.find(isPrimary)
  return { ...read(profile), email: primary?.email, emailVerified: primary?.is_verified }
}

function isPrimary(entry: unknown): entry is Claims {
  return typeof entry === 'object' && entry !== null && 'is_primary' in entry && entry.is_primary === true
}
