// Google: OpenID Connect by discovery.
// https://developers.google.com/identity/openid-connect/openid-connect
import type { Brand, Claims, OfflineAccess, Provider, ProviderOptions } from '../contracts/provider.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

/** https://developers.google.com/identity/branding-guidelines */
const brand: Brand = {
  icon: '<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path fill="#EA4335" d="M24 9.5c3.54 0 6.71 1.22 9.21 3.6l6.85-6.85C35.9 2.38 30.47 0 24 0 14.62 0 6.51 5.38 2.56 13.22l7.98 6.19C12.43 13.72 17.74 9.5 24 9.5z"/><path fill="#4285F4" d="M46.98 24.55c0-1.57-.15-3.09-.38-4.55H24v9.02h12.94c-.58 2.96-2.26 5.48-4.78 7.18l7.73 6c4.51-4.18 7.09-10.36 7.09-17.65z"/><path fill="#FBBC05" d="M10.53 28.59c-.48-1.45-.76-2.99-.76-4.59s.27-3.14.76-4.59l-7.98-6.19C.92 16.46 0 20.12 0 24c0 3.88.92 7.54 2.56 10.78l7.97-6.19z"/><path fill="#34A853" d="M24 48c6.48 0 11.93-2.13 15.89-5.81l-7.73-6c-2.15 1.45-4.92 2.3-8.16 2.3-6.26 0-11.57-4.22-13.47-9.91l-7.98 6.19C6.51 42.62 14.62 48 24 48z"/></svg>',
  light: { background: '#ffffff', text: '#1f1f1f', border: '#747775' },
  dark: { background: '#131314', text: '#e3e3e3', border: '#8e918f' },
}

/**
 * Google issues a refresh token with the first consent, and later only if consent is requested again.
 * https://developers.google.com/identity/protocols/oauth2/web-server#offline
 */
const offlineAccess: OfflineAccess = {
  params: { access_type: 'offline' },
  whenMissing: { prompt: 'consent' },
}

/** The API origins that applications use most; add others with `apiOrigins`. */
const apiOrigins: readonly string[] = [
  'https://www.googleapis.com',
  'https://people.googleapis.com',
  'https://gmail.googleapis.com',
]

/**
 * Sign in with Google.
 *
 * Credentials: `GOOGLE_CLIENT_ID`, `GOOGLE_CLIENT_SECRET`. Scopes: `openid email profile`. `tokens.fetch('google',
 * 'userinfo')` resolves to the userinfo endpoint; absolute URLs may use the hosts www, people and gmail of
 * googleapis.com. With `baseUrl`, the issuer is that address unless `issuer` is set, and the API is at `apiUrl`, by
 * default `BASE/v1`.
 *
 * @example
 * ```ts
 * import { google } from 'latchkey/providers/google'
 *
 * const fromTheEnvironment = google()
 * const byHand = google({ clientId: '1098.apps.googleusercontent.com', clientSecret: process.env.GOOGLE_SECRET })
 * ```
 */
export function google<const Id extends string = 'google'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Google',
    kind: 'google',
    protocol: 'oidc',
    issuer: 'https://accounts.google.com',
    // As Google documents it; its emulators support nothing else.
    // https://developers.google.com/identity/openid-connect/openid-connect#exchangecode
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'email', 'profile'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://openidconnect.googleapis.com/v1/',
    apiOrigins,
    toIdentity: readStandardClaims,
    // Google supports neither max_age nor prompt=login; the best it offers is choosing the account again.
    deviations: { reauthentication: { prompt: 'select_account' }, offlineAccess },
    isAuthoritativeForEmail,
    organizationOf: ({ hd }) => (typeof hd === 'string' && hd !== '' ? hd : null),
    brand,
    consoleUrl: 'https://console.cloud.google.com/auth/clients',
  })
}

/**
 * Google itself runs the mailbox of gmail.com addresses and of Workspace accounts (`hd`). Any other address was verified
 * once, and may have changed hands since.
 * https://developers.google.com/identity/gsi/web/guides/verify-google-id-token
 */
function isAuthoritativeForEmail(email: string, claims: Claims): boolean {
  if (claims.email_verified !== true || claims.email !== email) return false
  const hostedDomain = claims.hd
  return (
    email.toLowerCase().endsWith('@gmail.com') || (typeof hostedDomain === 'string' && hostedDomain !== '')
  )
}
