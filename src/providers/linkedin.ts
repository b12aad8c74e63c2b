// LinkedIn: OpenID Connect by discovery.
// https://www.linkedin.com/oauth/.well-known/openid-configuration
// https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readTextFlag } from './definition/read-answer.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#0a66c2',
  'M4 9h4v11H4zM6 3.4a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM10 9h3.8v1.6c.6-1 1.9-1.9 3.7-1.9 3.3 0 4.5 2 4.5 5.3V20h-4v-5.4c0-1.6-.5-2.6-1.9-2.6-1.5 0-2.1 1-2.1 2.6V20h-4z',
)

/**
 * Sign in with LinkedIn.
 *
 * Needs `LINKEDIN_CLIENT_ID`, `LINKEDIN_CLIENT_SECRET`. Create an application in the developer portal, and request the
 * product "Sign In with LinkedIn using OpenID Connect" under Products; enter the redirect URI under Auth.
 *
 * LinkedIn supports neither PKCE nor a nonce, so `state` and its cookie alone bind the answer to this browser. The
 * e-mail address and its verification are optional claims: a member may have neither. Subjects differ for each
 * application. Refresh tokens are for selected partners only, and there is no logout at LinkedIn.
 */
export function linkedin<const Id extends string = 'linkedin'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'LinkedIn',
    kind: 'linkedin',
    protocol: 'oidc',
    issuer: 'https://www.linkedin.com/oauth',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://api.linkedin.com/v2/',
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims(claims),
      emailVerified: readTextFlag(claims.email_verified),
    }),
    deviations: {
      // https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native: PKCE only if LinkedIn
      // has turned it on; otherwise a code_verifier makes the token request fail with invalid_client.
      pkce: 'none',
      // LinkedIn's ID tokens contain no nonce.
      nonce: 'unsupported',
      normalizeCallback,
    },
    brand,
    consoleUrl: 'https://www.linkedin.com/developers/apps',
  })
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow: two error codes for a refusal. */
function normalizeCallback(parameters: URLSearchParams): URLSearchParams {
  if (!/^user_cancelled_(?:login|authorize)$/.test(parameters.get('error') ?? '')) return parameters
  const normalized = new URLSearchParams(parameters)
  normalized.set('error', 'access_denied')
  return normalized
}
