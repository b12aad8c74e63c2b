// Kanidm: OpenID Connect by discovery.
// https://github.com/kanidm/kanidm/blob/master/book/src/integrations/oauth2.md
// https://kanidm.github.io/kanidm/stable/integrations/oauth2.html
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1b5e5a', 'K')

/** Options of `kanidm()`: those of every provider, and its own. */
export interface KanidmOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The name of the client, which is part of the issuer. */
  readonly client?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<KanidmOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://idm.example.com',
    sentence: 'The server’s address, its `origin`.',
  },
  client: {
    kind: 'name',
    required: true,
    example: 'my-client',
    sentence: 'The name that the client was created with; it is part of the issuer.',
  },
}

/**
 * Sign in with Kanidm.
 *
 * Needs `KANIDM_CLIENT_ID`, `KANIDM_CLIENT_SECRET`, `KANIDM_BASE_URL`, `KANIDM_CLIENT`: create a client with `kanidm
 * system oauth2 create NAME`; `kanidm system oauth2 show-basic-secret NAME` shows the secret. A scope map must give
 * `openid`, `profile` and `email` to a group, and only its members can sign in: Kanidm refuses people who lack one of
 * the requested scopes. Each client has its own issuer. `email_verified` is true for every address, including those
 * that people enter themselves, so addresses do not count as verified. Kanidm requires PKCE, and signs with ES256. For
 * development, `enable-localhost-redirects` is for public clients only: add the address of your machine to the
 * client's redirect URIs.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function kanidm<const Id extends string = 'kanidm'>(wanted: KanidmOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '', client = '' }: KanidmOptions): ProviderDescription {
  return {
    name: 'Kanidm',
    kind: 'kanidm',
    protocol: 'oidc',
    issuer: `${baseUrl}/oauth2/openid/${client}`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `${baseUrl}/oauth2/openid/${client}`,
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
  }
}
