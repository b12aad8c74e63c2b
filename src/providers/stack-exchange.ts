// Stack Exchange: plain OAuth 2.0.
// https://api.stackexchange.com/docs/authentication
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#f58025',
  'M21.728 15.577v1.036c0 1.754-1.395 3.177-3.1 3.177h-.904L13.645 24v-4.21H5.371c-1.704 0-3.099-1.423-3.099-3.181v-1.032h19.456zM2.275 10.463h19.323v3.979H2.275v-3.979zm0-5.141h19.323v3.979H2.275V5.322zM18.575 0c1.681 0 3.023 1.42 3.023 3.178v1.034H2.275V3.178C2.275 1.422 3.67 0 5.375 0h13.2z',
)

const toIdentity = readProfile({
  subject: 'items.0.account_id',
  isNumeric: true,
  name: ['items.0.display_name'],
  picture: 'items.0.profile_image',
})

/** Options of `stack-exchange()`: those of every provider, and its own. */
export interface StackExchangeOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The request key of the application. */
  readonly key?: string | undefined
  /** The site whose profile is read. Default: `stackoverflow`. */
  readonly site?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<StackExchangeOptions> = {
  key: {
    kind: 'text',
    required: true,
    example: 'AbCdEfGhIjKlMnOpQrStUv((',
    sentence: 'The request key of the application: "Key" on its page at stackapps.com.',
  },
  site: { kind: 'name', default: 'stackoverflow', sentence: 'The site whose profile is read.' },
}

/**
 * Sign in with Stack Exchange.
 *
 * Needs `STACK_EXCHANGE_CLIENT_ID`, `STACK_EXCHANGE_CLIENT_SECRET`, `STACK_EXCHANGE_KEY`, all on the application's
 * page at stackapps.com. Its OAuth domain is your domain, without a path.
 *
 * The account's number is the same on all sites of the network; name and picture are those of one site, so a person
 * without an account on `STACK_EXCHANGE_SITE` is refused. Stack Exchange gives no e-mail address and no refresh token;
 * a token is valid for a day, or without limit with the scope `no_expiry`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function stackExchange<const Id extends string = 'stack-exchange'>(
  wanted: StackExchangeOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ key = '', site = '' }: StackExchangeOptions): ProviderDescription {
  return {
    name: 'Stack Exchange',
    kind: 'stack-exchange',
    protocol: 'oauth2',
    issuer: 'https://stackoverflow.com',
    endpoints: {
      authorization: 'https://stackoverflow.com/oauth',
      token: 'https://stackoverflow.com/oauth/access_token/json',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.stackexchange.com/2.3/',
    toIdentity,
    deviations: {
      // https://api.stackexchange.com/docs/authentication: the token is in the query.
      fetchProfile: async ({ accessToken, fetch }) =>
        (await fetch('me', {
          query: { site, key, access_token: accessToken },
          tokenScheme: null,
        })) as Claims,
      scopeSeparator: ',',
      normalizeTokenResponse,
    },
    redirectRules: { note: 'Stack Exchange accepts any address below the OAuth domain of the application.' },
    brand,
    consoleUrl: 'https://stackapps.com/apps/oauth',
  }
}

/** https://api.stackexchange.com/docs/authentication: the answer has `access_token` and `expires`, but no type. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, ({ expires, ...body }, status) =>
    body.access_token === undefined
      ? null
      : {
          status,
          body: { ...body, token_type: 'Bearer', ...(expires !== undefined && { expires_in: expires }) },
        },
  )
}
