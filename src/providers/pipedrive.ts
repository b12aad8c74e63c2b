// Pipedrive: plain OAuth 2.0.
// https://pipedrive.readme.io/docs/marketplace-oauth-authorization
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { objectAt } from './definition/read-answer.ts'
import { type IdentityDraft, readNumericSubject } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#017737', 'P')

const read = readProfile({
  subject: 'data.id',
  isNumeric: true,
  email: 'data.email',
  name: ['data.name'],
  picture: 'data.icon_url',
})

/**
 * Sign in with Pipedrive.
 *
 * Needs `PIPEDRIVE_CLIENT_ID`, `PIPEDRIVE_CLIENT_SECRET`, of an app in the Developer Hub of a sandbox account. An app
 * has one callback URL; Pipedrive also reports uninstalled apps there, with a DELETE. You choose the scopes in the
 * app.
 *
 * Pipedrive guarantees only that the pair of company and user is unique, so the subject is that pair, such as
 * `1234:777`: a person has a separate account in each company. `allowOrganization` reads the company's id. Pipedrive
 * does not say whether an address is verified. A refresh token comes with every sign-in. Ending the grant also revokes
 * it.
 */
export function pipedrive<const Id extends string = 'pipedrive'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Pipedrive',
    kind: 'pipedrive',
    protocol: 'oauth2',
    issuer: 'https://oauth.pipedrive.com',
    endpoints: {
      authorization: 'https://oauth.pipedrive.com/oauth/authorize',
      token: 'https://oauth.pipedrive.com/oauth/token',
      userinfo: 'https://api.pipedrive.com/v1/users/me',
      revocation: 'https://oauth.pipedrive.com/oauth/revoke',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['base'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.pipedrive.com/v1/users/',
    toIdentity,
    organizationOf: companyOf,
    brand,
    consoleUrl: 'https://app.pipedrive.com/developer-hub',
  })
}

function companyOf(profile: Claims): string {
  return readNumericSubject(objectAt(profile, 'data').company_id)
}

/** https://pipedrive.readme.io/docs/marketplace-getting-user-data: only the pair of company and user is unique. */
function toIdentity(profile: Claims): IdentityDraft {
  const draft = read(profile)
  return { ...draft, subject: `${companyOf(profile)}:${draft.subject}` }
}
