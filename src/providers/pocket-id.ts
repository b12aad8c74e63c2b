// Pocket ID: OpenID Connect by discovery.
// https://github.com/pocket-id/pocket-id/blob/main/backend/internal/service/oidc_service.go
// https://pocket-id.org/docs
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#000000', 'P')

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://id.example.com',
    sentence: 'The server’s address, its `APP_URL`.',
  },
}

/**
 * Sign in with Pocket ID.
 *
 * Needs `POCKET_ID_CLIENT_ID`, `POCKET_ID_CLIENT_SECRET`, `POCKET_ID_BASE_URL`: an OIDC client, created under
 * Administration, OIDC Clients, with this redirect URI as its callback URL. People sign in there only with a passkey;
 * a client can be limited to groups. An administrator can have every address reported as verified, including those
 * that people enter themselves, so addresses do not count as verified. A refresh token comes with every sign-in.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
  }
}
