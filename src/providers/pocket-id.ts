// Pocket ID: OpenID Connect by discovery.
// https://pocket-id.org/docs
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#000000', 'P')

export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://id.example.com',
    sentence: 'The server’s address.',
  },
}

/**
 * Sign in with Pocket ID.
 *
 * Needs `POCKET_ID_CLIENT_ID`, `POCKET_ID_CLIENT_SECRET`, `POCKET_ID_BASE_URL`. People sign in there with a passkey only.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function pocketId<const Id extends string = 'pocket-id'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Pocket ID',
    kind: 'pocket-id',
    protocol: 'oidc',
    issuer: baseUrl,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: baseUrl,
    toIdentity: readStandardClaims,
    brand,
  }
}
