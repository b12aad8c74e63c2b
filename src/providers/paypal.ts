// PayPal: plain OAuth 2.0.
// https://developer.paypal.com/docs/log-in-with-paypal/integrate/
import type { Claims, OwnOptions, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { listAt, objectAt } from './definition/read-answer.ts'
import type { IdentityDraft } from './definition/read-identity.ts'

const brand = brandOf(
  '#002991',
  'M15.607 4.653H8.941L6.645 19.251H1.82L4.862 0h7.995c3.754 0 6.375 2.294 6.473 5.513-.648-.478-2.105-.86-3.722-.86m6.57 5.546c0 3.41-3.01 6.853-6.958 6.853h-2.493L11.595 24H6.74l1.845-11.538h3.592c4.208 0 7.346-3.634 7.153-6.949a5.24 5.24 0 0 1 2.848 4.686M9.653 5.546h6.408c.907 0 1.942.222 2.363.541-.195 2.741-2.655 5.483-6.441 5.483H8.714Z',
)

/** Options of `paypal()`: those of every provider, and its own. */
export interface PaypalOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<PaypalOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandbox, with the client of a sandbox application.' },
}

/**
 * Sign in with PayPal.
 *
 * Needs `PAYPAL_CLIENT_ID`, `PAYPAL_CLIENT_SECRET`: under Apps & Credentials in the developer dashboard. Select "Log
 * in with PayPal" under Other features, and open its Advanced Settings: enter the return URL there, and choose what
 * the application sees (full name and e-mail address). Sandbox and live applications are separate.
 *
 * People are identified by the last part of `user_id`, which is specific to the application. The address is the
 * primary one, verified if PayPal says that it is confirmed; the verification of the account is unrelated. PayPal
 * refuses localhost: register http://127.0.0.1.
 */
export function paypal<const Id extends string = 'paypal'>(wanted: PaypalOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: PaypalOptions): ProviderDescription {
  const web = sandbox ? 'https://www.sandbox.paypal.com' : 'https://www.paypal.com'
  const api = sandbox ? 'https://api-m.sandbox.paypal.com' : 'https://api-m.paypal.com'
  return {
    name: 'PayPal',
    kind: 'paypal',
    // PayPal signs ID tokens with the client secret, so the person is read from the profile instead.
    protocol: 'oauth2',
    issuer: web,
    endpoints: { authorization: `${web}/signin/authorize`, token: `${api}/v1/oauth2/token` },
    clientAuthentication: 'client_secret_basic',
    scopes: ['openid', 'email', 'profile'],
    authorizationParams: { flowEntry: 'static' },
    claimsFrom: 'userinfo',
    apiBaseUrl: `${api}/v1/`,
    toIdentity,
    deviations: { fetchProfile },
    redirectRules: { localhost: false, loopbackAddress: true },
    brand,
    consoleUrl: 'https://developer.paypal.com/dashboard/applications',
  }
}

function toIdentity(profile: Claims): IdentityDraft {
  const { user_id: user, name } = profile
  const primary = objectAt(listAt(profile, 'emails').find((entry) => objectAt(entry).primary === true))
  return {
    // A URL whose last segment is the id.
    subject: typeof user === 'string' ? user.split('/').at(-1) : user,
    email: primary.value,
    emailVerified: primary.confirmed,
    name,
  }
}

/** https://developer.paypal.com/docs/api/identity/v1: the parameter `schema` is required. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  return objectAt(await fetch('identity/oauth2/userinfo', { query: { schema: 'paypalv1.1' } }))
}
