// Bitbucket: plain OAuth 2.0.
// https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/
// https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { listAt, objectAt } from './definition/read-answer.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#0052cc',
  'M.778 1.213a.768.768 0 00-.768.892l3.263 19.81c.084.5.515.868 1.022.873H19.95a.772.772 0 00.77-.646l3.27-20.03a.768.768 0 00-.768-.891zM14.52 15.53H9.522L8.17 8.466h7.561z',
)

const read = readProfile({ subject: 'uuid', name: ['display_name'], picture: 'links.avatar.href' })

/**
 * Sign in with Bitbucket.
 *
 * Needs `BITBUCKET_CLIENT_ID`, `BITBUCKET_CLIENT_SECRET`: key and secret of an OAuth consumer, in the settings of a
 * workspace, under OAuth consumers. Enter the callback URL there and select the permissions Account: Email and
 * Account: Read.
 *
 * People are identified by `uuid`, which stays the same when the name changes. The address is the primary one,
 * verified if Bitbucket says that it is confirmed. Access tokens are valid for two hours; a refresh token is always
 * issued. Bitbucket offers neither logout nor revocation to applications.
 */
export function bitbucket<const Id extends string = 'bitbucket'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Bitbucket',
    kind: 'bitbucket',
    protocol: 'oauth2',
    issuer: 'https://bitbucket.org',
    endpoints: {
      authorization: 'https://bitbucket.org/site/oauth2/authorize',
      token: 'https://bitbucket.org/site/oauth2/access_token',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['account', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.bitbucket.org/2.0/',
    toIdentity,
    deviations: { normalizeTokenResponse, fetchProfile },
    brand,
    consoleUrl: 'https://bitbucket.org/account/settings/',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const primary = objectAt(listAt(profile, 'emails').find((entry) => objectAt(entry).is_primary === true))
  return { ...read(profile), email: primary.email, emailVerified: primary.is_confirmed }
}

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users: the addresses need a separate call. */
async function fetchProfile({ get }: ProfileRequest): Promise<Claims> {
  const [user, emails] = await Promise.all([get('user'), get('user/emails')])
  return { ...objectAt(user), emails: listAt(emails, 'values') }
}

/** The granted scopes are in `scopes` instead of `scope`. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) =>
    typeof body.scopes === 'string' ? { status, body: { ...body, scope: body.scopes } } : null,
  )
}
