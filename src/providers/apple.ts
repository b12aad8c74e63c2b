// Apple: OpenID Connect by discovery, with a client secret that the application signs, `form_post`, and a name that arrives only once.
// https://developer.apple.com/documentation/signinwithapplerestapi
import type {
  Claims,
  OwnOptions,
  ProfileRequest,
  Provider,
  ProviderOptions,
  SecretMaker,
} from '../contracts/provider.ts'
import { appleNotifications } from './definition/apple-notifications.ts'
import { appleSecret, faultInAppleKey } from './definition/apple-secret.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { providerInvalid } from './definition/provider-invalid.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

/** https://developer.apple.com/design/human-interface-guidelines/sign-in-with-apple: the mark on black. */
const brand = brandOf(
  '#000000',
  'M12.152 6.896c-.948 0-2.415-1.078-3.96-1.04-2.04.027-3.91 1.183-4.961 3.014-2.117 3.675-.546 9.103 1.519 12.09 1.013 1.454 2.208 3.09 3.792 3.039 1.52-.065 2.09-.987 3.935-.987 1.831 0 2.35.987 3.96.948 1.637-.026 2.676-1.48 3.676-2.948 1.156-1.688 1.636-3.325 1.662-3.415-.039-.013-3.182-1.221-3.22-4.857-.026-3.04 2.48-4.494 2.597-4.559-1.429-2.09-3.623-2.324-4.39-2.376-2-.156-3.675 1.09-4.61 1.09zM15.53 3.83c.843-1.012 1.4-2.427 1.245-3.83-1.207.052-2.662.805-3.532 1.818-.78.896-1.454 2.338-1.273 3.714 1.338.104 2.715-.688 3.559-1.701',
)

/** Options of `apple()`: those of every provider, and its own. */
export interface AppleOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The Team ID of the developer account: ten letters and digits. */
  readonly teamId?: string | undefined
  /** The Key ID of the private key: ten letters and digits. */
  readonly keyId?: string | undefined
  /** The text of the `.p8` file. It signs client secrets, and is never sent. */
  readonly privateKey?: string | undefined
  /**
   * Ids of apps whose notifications are accepted at `/auth/notifications/apple`, in addition to the client id: Apple sends
   * notifications for the primary App ID that the Services ID belongs to. Default: none.
   */
  readonly appIds?: readonly string[] | undefined
}

const tenCharacters = (value: string) =>
  /^[A-Z0-9]{10}$/.test(value) ? null : 'must be ten capital letters and digits'

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<AppleOptions> = {
  teamId: {
    kind: 'text',
    sentence: 'The Team ID, at the top right of the developer account.',
    example: 'A1B2C3D4E5',
    fault: tenCharacters,
  },
  keyId: {
    kind: 'text',
    sentence: 'The Key ID, on the page of the key.',
    example: 'F6G7H8I9J0',
    fault: tenCharacters,
  },
  privateKey: {
    kind: 'pem',
    sentence: 'The text of the .p8 file, which Apple lets you download once.',
    fault: faultInAppleKey,
  },
  appIds: {
    kind: 'list',
    sentence:
      'App IDs whose notifications are accepted in addition to the client id, such as the primary App ID.',
  },
}

/**
 * Sign in with Apple.
 *
 * Credentials: `APPLE_CLIENT_ID` (the Services ID), `APPLE_TEAM_ID`, `APPLE_KEY_ID` and `APPLE_PRIVATE_KEY`; the
 * client secret is a JWT signed with the key, and renewed within an hour. Scopes: `openid name email`. The address may
 * belong to Apple's relay, which forwards mail until the person stops it. The name arrives only with the first
 * consent, and is not signed. Apple accepts neither localhost nor plain http: develop with the local identity
 * provider, or through a tunnel.
 *
 * @throws LatchkeyError `config_provider_invalid` for an invalid team id, key id or key.
 */
export function apple<const Id extends string = 'apple'>(wanted: AppleOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe(given: AppleOptions): ProviderDescription {
  return {
    name: 'Apple',
    kind: 'apple',
    protocol: 'oidc',
    issuer: 'https://appleid.apple.com',
    clientSecret: secretOf(given),
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'name', 'email'],
    claimsFrom: 'id-token',
    toIdentity,
    // Apple runs these mailboxes, including its relay.
    authoritativeDomains: ['privaterelay.appleid.com', 'icloud.com', 'me.com', 'mac.com'],
    deviations: {
      // https://developer.apple.com/documentation/signinwithapplerestapi/request-an-authorization-to-the-sign-in-with-apple-server.
      // If scopes are requested, Apple answers only with form_post.
      responseMode: 'form_post',
      normalizeCallback,
      fetchProfile,
      // https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple: the name arrives once.
      profileComesOnce: true,
    },
    notifications: appleNotifications(given.appIds),
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      httpsLocalhost: false,
      note: 'Apple accepts https addresses with a domain name only. Develop with the local identity provider, or through a tunnel.',
    },
    brand,
    consoleUrl: 'https://developer.apple.com/account/resources/identifiers/list/serviceId',
  }
}

/** Needs all three parts of the key, or none: then `clientSecret` is set, or the local identity provider is used. */
function secretOf({ id = 'apple', teamId, keyId, privateKey }: AppleOptions): SecretMaker | undefined {
  const parts = { teamId, keyId, privateKey }
  const missing = Object.entries(parts).filter(([, value]) => !value)
  if (missing.length === 3) return undefined
  if (!teamId || !keyId || !privateKey) {
    throw providerInvalid(
      id,
      `${missing.map(([name]) => name).join(' and ')} is missing: the secret is signed with all of teamId, keyId and privateKey`,
    )
  }
  return appleSecret({ teamId, keyId, privateKey })
}

function toIdentity(claims: Claims): IdentityDraft {
  return {
    ...readStandardClaims(claims),
    // https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple: a string or a boolean.
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    picture: null,
  }
}

const LONGEST_USER = 2_000

/**
 * The form field `user` comes with the first consent, as JSON. It is not signed, so only the name is read from it; the
 * e-mail address in it is ignored, since the ID token has a signed one.
 */
async function fetchProfile({ callback }: ProfileRequest): Promise<Claims> {
  const { user = '' } = callback
  if (user.length > LONGEST_USER) return {}
  const name = parsed(user)?.name
  if (typeof name !== 'object' || name === null) return {}
  const { firstName, lastName } = name as Claims
  return { given_name: firstName, family_name: lastName }
}

function parsed(text: string): Claims | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Claims) : null
  } catch {
    return null
  }
}

/** Apple has its own error code for a person who cancels. */
function normalizeCallback(parameters: URLSearchParams): URLSearchParams {
  if (parameters.get('error') !== 'user_cancelled_authorize') return parameters
  const normalized = new URLSearchParams(parameters)
  normalized.set('error', 'access_denied')
  return normalized
}
