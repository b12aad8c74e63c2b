// Descope: OpenID Connect by discovery.
// https://docs.descope.com/getting-started/oidc-endpoints
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1c1c23', 'D')

/** Options of `descope()`: what every provider takes, and what only this one needs. */
export interface DescopeOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The project’s id, which is the client id too. */
  readonly projectId?: string | undefined
  /** The region of the project, such as euc1; without it the global one. */
  readonly region?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<DescopeOptions> = {
  projectId: {
    kind: 'name',
    required: true,
    example: 'P2abcdefghijklmnopqrstuvwxyz',
    sentence: 'The project’s id, under Project in the console; it is the client id too.',
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
 * Needs `DESCOPE_CLIENT_ID`, `DESCOPE_CLIENT_SECRET`, `DESCOPE_PROJECT_ID`. The client id is the project's id, the secret an access key of the console. This is the project's default OIDC application; its page for signing in, and the redirect URIs that it accepts, are set under Applications.
 *
 * Ending sessions and revoking tokens are announced in the metadata. The scope `offline_access`, where tokens are kept, asks for a refresh token.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
