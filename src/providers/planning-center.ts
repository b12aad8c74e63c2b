// Planning Center: plain OAuth 2.0.
// https://developer.planning.center/docs/#/overview/authentication
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { valueAt } from './definition/read-answer.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#2266f7', 'P')

const read = readProfile({
  subject: 'data.id',
  name: ['data.attributes.name'],
  picture: 'data.attributes.avatar',
})

/**
 * Sign in with Planning Center.
 *
 * Needs `PLANNING_CENTER_CLIENT_ID`, `PLANNING_CENTER_CLIENT_SECRET`. Planning Center does not say whether an address is verified.
 */
export function planningCenter<const Id extends string = 'planning-center'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Planning Center',
    kind: 'planning-center',
    protocol: 'oauth2',
    issuer: 'https://api.planningcenteronline.com',
    endpoints: {
      authorization: 'https://api.planningcenteronline.com/oauth/authorize',
      token: 'https://api.planningcenteronline.com/oauth/token',
      userinfo: 'https://api.planningcenteronline.com/people/v2/me?include=emails',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['people'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.planningcenteronline.com/people/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://api.planningcenteronline.com/oauth/applications',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const included: readonly unknown[] = Array.isArray(profile.included) ? profile.included : []
  const primary = included.find(isPrimaryEmail)
  return { ...read(profile), email: primary && valueAt(primary, 'attributes.address') }
}

function isPrimaryEmail(entry: unknown): entry is Claims {
  if (typeof entry !== 'object' || entry === null) return false
  return (
    valueAt(entry as Claims, 'type') === 'Email' && valueAt(entry as Claims, 'attributes.primary') === true
  )
}
