// Descope: OpenID Connect by discovery.
// https://docs.descope.com/getting-started/oidc-endpoints
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1c1c23', 'D')

/** Options of `descope()`: those of every provider, and its own. */
export interface DescopeOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The project’s id, which is also the client id. */
  readonly projectId?: string | undefined
  /** The region of the project, such as euc1. Default: the global one. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<DescopeOptions> = {
  projectId: {
    kind: 'name',
    required: true,
    example: 'P2abcdefghijklmnopqrstuvwxyz',
    sentence: 'The project’s id, under Project in the console; it is also the client id.',
  },
  region: {
    kind: 'name',
    example: 'euc1',
    sentence:
      'The region of a project outside of the United States, as in the base address that the console shows.',
  },
}

/**
 * Sign in with Descope.
 *
 * Needs `DESCOPE_CLIENT_ID`, `DESCOPE_CLIENT_SECRET`, `DESCOPE_PROJECT_ID`. The client id is the project's id, the
 * secret an access key from the console. They belong to the project's default OIDC application, whose sign-in page and
 * redirect URIs are set under Applications.
 *
 * The logout and revocation endpoints are in the metadata. The scope `offline_access`, added if tokens are kept,
 * requests a refresh token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function descope<const Id extends string = 'descope'>(wanted: DescopeOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ projectId = '', region }: DescopeOptions): ProviderDescription {
  return {
    name: 'Descope',
    kind: 'descope',
    protocol: 'oidc',
    issuer: `https://api.${region ? `${region}.` : ''}descope.com/${projectId}`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://api.${region ? `${region}.` : ''}descope.com/${projectId}`,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://app.descope.com/',
  }
}
