// The faults of the sources of an identity: ID token, userinfo, key set and metadata.
import type { FaultEntry } from './fault-entry.ts'

export type ClaimFault =
  | 'wrong_nonce'
  | 'missing_nonce'
  | 'wrong_audience'
  | 'wrong_issuer'
  | 'expired_id_token'
  | 'bad_signature'
  | 'alg_none'
  | 'unknown_kid'
  | 'rotated_key'
  | 'wrong_at_hash'
  | 'stale_auth_time'
  | 'missing_subject'
  | 'missing_auth_time'
  | 'future_id_token'
  | 'foreign_azp'
  | 'unexpected_alg'
  | 'userinfo_503'
  | 'userinfo_401'
  | 'empty_profile'
  | 'html_profile'
  | 'wrong_userinfo_subject'
  | 'jwks_503'
  | 'empty_key_set'
  | 'discovery_503'
  | 'discovery_404'
  | 'discovery_html'
  | 'discovery_without_userinfo'
  | 'discovery_wrong_issuer'

export const claimFaults: Readonly<Record<ClaimFault, FaultEntry>> = {
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
    effect: 'The signature of the ID token does not match its content.',
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
  missing_subject: {
    place: 'id-token',
    label: 'No subject',
    effect: 'The ID token does not say who signed in.',
    oidcOnly: true,
  },
  missing_auth_time: {
    place: 'id-token',
    label: 'No time of sign-in',
    effect: 'The ID token has no auth_time. It matters where max_age was asked.',
    oidcOnly: true,
  },
  future_id_token: {
    place: 'id-token',
    label: 'A clock that is ahead',
    effect: 'The ID token was issued in ten minutes.',
    oidcOnly: true,
  },
  foreign_azp: {
    place: 'id-token',
    label: 'Two audiences, and another party',
    effect: 'The ID token names a second audience, and is meant for that one (azp).',
    oidcOnly: true,
  },
  unexpected_alg: {
    place: 'id-token',
    label: 'Another algorithm',
    effect:
      'The ID token is signed by HS256 with the client secret, which is not what the metadata announce.',
    oidcOnly: true,
  },
  userinfo_503: {
    place: 'userinfo',
    label: 'Profile endpoint is down',
    effect: 'The userinfo endpoint and the API answer 503.',
  },
  userinfo_401: {
    place: 'userinfo',
    label: 'The access token is refused',
    effect: 'The userinfo endpoint and the API answer 401.',
  },
  empty_profile: {
    place: 'userinfo',
    label: 'An empty profile',
    effect: 'The userinfo endpoint and the API answer 200 with an empty object.',
  },
  html_profile: {
    place: 'userinfo',
    label: 'HTML instead of a profile',
    effect: 'The userinfo endpoint and the API answer 200 with a web page.',
  },
  wrong_userinfo_subject: {
    place: 'userinfo',
    label: 'Profile of another person',
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
  empty_key_set: {
    place: 'jwks',
    label: 'Key set without keys',
    effect: 'The key set is published, and empty.',
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
  discovery_404: {
    place: 'discovery',
    label: 'No discovery document',
    effect: 'The discovery document answers 404.',
    oidcOnly: true,
    perSignIn: false,
  },
  discovery_html: {
    place: 'discovery',
    label: 'HTML instead of metadata',
    effect: 'The discovery document is a web page.',
    oidcOnly: true,
    perSignIn: false,
  },
  discovery_without_userinfo: {
    place: 'discovery',
    label: 'No userinfo endpoint',
    effect: 'The metadata names no userinfo endpoint, which is only recommended.',
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
}
