// Zendesk: plain OAuth 2.0.
// https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
// https://developer.zendesk.com/documentation/api-basics/authentication/refresh-token
// https://developer.zendesk.com/api-reference/ticketing/users/user_identities/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { asJson } from './definition/token-request.ts'

const brand = brandOf(
  '#03363d',
  'M12.914 2.904V16.29L24 2.905H12.914zM0 2.906C0 5.966 2.483 8.45 5.543 8.45s5.542-2.484 5.543-5.544H0zm11.086 4.807L0 21.096h11.086V7.713zm7.37 7.84c-3.063 0-5.542 2.48-5.542 5.543H24c0-3.06-2.48-5.543-5.543-5.543z',
)

const toIdentity = readProfile({
  subject: 'user.id',
  isNumeric: true,
  email: 'user.email',
  name: ['user.name'],
  picture: 'user.photo.content_url',
})

/** Options of `zendesk()`: those of every provider, and its own. */
export interface ZendeskOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The account’s subdomain: SUBDOMAIN.zendesk.com. */
  readonly subdomain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ZendeskOptions> = {
  subdomain: {
    kind: 'name',
    required: true,
    example: 'acme',
    sentence: 'The account’s subdomain: the first part of `SUBDOMAIN.zendesk.com`.',
  },
}

/**
 * Sign in with Zendesk.
 *
 * Needs `ZENDESK_CLIENT_ID` (the identifier), `ZENDESK_CLIENT_SECRET`, `ZENDESK_SUBDOMAIN`: in Admin Center under Apps
 * and integrations, APIs, OAuth clients, create a confidential client with the redirect URI. Redirect URIs must be
 * `https:`, except for localhost. `verified` says that one of the person's identities is verified, perhaps a phone
 * number rather than this address, so addresses do not count as verified. Without a valid token, Zendesk returns an
 * anonymous user without an id, which Latchkey refuses. A refresh token comes with every sign-in, works once and is
 * valid for 30 days. There is no revocation.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function zendesk<const Id extends string = 'zendesk'>(wanted: ZendeskOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ subdomain = '' }: ZendeskOptions): ProviderDescription {
  return {
    name: 'Zendesk',
    kind: 'zendesk',
    protocol: 'oauth2',
    issuer: `https://${subdomain}.zendesk.com`,
    endpoints: {
      authorization: `https://${subdomain}.zendesk.com/oauth/authorizations/new`,
      token: `https://${subdomain}.zendesk.com/oauth/tokens`,
      userinfo: `https://${subdomain}.zendesk.com/api/v2/users/me.json`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['users:read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${subdomain}.zendesk.com/api/v2/`,
    toIdentity,
    // https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
    deviations: { tokenRequest: (request) => asJson(request) },
    brand,
    consoleUrl: `https://${subdomain}.zendesk.com/admin/apps-integrations/apis`,
  }
}
