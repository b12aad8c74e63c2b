// Stripe Connect: plain OAuth 2.0.
// https://docs.stripe.com/connect/oauth-reference
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#635bff',
  'M13.976 9.15c-2.172-.806-3.356-1.426-3.356-2.409 0-.831.683-1.305 1.901-1.305 2.227 0 4.515.858 6.09 1.631l.89-5.494C18.252.975 15.697 0 12.165 0 9.667 0 7.589.654 6.104 1.872 4.56 3.147 3.757 4.992 3.757 7.218c0 4.039 2.467 5.76 6.476 7.219 2.585.92 3.445 1.574 3.445 2.583 0 .98-.84 1.545-2.354 1.545-1.875 0-4.965-.921-6.99-2.109l-.9 5.555C5.175 22.99 8.385 24 11.714 24c2.641 0 4.843-.624 6.328-1.813 1.664-1.305 2.525-3.236 2.525-5.732 0-4.128-2.524-5.851-6.594-7.305h.003z',
)

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['settings.dashboard.display_name'] })

/**
 * Sign in with Stripe Connect.
 *
 * Needs `STRIPE_CLIENT_ID`, `STRIPE_CLIENT_SECRET`. The client id begins with `ca_`; you find it in the Connect
 * settings, under OAuth, where you also turn on OAuth and enter the redirect URI. The secret is the platform's API
 * key.
 *
 * For platforms that already connect accounts: Stripe advises new platforms against OAuth, and prefers Connect
 * Onboarding. The identity is the connected account, not a person, and `read_write` gives access to all of it. Stripe
 * does not say whether an address is verified.
 */
export function stripe<const Id extends string = 'stripe'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Stripe Connect',
    kind: 'stripe',
    protocol: 'oauth2',
    issuer: 'https://connect.stripe.com',
    endpoints: {
      authorization: 'https://connect.stripe.com/oauth/authorize',
      token: 'https://connect.stripe.com/oauth/token',
      userinfo: 'https://api.stripe.com/v1/account',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read_write'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.stripe.com/v1/',
    toIdentity,
    brand,
    consoleUrl: 'https://dashboard.stripe.com/settings/connect',
  })
}
