// Signicat: OpenID Connect by discovery.
// https://developer.signicat.com/docs/eid-hub/oidc/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'

const brand = brandOf('#5b0f8b', 'S')

/** Options of `signicat()`: those of every provider, and its own. */
export interface SignicatOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The domain: NAME.signicat.com. */
  readonly domain?: string | undefined
  /** The eID to preselect: nbid, sbid, mitid … */
  readonly eid?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<SignicatOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'acme.signicat.com',
    sentence: 'The domain of the account, such as NAME.signicat.com, as the dashboard shows it.',
  },
  eid: { kind: 'text', sentence: 'The eID to preselect: nbid, sbid, mitid …' },
}

/**
 * Sign in with Signicat.
 *
 * Needs `SIGNICAT_CLIENT_ID`, `SIGNICAT_CLIENT_SECRET`, `SIGNICAT_DOMAIN`. Add a client under eID and Wallet Hub >
 * OIDC clients in the dashboard, with the redirect URI and the scopes `openid` and `profile`, and a secret.
 *
 * A broker for European eIDs. `SIGNICAT_EID` preselects one. Claims come from the userinfo endpoint, which returns all
 * of them; they depend on the eID. No e-mail address is read.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function signicat<const Id extends string = 'signicat'>(
  wanted: SignicatOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', eid }: SignicatOptions): ProviderDescription {
  return {
    name: 'Signicat',
    kind: 'signicat',
    protocol: 'oidc',
    issuer: `https://${domain}/auth/open`,
    scopes: ['openid', 'profile'],
    authorizationParams: { ...(eid && { acr_values: `idp:${eid}` }) },
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${domain}/auth/open`,
    toIdentity: ({ sub, name }: Claims) => ({ subject: sub, name }),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://dashboard.signicat.com/',
  }
}
