// Amazon Cognito: OpenID Connect by discovery.
// https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
// https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
import type { Claims, LogoutRequest, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#dd344c', 'A')

/** Options of `cognito()`: those of every provider, and its own. */
export interface CognitoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The AWS region of the user pool. */
  readonly region?: string | undefined
  /** The id of the user pool. */
  readonly userPoolId?: string | undefined
  /** The domain of the hosted sign-in pages, needed to sign out there too. */
  readonly domain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<CognitoOptions> = {
  region: {
    kind: 'name',
    required: true,
    example: 'eu-central-1',
    sentence: 'The AWS region of the user pool: the part of its id before the underscore.',
  },
  userPoolId: {
    kind: 'name',
    required: true,
    example: 'eu-central-1_AbCdEfGhI',
    sentence: 'The id of the user pool, on its Overview page.',
  },
  domain: {
    kind: 'host',
    example: 'acme.auth.eu-central-1.amazoncognito.com',
    sentence:
      'The domain of the pool’s sign-in pages, under Branding > Domain; needed to sign out there too.',
  },
}

/**
 * Sign in with Amazon Cognito.
 *
 * Needs `COGNITO_CLIENT_ID`, `COGNITO_CLIENT_SECRET`, `COGNITO_REGION`, `COGNITO_USER_POOL_ID`. In the user pool,
 * create an app client of the type "traditional web application" with the grant "authorization code" and the scopes
 * `openid`, `profile` and `email`; its callback and sign-out URLs are compared exactly. The pool needs a domain for
 * its sign-in pages.
 *
 * `/auth/login/cognito?identity_provider=…` (or `idp_identifier`) leads straight to one of the pool's own providers.
 * `email_verified` may be a string. Signing out at Cognito needs `COGNITO_DOMAIN`; its endpoint is not that of OpenID
 * Connect. A refresh token comes with every sign-in.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function cognito<const Id extends string = 'cognito'>(wanted: CognitoOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = '', userPoolId = '', domain }: CognitoOptions): ProviderDescription {
  return {
    name: 'Amazon Cognito',
    kind: 'cognito',
    protocol: 'oidc',
    issuer: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`,
    scopes: ['openid', 'profile', 'email'],
    loginHints: ['identity_provider', 'idp_identifier'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`,
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims(claims),
      emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    }),
    deviations: {
      // https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html: nonstandard parameter names.
      ...(domain !== undefined && {
        endSessionUrl: ({ clientId, postLogoutRedirectUri }: LogoutRequest) => {
          const query = new URLSearchParams({ client_id: clientId, logout_uri: postLogoutRedirectUri })
          return `https://${domain}/logout?${query}`
        },
      }),
    },
    brand,
    consoleUrl: 'https://console.aws.amazon.com/cognito/',
  }
}
