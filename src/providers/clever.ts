// Clever: plain OAuth 2.0.
// https://dev.clever.com/docs/oauth-oidc-overview
import type { Claims, OwnOptions, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { objectAt } from './definition/read-answer.ts'
import { readProfile } from './definition/read-profile.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#4274f6', 'C')

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['name.first+name.last'] })

export interface CleverOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The district whose people sign in. */
  readonly districtId?: string | undefined
}

export const options: OwnOptions<CleverOptions> = {
  districtId: { kind: 'name', sentence: 'The district whose people sign in.' },
}

/**
 * Sign in with Clever.
 *
 * Needs `CLEVER_CLIENT_ID`, `CLEVER_CLIENT_SECRET`. For schools; `allowOrganization` reads the district. A login that begins at Clever's own portal comes without `state` and is refused: let the portal lead to your sign-in page.
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
    },
    clientAuthentication: 'client_secret_basic',
    scopes: [],
    authorizationParams: { ...(districtId && { district_id: districtId }) },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.clever.com/v3.0/',
    toIdentity,
    organizationOf: ({ district }) => textOrNull(district),
    deviations: { fetchProfile },
    brand,
    consoleUrl: 'https://apps.clever.com/',
  }
}

/** https://dev.clever.com/docs/identity-api: who, then what is known of them. */
async function fetchProfile({ get }: ProfileRequest): Promise<Claims> {
  const me = objectAt(await get('me'), 'data')
  if (typeof me.id !== 'string') return {}
  const user = objectAt(await get(`users/${encodeURIComponent(me.id)}`), 'data')
  return { ...user, id: me.id, district: me.district ?? user.district }
}
