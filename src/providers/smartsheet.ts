// Smartsheet: plain OAuth 2.0.
// https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth-walkthrough
import type {
  OwnOptions,
  Provider,
  ProviderOptions,
  TokenRequest,
  TokenRequestContext,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { withParameters } from './definition/token-request.ts'

const brand = brandOf('#003059', 'S')

const toIdentity = readProfile({
  subject: 'id',
  isNumeric: true,
  email: 'email',
  name: ['firstName+lastName'],
})

const regions = {
  us: { app: 'https://app.smartsheet.com', api: 'https://api.smartsheet.com' },
  eu: { app: 'https://app.smartsheet.eu', api: 'https://api.smartsheet.eu' },
  gov: { app: 'https://app.smartsheetgov.com', api: 'https://api.smartsheetgov.com' },
} as const

/** Options of `smartsheet()`: those of every provider, and its own. */
export interface SmartsheetOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The region of the accounts: `us`, `eu` or `gov`. Default: `us`. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<SmartsheetOptions> = {
  region: {
    kind: 'text',
    default: 'us',
    values: Object.keys(regions),
    sentence: 'The region of the accounts: smartsheet.com, smartsheet.eu or smartsheetgov.com.',
  },
}

/**
 * Sign in with Smartsheet.
 *
 * Needs `SMARTSHEET_CLIENT_ID`, `SMARTSHEET_CLIENT_SECRET`, of an app under Developer Tools, which appear in the
 * account menu after a registration at developers.smartsheet.com/register. An app has one redirect URL. Smartsheet
 * Regions Europe and Smartsheet Gov have separate accounts, apps and tokens: set `SMARTSHEET_REGION`.
 *
 * The secret itself is never sent, only a hash of the secret and the code. Smartsheet does not say whether an address
 * is verified. A refresh token comes with every sign-in and is replaced with each use.
 */
export function smartsheet<const Id extends string = 'smartsheet'>(
  wanted: SmartsheetOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = 'us' }: SmartsheetOptions): ProviderDescription {
  const { app, api } = regions[region as keyof typeof regions]
  return {
    name: 'Smartsheet',
    kind: 'smartsheet',
    protocol: 'oauth2',
    issuer: app,
    endpoints: {
      authorization: `${app}/b/authorize`,
      token: `${api}/2.0/token`,
      userinfo: `${api}/2.0/users/me`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['READ_USERS'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${api}/2.0/`,
    toIdentity,
    deviations: { tokenRequest },
    brand,
    consoleUrl: `${app}/b/home`,
  }
}

/** https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth-walkthrough: sends SHA-256 of secret and code. */
async function tokenRequest(
  request: TokenRequest,
  { clientSecret }: TokenRequestContext,
): Promise<TokenRequest> {
  const proven = request.parameters.get(request.grant === 'refresh_token' ? 'refresh_token' : 'code') ?? ''
  const bytes = new TextEncoder().encode(`${clientSecret ?? ''}|${proven}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return withParameters(request, { client_secret: undefined, hash })
}
