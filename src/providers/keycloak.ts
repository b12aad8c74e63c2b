// Keycloak: OpenID Connect by discovery.
// https://www.keycloak.org/securing-apps/oidc-layers
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#4d4d4d',
  'm18.742 1.182-12.493.002C4.155 4.784 2.079 8.393 0 12.002c2.071 3.612 4.162 7.214 6.252 10.816l12.49-.004 3.089-5.404h2.158v-.002H24L23.996 6.59h-2.168zM8.327 4.792h2.081l1.04 1.8-3.12 5.413 3.117 5.403-1.035 1.81H8.327a2047.566 2047.566 0 0 0-4.168-7.204C5.547 9.606 6.937 7.2 8.327 4.792Zm6.241 0 2.086.003c1.393 2.405 2.78 4.813 4.166 7.222l-4.167 7.2h-2.08c-.382-.562-1.038-1.808-1.038-1.808l3.123-5.405-3.124-5.413z',
)

/** Options of `keycloak()`: those of every provider, and its own. */
export interface KeycloakOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The realm. */
  readonly realm?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<KeycloakOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://id.example.com',
    sentence: 'The server’s address: the part before `/realms/`; before Keycloak 17 it ends with `/auth`.',
  },
  realm: {
    kind: 'name',
    required: true,
    example: 'my-realm',
    sentence: 'The realm’s name, as in its address `/realms/NAME`.',
  },
}

/**
 * Sign in with Keycloak.
 *
 * Needs `KEYCLOAK_CLIENT_ID`, `KEYCLOAK_CLIENT_SECRET`, `KEYCLOAK_BASE_URL`, `KEYCLOAK_REALM`. In the admin console,
 * create a client of the type OpenID Connect with "Client authentication" on and "Standard flow" selected; its secret
 * is under Credentials. The realm decides `email_verified`: people confirm their address only if "Verify email" is on,
 * and an administrator or a federated provider with "Trust email" can set it too. Sign-out at Keycloak needs this
 * application's address under "Valid post logout redirect URIs". For back-channel logout, set
 * `/auth/backchannel-logout/keycloak` as the client's back-channel logout URL. Roles are only in the access token
 * unless a mapper adds them to the ID token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function keycloak<const Id extends string = 'keycloak'>(
  wanted: KeycloakOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '', realm = '' }: KeycloakOptions): ProviderDescription {
  return {
    name: 'Keycloak',
    kind: 'keycloak',
    protocol: 'oidc',
    issuer: `${baseUrl}/realms/${realm}`,
    scopes: ['openid', 'profile', 'email'],
    loginHints: ['kc_idp_hint', 'kc_action'],
    claimsFrom: 'id-token',
    apiBaseUrl: `${baseUrl}/realms/${realm}`,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: `${baseUrl}/admin/${realm}/console/#/${realm}/clients`,
  }
}
