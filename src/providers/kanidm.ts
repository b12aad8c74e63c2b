// Kanidm: OpenID Connect by discovery.
// https://kanidm.github.io/kanidm/stable/integrations/oauth2.html
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1b5e5a', 'K')

export interface KanidmOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The name of the client, which is part of the issuer. */
  readonly client?: string | undefined
}

export const options: OwnOptions<KanidmOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://idm.example.com',
    sentence: 'The server’s address.',
  },
  client: {
    kind: 'name',
    required: true,
    example: 'my-client',
    sentence: 'The name of the client, which is part of the issuer.',
  },
}

/**
 * Sign in with Kanidm.
 *
 * Needs `KANIDM_CLIENT_ID`, `KANIDM_CLIENT_SECRET`, `KANIDM_BASE_URL`, `KANIDM_CLIENT`. Each client has an issuer of its own. Kanidm demands PKCE and signs with ES256.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
    toIdentity: readStandardClaims,
    brand,
  }
}
