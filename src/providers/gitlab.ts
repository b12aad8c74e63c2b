// GitLab: OpenID Connect by discovery.
// https://docs.gitlab.com/integration/openid_connect_provider
// https://gitlab.com/.well-known/openid-configuration
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#fc6d26',
  'm23.6004 9.5927-.0337-.0862L20.3.9814a.851.851 0 0 0-.3362-.405.8748.8748 0 0 0-.9997.0539.8748.8748 0 0 0-.29.4399l-2.2055 6.748H7.5375l-2.2057-6.748a.8573.8573 0 0 0-.29-.4412.8748.8748 0 0 0-.9997-.0537.8585.8585 0 0 0-.3362.4049L.4332 9.5015l-.0325.0862a6.0657 6.0657 0 0 0 2.0119 7.0105l.0113.0087.03.0213 4.976 3.7264 2.462 1.8633 1.4995 1.1321a1.0085 1.0085 0 0 0 1.2197 0l1.4995-1.1321 2.4619-1.8633 5.006-3.7489.0125-.01a6.0682 6.0682 0 0 0 2.0094-7.003z',
)

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    default: 'https://gitlab.com',
    sentence: 'The address of your own server, as people open it; the application is registered there.',
  },
}

/**
 * Sign in with GitLab.
 *
 * Needs `GITLAB_CLIENT_ID`, `GITLAB_CLIENT_SECRET`: an application of a user, a group or the whole instance, with the
 * scopes `openid`, `profile` and `email`. For your own server set `GITLAB_BASE_URL`. With the scope `email` the
 * address is the primary one; without it, the public one, if there is one. The name and the picture come from the
 * userinfo endpoint. `sub` is the user's number; `sub_legacy` depends on a secret of the server and is not used. A
 * refresh token comes with every sign-in and is replaced with each use. `tokens.fetch('gitlab', 'user')` resolves
 * below the API and needs the scope `read_user`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function gitlab<const Id extends string = 'gitlab'>(wanted: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'GitLab',
    kind: 'gitlab',
    protocol: 'oidc',
    issuer: baseUrl,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${baseUrl}/api/v4/`,
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: `${baseUrl}/-/user_settings/applications`,
  }
}
