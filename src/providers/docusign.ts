// Docusign: plain OAuth 2.0.
// https://developers.docusign.com/platform/auth/confidential-authcode-get-token
// https://developers.docusign.com/platform/auth/authcode.md
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#4c00ff', 'D')

const toIdentity = readProfile({ subject: 'sub', email: 'email', name: ['name', 'given_name+family_name'] })

/** Options of `docusign()`: those of every provider, and its own. */
export interface DocusignOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the developer sandbox. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<DocusignOptions> = {
  sandbox: {
    kind: 'flag',
    sentence: 'Use the developer environment at account-d.docusign.com, with its own accounts.',
  },
}

/**
 * Sign in with Docusign.
 *
 * Needs `DOCUSIGN_CLIENT_ID` (the integration key), `DOCUSIGN_CLIENT_SECRET` (its secret key): under Apps and Keys,
 * with the redirect URI added and "Authorization Code Grant" chosen. An app begins in the developer environment, so
 * set `DOCUSIGN_SANDBOX=1` until it has gone live; it has separate accounts. Docusign does not say whether an address
 * is verified, and gives no picture. `accounts` in the userinfo answer names the API host of each account. A refresh
 * token comes with every sign-in and is valid for 30 days; with the scope `extended`, each refresh extends that.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function docusign<const Id extends string = 'docusign'>(
  wanted: DocusignOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: DocusignOptions): ProviderDescription {
  const base = sandbox ? 'https://account-d.docusign.com' : 'https://account.docusign.com'
  return {
    name: 'Docusign',
    kind: 'docusign',
    protocol: 'oauth2',
    issuer: base,
    endpoints: {
      authorization: `${base}/oauth/auth`,
      token: `${base}/oauth/token`,
      userinfo: `${base}/oauth/userinfo`,
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['signature'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${base}/oauth/`,
    toIdentity,
    brand,
    consoleUrl: 'https://apps-d.docusign.com/admin/apps-and-keys',
  }
}
