// What can go wrong at a provider, as a table: tests switch a fault on by name, and the page of people offers those that
// suit one sign-in. What each does stands where it strikes; here is only what it is called and meant to show.

/** Where a fault strikes. */
export type FaultPlace = 'authorization' | 'token' | 'id-token' | 'userinfo' | 'jwks' | 'discovery'

export interface FaultEntry {
  readonly place: FaultPlace
  /** For the page: a few words. */
  readonly label: string
  /** What the provider does, and so what the application has to withstand. */
  readonly effect: string
  /** Only where there are ID tokens. */
  readonly oidcOnly?: boolean
  /** False: cannot be tied to one sign-in, since the request does not say whose it is. */
  readonly perSignIn?: boolean
}

const table = {
  deny: {
    place: 'authorization',
    label: 'The person refuses',
    effect: 'The callback carries the provider’s own words for “access denied”.',
  },
  wrong_state: {
    place: 'authorization',
    label: 'Wrong state',
    effect: 'The callback carries a state that nobody sent.',
  },
  wrong_response_issuer: {
    place: 'authorization',
    label: 'Wrong iss in the callback',
    effect: 'The callback names another issuer (RFC 9207).',
  },
  missing_response_issuer: {
    place: 'authorization',
    label: 'No iss in the callback',
    effect: 'The callback names no issuer although the metadata promises one.',
  },
  missing_email: {
    place: 'authorization',
    label: 'No e-mail address',
    effect: 'The person is the same, but has no e-mail address.',
  },
  token_503: {
    place: 'token',
    label: 'Token endpoint is down',
    effect: 'The token endpoint answers 503; the code stays unused.',
  },
  slow_token: {
    place: 'token',
    label: 'Slow token endpoint',
    effect: 'The token endpoint takes 10 seconds.',
  },
  token_error_invalid_grant: {
    place: 'token',
    label: 'The code is refused',
    effect: 'The token endpoint answers invalid_grant, worded as this provider does.',
  },
  html_instead_of_json: {
    place: 'token',
    label: 'HTML instead of JSON',
    effect: 'The token endpoint answers 200 with a web page.',
  },
  missing_id_token: {
    place: 'token',
    label: 'No ID token',
    effect: 'The token answer has no id_token.',
    oidcOnly: true,
  },
  refresh_reuse: {
    place: 'token',
    label: 'The refresh token was used before',
    effect: 'The next refresh is answered invalid_grant, and all tokens of the sign-in end.',
  },
  wrong_nonce: {
    place: 'id-token',
    label: 'Wrong nonce',
    effect: 'The ID token answers another login.',
    oidcOnly: true,
  },
  missing_nonce: {
    place: 'id-token',
    label: 'No nonce',
    effect: 'The ID token has no nonce although one was sent.',
    oidcOnly: true,
  },
  wrong_audience: {
    place: 'id-token',
    label: 'Wrong audience',
    effect: 'The ID token is meant for another client.',
    oidcOnly: true,
  },
  wrong_issuer: {
    place: 'id-token',
    label: 'Wrong issuer',
    effect: 'The ID token names another issuer.',
    oidcOnly: true,
  },
  expired_id_token: {
    place: 'id-token',
    label: 'Expired ID token',
    effect: 'The ID token ended ten minutes ago.',
    oidcOnly: true,
  },
  bad_signature: {
    place: 'id-token',
    label: 'Bad signature',
    effect: 'The signature of the ID token does not fit its content.',
    oidcOnly: true,
  },
  alg_none: {
    place: 'id-token',
    label: 'Unsigned ID token',
    effect: 'The ID token says alg none and has no signature.',
    oidcOnly: true,
  },
  unknown_kid: {
    place: 'id-token',
    label: 'Unknown key',
    effect: 'The ID token is signed with a key that is never published.',
    oidcOnly: true,
  },
  rotated_key: {
    place: 'id-token',
    label: 'Key rotated just now',
    effect: 'A new key is published and used at once. A good client looks again and signs in.',
    oidcOnly: true,
  },
  wrong_at_hash: {
    place: 'id-token',
    label: 'Wrong at_hash',
    effect: 'The ID token belongs to another access token.',
    oidcOnly: true,
  },
  stale_auth_time: {
    place: 'id-token',
    label: 'Old sign-in',
    effect: 'The ID token says that the person signed in a day ago. It matters where max_age was asked.',
    oidcOnly: true,
  },
  userinfo_503: {
    place: 'userinfo',
    label: 'Profile endpoint is down',
    effect: 'The userinfo endpoint and the API answer 503.',
  },
  wrong_userinfo_subject: {
    place: 'userinfo',
    label: 'Profile of somebody else',
    effect: 'The userinfo answer carries another subject than the ID token.',
    oidcOnly: true,
  },
  jwks_503: {
    place: 'jwks',
    label: 'Key set is down',
    effect: 'The key set answers 503.',
    oidcOnly: true,
    perSignIn: false,
  },
  discovery_503: {
    place: 'discovery',
    label: 'Discovery is down',
    effect: 'The discovery document answers 503.',
    oidcOnly: true,
    perSignIn: false,
  },
  discovery_wrong_issuer: {
    place: 'discovery',
    label: 'Discovery names another issuer',
    effect: 'The issuer in the discovery document is not the one that was asked.',
    oidcOnly: true,
    perSignIn: false,
  },
} as const

/** The name of a fault. */
export type Fault = keyof typeof table

/** All faults by name. */
export const faults: Readonly<Record<Fault, FaultEntry>> = table

/** The fault of this name, or null. */
export function findFault(name: string): Fault | null {
  return Object.hasOwn(faults, name) ? (name as Fault) : null
}

/** The faults that a page may offer for one sign-in. */
export function faultsForSignIn(protocol: 'oidc' | 'oauth2'): readonly Fault[] {
  return (Object.keys(faults) as Fault[]).filter((name) => {
    const { oidcOnly = false, perSignIn = true } = faults[name]
    return perSignIn && (protocol === 'oidc' || !oidcOnly)
  })
}
