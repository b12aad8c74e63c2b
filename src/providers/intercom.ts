// Intercom: plain OAuth 2.0.
// https://developers.intercom.com/building-apps/docs/setting-up-oauth
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#6afdef',
  'M21 0H3C1.343 0 0 1.343 0 3v18c0 1.658 1.343 3 3 3h18c1.658 0 3-1.342 3-3V3c0-1.657-1.342-3-3-3zm-5.801 4.399c0-.44.36-.8.802-.8.44 0 .8.36.8.8v10.688c0 .442-.36.801-.8.801-.443 0-.802-.359-.802-.801V4.399zM11.2 3.994c0-.44.357-.799.8-.799s.8.359.8.799v11.602c0 .44-.357.8-.8.8s-.8-.36-.8-.8V3.994zm-4 .405c0-.44.359-.8.799-.8.443 0 .802.36.802.8v10.688c0 .442-.36.801-.802.801-.44 0-.799-.359-.799-.801V4.399zM3.199 6c0-.442.36-.8.802-.8.44 0 .799.358.799.8v7.195c0 .441-.359.8-.799.8-.443 0-.802-.36-.802-.8V6zM20.52 18.202c-.123.105-3.086 2.593-8.52 2.593-5.433 0-8.397-2.486-8.521-2.593-.335-.288-.375-.792-.086-1.128.285-.334.79-.375 1.125-.09.047.041 2.693 2.211 7.481 2.211 4.848 0 7.456-2.186 7.479-2.207.334-.289.839-.25 1.128.086.289.336.25.84-.086 1.128zm.281-5.007c0 .441-.36.8-.801.8-.441 0-.801-.36-.801-.8V6c0-.442.361-.8.801-.8.441 0 .801.357.801.8v7.195z',
)

const toIdentity = readProfile({
  subject: 'id',
  email: 'email',
  emailVerified: 'email_verified',
  name: ['name'],
  picture: 'avatar.image_url',
})

/** Options of `intercom()`: those of every provider, and its own. */
export interface IntercomOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The region of the workspace: `us`, `eu` or `au`. Default: `us`. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<IntercomOptions> = {
  region: {
    kind: 'text',
    default: 'us',
    values: ['us', 'eu', 'au'],
    sentence: 'Where the workspace’s data is hosted: in the United States, Europe or Australia.',
  },
}

/**
 * Sign in with Intercom.
 *
 * Needs `INTERCOM_CLIENT_ID`, `INTERCOM_CLIENT_SECRET`: in the Developer Hub under Configure, Authentication, tick
 * "Use OAuth", add the redirect URI and deselect every permission that you do not need. Redirect URIs must be
 * `https:`, even for localhost. The people are teammates of a workspace, not its customers. Outside the United States
 * set `INTERCOM_REGION`. For workspaces other than your own, Intercom must review the app. Tokens do not expire, so
 * there is no refresh token; there is no PKCE and no revocation.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function intercom<const Id extends string = 'intercom'>(
  wanted: IntercomOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = '' }: IntercomOptions): ProviderDescription {
  const api =
    { us: 'https://api.intercom.io', eu: 'https://api.eu.intercom.io', au: 'https://api.au.intercom.io' }[
      region
    ] ?? ''
  return {
    name: 'Intercom',
    kind: 'intercom',
    protocol: 'oauth2',
    issuer: 'https://app.intercom.com',
    endpoints: {
      authorization: 'https://app.intercom.com/oauth',
      token: `${api}/auth/eagle/token`,
      userinfo: `${api}/me`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${api}/`,
    toIdentity,
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      note: 'Intercom accepts only https addresses.',
    },
    brand,
    consoleUrl: 'https://app.intercom.com/a/developer-signup',
  }
}
