// Clever: plain OAuth 2.0.
// https://dev.clever.com/docs/oauth-oidc-overview
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { textOrNull } from './definition/text-or-null.ts'
import { withTokenType } from './definition/with-token-type.ts'

const brand = brandOf('#4274f6', 'C')

const toIdentity = readProfile({
  subject: 'sub',
  email: 'email',
  emailVerified: 'email_verified',
  name: ['name.first+name.last', 'given_name+family_name'],
})

/** Options of `clever()`: those of every provider, and its own. */
export interface CleverOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The district whose people sign in. */
  readonly districtId?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<CleverOptions> = {
  districtId: {
    kind: 'name',
    example: '64ef5e6c8d6b17762d094e48',
    sentence:
      'The district whose people sign in: its id, under Districts in the dashboard. Without it, people search for their school.',
  },
}

/**
 * Sign in with Clever.
 *
 * Needs `CLEVER_CLIENT_ID`, `CLEVER_CLIENT_SECRET` of an application in the dashboard, where the redirect URI is
 * entered. Clever requires an agreement (Clever Complete) before schools can use it.
 *
 * For schools; `allowOrganization` reads the district. The subject is the person's id since version 3 of the API, the
 * same in all roles. A login that begins at Clever's own portal has no `state` and is refused: link the portal to your
 * sign-in page. There is no refresh token.
 */
export function clever<const Id extends string = 'clever'>(wanted: CleverOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ districtId }: CleverOptions): ProviderDescription {
  return {
    name: 'Clever',
    kind: 'clever',
    protocol: 'oauth2',
    issuer: 'https://clever.com',
    endpoints: {
      authorization: 'https://clever.com/oauth/authorize',
      token: 'https://clever.com/oauth/tokens',
      userinfo: 'https://api.clever.com/userinfo',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: [],
    authorizationParams: { ...(districtId && { district_id: districtId }) },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.clever.com/',
    toIdentity,
    organizationOf: ({ district }) => textOrNull(district),
    deviations: { normalizeTokenResponse: withTokenType },
    brand,
    consoleUrl: 'https://apps.clever.com/',
  }
}
