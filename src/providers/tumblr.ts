// Tumblr: plain OAuth 2.0.
// https://www.tumblr.com/docs/en/api/v2#oauth2-authorization, which is https://github.com/tumblr/docs/blob/master/api.md
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { listAt, objectAt } from './definition/read-answer.ts'
import type { IdentityDraft } from './definition/read-identity.ts'

const brand = brandOf(
  '#36465d',
  'M14.563 24c-5.093 0-7.031-3.756-7.031-6.411V9.747H5.116V6.648c3.63-1.313 4.512-4.596 4.71-6.469C9.84.051 9.941 0 9.999 0h3.517v6.114h4.801v3.633h-4.82v7.47c.016 1.001.375 2.371 2.207 2.371h.09c.631-.02 1.486-.205 1.936-.419l1.156 3.425c-.436.636-2.4 1.374-4.156 1.404h-.178l.011.002z',
)

/**
 * Sign in with Tumblr.
 *
 * Needs `TUMBLR_CLIENT_ID`, `TUMBLR_CLIENT_SECRET`: consumer key and secret of an application registered at
 * tumblr.com/oauth/apps, with its redirect URL.
 *
 * Tumblr shows no account ids, and names can pass to other people. People are identified by the `uuid` of their
 * primary blog, which stays the same when the blog's name or address changes. Tumblr gives no e-mail address. Access
 * tokens are valid for 42 minutes. If tokens are kept, `offline_access` is requested; a refresh token is replaced with
 * each use. An application with several redirect URLs must send the one to use, as Latchkey does.
 */
export function tumblr<const Id extends string = 'tumblr'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Tumblr',
    kind: 'tumblr',
    protocol: 'oauth2',
    issuer: 'https://www.tumblr.com',
    endpoints: {
      authorization: 'https://www.tumblr.com/oauth2/authorize',
      token: 'https://api.tumblr.com/v2/oauth2/token',
      userinfo: 'https://api.tumblr.com/v2/user/info',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['basic'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.tumblr.com/v2/user/',
    toIdentity,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://www.tumblr.com/oauth/apps',
  })
}

/** Another person can take a name that was given up, but not a blog's id. */
function toIdentity(profile: Claims): IdentityDraft {
  const user = objectAt(objectAt(profile, 'response'), 'user')
  const primary = objectAt(listAt(user, 'blogs').find((blog) => objectAt(blog).primary === true))
  return { subject: primary.uuid, name: user.name }
}
