// Login.gov: OpenID Connect by discovery.
// https://developers.login.gov/oidc/authorization/
// https://developers.login.gov/oidc/token/
import type { Claims, LogoutRequest, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'

const brand = brandOf('#112f4e', 'L')

/** Options of `login-gov()`: those of every provider, and its own. */
export interface LoginGovOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox at idp.int.identitysandbox.gov. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<LoginGovOptions> = {
  sandbox: {
    kind: 'flag',
    sentence:
      'Use the sandbox at idp.int.identitysandbox.gov, where applications are tested before they are launched.',
  },
}

/**
 * Sign in with Login.gov.
 *
 * Needs `LOGIN_GOV_CLIENT_ID`, the issuer that you registered in the partner portal. For federal and partner agencies.
 * The client authenticates with a key (`clientKey`, whose certificate is uploaded in the portal) or with PKCE alone
 * (`LOGIN_GOV_CLIENT_AUTH=none`); there is no client secret.
 *
 * Subjects differ for each application. Login.gov gives only verified addresses, and no refresh token. Request other
 * levels of identity with `acr_values` (`LOGIN_GOV_AUTHORIZATION_PARAMS`). Signing out asks the person to confirm; the
 * address to return to must be registered.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function loginGov<const Id extends string = 'login-gov'>(
  wanted: LoginGovOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: LoginGovOptions): ProviderDescription {
  return {
    name: 'Login.gov',
    kind: 'login-gov',
    protocol: 'oidc',
    issuer: sandbox ? 'https://idp.int.identitysandbox.gov/' : 'https://secure.login.gov/',
    scopes: ['openid', 'email'],
    // https://developers.login.gov/oidc/authorization/: `prompt` must have this value.
    authorizationParams: { acr_values: 'urn:acr.login.gov:auth-only', prompt: 'select_account' },
    claimsFrom: 'userinfo',
    apiBaseUrl: sandbox ? 'https://idp.int.identitysandbox.gov/' : 'https://secure.login.gov/',
    toIdentity: ({ sub, email, email_verified: emailVerified }: Claims) => ({
      subject: sub,
      email,
      emailVerified,
    }),
    deviations: { endSessionUrl },
    brand,
    consoleUrl: 'https://portal.int.identitysandbox.gov/',
  }
}

/** https://developers.login.gov/oidc/logout/: the request has the client id, and no ID token. */
function endSessionUrl({ endpoint, clientId, postLogoutRedirectUri, state }: LogoutRequest): string | null {
  if (endpoint === undefined) return null
  const query = new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: postLogoutRedirectUri })
  if (state !== undefined) query.set('state', state)
  return `${endpoint}?${query}`
}
