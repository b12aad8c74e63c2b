// Intuit (QuickBooks): OpenID Connect by discovery.
// https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/openid-connect
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#236cff',
  'M12.32 12.38c0 1.174.974 2.033 2.211 2.033 1.237 0 2.212-.859 2.212-2.033v-2.7h-1.198v2.56c0 .633-.44 1.06-1.017 1.06s-1.017-.424-1.017-1.06V9.68h-1.198l.008 2.699zm7.624-1.619h1.429v3.563h1.198V10.76H24V9.68h-4.056v1.082zM19.17 9.68h-1.198v4.645h1.198V9.679zM7.482 10.761h1.43v3.563h1.197V10.76h1.428V9.68H7.482v1.082zM1.198 9.68H0v4.645h1.198V9.679zm5.653 1.94c0-1.174-.974-2.032-2.212-2.032-1.238 0-2.212.858-2.212 2.032v2.705h1.198v-2.56c0-.633.44-1.06 1.017-1.06s1.018.425 1.018 1.06v2.56h1.197L6.85 11.62h.001z',
)

/** Options of `intuit()`: those of every provider, and its own. */
export interface IntuitOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<IntuitOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandbox, with the keys under Development of the app.' },
}

/**
 * Sign in with Intuit (QuickBooks).
 *
 * Needs `INTUIT_CLIENT_ID`, `INTUIT_CLIENT_SECRET`: under Keys & OAuth of an app in the Intuit Developer Portal. The
 * keys under Development are for the sandbox (`INTUIT_SANDBOX=1`), which accepts http://localhost as a redirect URI;
 * those under Production are for real people, and require https.
 *
 * Claim names are in camel case. The metadata is not below the issuer. Signing in selects no company: for QuickBooks
 * data add its scope, and read `realmId` from the callback.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function intuit<const Id extends string = 'intuit'>(wanted: IntuitOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: IntuitOptions): ProviderDescription {
  return {
    name: 'Intuit (QuickBooks)',
    kind: 'intuit',
    protocol: 'oidc',
    issuer: 'https://oauth.platform.intuit.com/op/v1',
    metadataUrl: sandbox
      ? 'https://developer.api.intuit.com/.well-known/openid_sandbox_configuration'
      : 'https://developer.api.intuit.com/.well-known/openid_configuration',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://oauth.platform.intuit.com/op/v1',
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims({
        ...claims,
        given_name: claims.givenName,
        family_name: claims.familyName,
        email_verified: claims.emailVerified,
      }),
      picture: null,
    }),
    redirectRules: sandbox
      ? {}
      : {
          localhost: false,
          httpsLocalhost: false,
          note: 'For Production keys, Intuit accepts only https addresses with a domain name; use the sandbox for development.',
        },
    brand,
    consoleUrl: 'https://developer.intuit.com/dashboard',
  }
}
