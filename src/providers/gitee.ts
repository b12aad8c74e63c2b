// Gitee: plain OAuth 2.0.
// https://gitee.com/api/v5/oauth_doc
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { listAt, objectAt } from './definition/read-answer.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#c71d23',
  'M11.984 0A12 12 0 0 0 0 12a12 12 0 0 0 12 12 12 12 0 0 0 12-12A12 12 0 0 0 12 0a12 12 0 0 0-.016 0zm6.09 5.333c.328 0 .593.266.592.593v1.482a.594.594 0 0 1-.593.592H9.777c-.982 0-1.778.796-1.778 1.778v5.63c0 .327.266.592.593.592h5.63c.982 0 1.778-.796 1.778-1.778v-.296a.593.593 0 0 0-.592-.593h-4.15a.592.592 0 0 1-.592-.592v-1.482a.593.593 0 0 1 .593-.592h6.815c.327 0 .593.265.593.592v3.408a4 4 0 0 1-4 4H5.926a.593.593 0 0 1-.593-.593V9.778a4.444 4.444 0 0 1 4.445-4.444h8.296Z',
)

const read = readProfile({ subject: 'id', isNumeric: true, name: ['name', 'login'], picture: 'avatar_url' })

/**
 * Sign in with Gitee.
 *
 * Needs `GITEE_CLIENT_ID`, `GITEE_CLIENT_SECRET` of a third-party application at gitee.com/oauth/applications, with
 * the callback URL and the permissions `user_info` and `emails`.
 *
 * The address is the primary one, verified if Gitee says that it is confirmed. Access tokens are valid for a day; a
 * refresh token is always issued. Gitee answers 403 to requests without a User-Agent; Latchkey sends one.
 */
export function gitee<const Id extends string = 'gitee'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Gitee',
    kind: 'gitee',
    protocol: 'oauth2',
    issuer: 'https://gitee.com',
    endpoints: { authorization: 'https://gitee.com/oauth/authorize', token: 'https://gitee.com/oauth/token' },
    clientAuthentication: 'client_secret_post',
    scopes: ['user_info', 'emails'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://gitee.com/api/v5/',
    toIdentity,
    deviations: { fetchProfile },
    brand,
    consoleUrl: 'https://gitee.com/oauth/applications',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  const primary = objectAt(
    listAt(profile, 'emails').find((entry) => listAt(entry, 'scope').includes('primary')),
  )
  return { ...read(profile), email: primary.email, emailVerified: primary.state === 'confirmed' }
}

/** https://gitee.com/api/v5/swagger: the addresses need a separate call. */
async function fetchProfile({ get }: ProfileRequest): Promise<Claims> {
  const [user, emails] = await Promise.all([get('user'), get('emails')])
  return { ...objectAt(user), emails: listAt(emails) }
}
