// ClassLink: plain OAuth 2.0.
// https://developer.classlink.com/docs/oauth2-workflow
// https://developer.classlink.com/reference/v2myinfo
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { type IdentityDraft, readNumericSubject } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#0090d9', 'C')

const read = readProfile({ subject: 'UserId', email: 'Email', name: ['DisplayName', 'FirstName+LastName'] })

/**
 * Sign in with ClassLink.
 *
 * Needs `CLASSLINK_CLIENT_ID`, `CLASSLINK_CLIENT_SECRET` of an application in the partner portal. For schools.
 *
 * ClassLink asks applications to check the tenant in addition to the user, so people are identified by both
 * (`2284-9001`). It does not say whether an address is verified. An access token is valid for a day; there is no
 * refresh token.
 */
export function classlink<const Id extends string = 'classlink'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'ClassLink',
    kind: 'classlink',
    protocol: 'oauth2',
    issuer: 'https://launchpad.classlink.com',
    endpoints: {
      authorization: 'https://launchpad.classlink.com/oauth2/v2/auth',
      token: 'https://launchpad.classlink.com/oauth2/v2/token',
      userinfo: 'https://nodeapi.classlink.com/v2/my/info',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://nodeapi.classlink.com/v2/',
    toIdentity,
    organizationOf: ({ TenantId: tenant }) => (tenant === undefined ? null : String(tenant)),
    brand,
    consoleUrl: 'https://partnerportal.classlink.com/',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const subject = `${readNumericSubject(profile.TenantId)}-${readNumericSubject(profile.UserId)}`
  return { ...read(profile), subject }
}
