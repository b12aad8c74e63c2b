// Clerk: OpenID Connect by discovery.
// https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.md
// https://clerk.com/docs/advanced-usage/clerk-idp
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#6c47ff',
  'm21.47 20.829-2.881-2.881a.572.572 0 0 0-.7-.084 6.854 6.854 0 0 1-7.081 0 .576.576 0 0 0-.7.084l-2.881 2.881a.576.576 0 0 0-.103.69.57.57 0 0 0 .166.186 12 12 0 0 0 14.113 0 .58.58 0 0 0 .239-.423.576.576 0 0 0-.172-.453Zm.002-17.668-2.88 2.88a.569.569 0 0 1-.701.084A6.857 6.857 0 0 0 8.724 8.08a6.862 6.862 0 0 0-1.222 3.692 6.86 6.86 0 0 0 .978 3.764.573.573 0 0 1-.083.699l-2.881 2.88a.567.567 0 0 1-.864-.063A11.993 11.993 0 0 1 6.771 2.7a11.99 11.99 0 0 1 14.637-.405.566.566 0 0 1 .232.418.57.57 0 0 1-.168.448Zm-7.118 12.261a3.427 3.427 0 1 0 0-6.854 3.427 3.427 0 0 0 0 6.854Z',
)

/** Options of `clerk()`: those of every provider, and its own. */
export interface ClerkOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The instance’s domain. */
  readonly domain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ClerkOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'verb-noun-00.clerk.accounts.dev',
    sentence:
      'The instance’s domain: the Frontend API URL without `https://`, under API keys in the Clerk Dashboard.',
  },
}

/**
 * Sign in with Clerk.
 *
 * Needs `CLERK_CLIENT_ID`, `CLERK_CLIENT_SECRET`, `CLERK_DOMAIN`. Clerk as an identity provider for other
 * applications: in the Clerk Dashboard, create an OAuth application (not a public one) with the scopes `openid`,
 * `profile` and `email`; its secret is shown once. Claims come from the userinfo endpoint, including `email_verified`.
 * With `keepTokens` the application also needs the scope `offline_access`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function clerk<const Id extends string = 'clerk'>(wanted: ClerkOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '' }: ClerkOptions): ProviderDescription {
  return {
    name: 'Clerk',
    kind: 'clerk',
    protocol: 'oidc',
    issuer: `https://${domain}`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${domain}`,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://dashboard.clerk.com/',
  }
}
