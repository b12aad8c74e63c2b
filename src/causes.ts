// From an error to its cause: what is wrong, whose fault it is, and what to do. One table for `latchkey explain`, the
// inspector, the developer's panel of the error page and docs/errors.md. errors.ts has the general meaning of a code; this
// table adds the specific cause that the facts reveal.
import { type ErrorCode, type ErrorFacts, errorTable, type FailurePlace } from './errors.ts'

/** Who can fix it. `unclear`: the log alone does not show it; the remedy says how to find out. */
export type Culprit = 'application' | 'provider' | 'person' | 'network' | 'unclear'

export interface Cause {
  /** A stable name, for programs. */
  readonly id: string
  /** One sentence. */
  readonly sentence: string
  readonly culprit: Culprit
  readonly remedy: string
}

/** The errors that an entry matches; a member that is absent matches any value. */
interface Pattern {
  readonly codes: readonly ErrorCode[]
  readonly at?: readonly FailurePlace[]
  readonly checks?: readonly string[]
  readonly isMissing?: boolean
  readonly statuses?: (status: number) => boolean
  readonly errors?: readonly string[]
}

/** `{place}` in a sentence is replaced with the name of the place. */
export interface CauseEntry extends Cause {
  readonly when: Pattern
}

/** The names of places in sentences. */
const placeNames: Readonly<Record<FailurePlace, string>> = {
  callback: 'callback',
  metadata: 'metadata (discovery document)',
  keys: 'key set (jwks_uri)',
  'pushed-request': 'endpoint for pushed authorization requests',
  token: 'token endpoint',
  'id-token': 'ID token',
  userinfo: 'userinfo endpoint',
  profile: 'profile endpoint',
  'client-credentials': 'client secret or key',
  notification: 'notification',
  revocation: 'revocation endpoint',
  'access-token': 'access token',
  introspection: 'introspection endpoint',
}

const idToken = (...checks: readonly string[]): Pattern => ({
  codes: ['provider_id_token_invalid'],
  checks,
})
const refusedInCallback = (...errors: readonly string[]): Pattern => ({
  codes: ['provider_refused', 'provider_interaction_required', 'provider_denied'],
  at: ['callback'],
  errors,
})
const answers: readonly ErrorCode[] = [
  'provider_answer_invalid',
  'provider_userinfo_invalid',
  'provider_id_token_invalid',
]
const apis: readonly FailurePlace[] = ['userinfo', 'profile']

/** Tried in this order; the first match is used. */
export const causeEntries: readonly CauseEntry[] = [
  // The callback.
  {
    id: 'person_refused',
    when: refusedInCallback('access_denied'),
    sentence: 'The person refused, or a rule at the provider refused them.',
    culprit: 'person',
    remedy:
      'None if they pressed cancel. Otherwise check in the provider’s console whether this person may use the application.',
  },
  {
    id: 'error_outside_login',
    when: { codes: ['provider_refused'], at: ['callback'], checks: ['state'], isMissing: true },
    sentence: 'The provider reported an error without state, so it cannot be matched with a login.',
    culprit: 'provider',
    remedy:
      'Read its error in the detail: usually it could not read the authorization request (an unknown client id or redirect URI). RFC 6749 §4.1.2.1 requires the state in an error.',
  },
  {
    id: 'state_absent',
    when: { codes: ['attempt_missing'], at: ['callback'], checks: ['state'], isMissing: true },
    sentence: 'The answer has no state, so it cannot be matched with a login.',
    culprit: 'provider',
    remedy:
      'Check whether something between browser and server drops parts of the query. If not, the provider violates RFC 6749 §4.1.2: it must return the state.',
  },
  {
    id: 'state_unknown',
    when: { codes: ['attempt_missing'], at: ['callback'], checks: ['state'] },
    sentence: 'The browser has started a login, but the answer has the state of another one.',
    culprit: 'unclear',
    remedy:
      'Start again in one tab. If that fails too, the provider changes the state. An answer that an attacker injected looks the same; no code was redeemed.',
  },
  {
    id: 'attempt_cookie_absent',
    when: { codes: ['attempt_missing'], at: ['callback'], checks: ['cookie'] },
    sentence: 'The browser came back without the cookie of any login.',
    culprit: 'unclear',
    remedy:
      'Compare scheme, host and port of ORIGIN with the address bar: cookies of localhost and 127.0.0.1, or of http and https, are separate. If they match, the callback was opened twice or in another browser, or cookies are blocked.',
  },
  {
    id: 'callback_issuer_absent',
    when: { codes: ['provider_issuer_mismatch'], at: ['callback'], isMissing: true },
    sentence: 'The provider announces the parameter iss, but its answer has none.',
    culprit: 'provider',
    remedy:
      'Check whether a proxy drops it. If not, the provider’s metadata promises a parameter that it does not send (RFC 9207 §2.3).',
  },
  {
    id: 'callback_issuer_other',
    when: { codes: ['provider_issuer_mismatch'], at: ['callback'] },
    sentence: 'The answer names an issuer other than the provider that was asked.',
    culprit: 'unclear',
    remedy:
      'If the issuer that was found is this provider’s own, configure exactly that. If it is not, the answer of another server was delivered here (a mix-up, RFC 9700 §4.4); it was not redeemed.',
  },
  {
    id: 'code_absent',
    when: { codes: ['request_malformed'], at: ['callback'], checks: ['code'] },
    sentence: 'The answer has neither a code nor an error.',
    culprit: 'provider',
    remedy:
      'Check that no proxy drops parts of the query, and that the provider was asked for response_type=code in the query.',
  },
  {
    id: 'callback_malformed',
    when: { codes: ['request_malformed'], at: ['callback'] },
    sentence: 'The answer has a parameter twice, or one that was not asked for.',
    culprit: 'provider',
    remedy: 'The detail names the parameter. Register the application for the authorization code flow only.',
  },
  {
    id: 'provider_failed',
    when: refusedInCallback('server_error'),
    sentence: 'The provider reported an internal error during the sign-in.',
    culprit: 'provider',
    remedy: 'Try again; if it fails again, check the provider’s status page and its error in the detail.',
  },
  {
    id: 'provider_overloaded',
    when: refusedInCallback('temporarily_unavailable'),
    sentence: 'The provider is overloaded or in maintenance.',
    culprit: 'provider',
    remedy: 'Try again later.',
  },
  {
    id: 'interaction_needed',
    when: { codes: ['provider_interaction_required'] },
    sentence: 'The provider needed to ask the person a question, but could not ask it or got no answer.',
    culprit: 'person',
    remedy:
      'Start again and answer the provider’s question. With prompt=none this is the usual answer for a person without a session there.',
  },
  {
    id: 'client_not_allowed',
    when: { codes: ['provider_refused'], errors: ['unauthorized_client'] },
    sentence: 'The provider does not allow this client to sign people in this way.',
    culprit: 'application',
    remedy:
      'In the provider’s console, enable the authorization code flow for this client, publish it, or finish its verification.',
  },
  {
    id: 'scope_refused',
    when: { codes: ['provider_refused'], errors: ['invalid_scope'] },
    sentence: 'The provider does not grant a requested scope.',
    culprit: 'application',
    remedy: 'Compare the option scopes (variable …_SCOPE) with what the client may ask for at the provider.',
  },

  // The token endpoint.
  {
    id: 'pkce_refused',
    when: { codes: ['provider_refused', 'provider_credentials_refused'], checks: ['pkce'] },
    sentence: 'The provider refuses the PKCE parameters.',
    culprit: 'provider',
    remedy:
      'If it does not support PKCE, turn it off: the option pkce: "none", or the variable …_PKCE=0. Otherwise ask the provider to follow RFC 9700 §2.1.1.',
  },
  {
    id: 'redirect_uri_unknown',
    when: { codes: ['provider_redirect_uri_mismatch'] },
    sentence: 'The redirect URI is not the one that is registered at the provider.',
    culprit: 'application',
    remedy:
      'Register exactly ORIGIN/auth/callback/ID: scheme, host, port, path and trailing slash must match. `latchkey doctor` prints it.',
  },
  {
    id: 'client_secret_unmintable',
    when: { codes: ['provider_credentials_refused'], at: ['client-credentials'] },
    sentence: 'The client secret or assertion could not be made from the key, so nothing was sent.',
    culprit: 'application',
    remedy:
      'Check the key that signs it (the PEM file, its algorithm); the cause of the error in the log says what is wrong with it.',
  },
  {
    id: 'client_refused',
    when: { codes: ['provider_credentials_refused'] },
    sentence:
      'The provider does not accept the client id, the client secret, or the way in which they are sent.',
    culprit: 'application',
    remedy:
      'Copy id and secret from the provider’s console again: check for spaces, an expired secret, or the secret of another client. If both are right, set the client authentication method (…_CLIENT_AUTH).',
  },
  {
    id: 'code_refused',
    when: { codes: ['provider_refused'], errors: ['invalid_grant'] },
    sentence:
      'The token endpoint does not accept the code: it was used before or has expired, or the redirect URI or PKCE verifier differs from the authorization request.',
    culprit: 'unclear',
    remedy:
      'Start again. If it fails again, check the provider’s error in the detail, the clock of this server, and whether a proxy delivers callbacks twice.',
  },
  {
    id: 'id_token_absent',
    when: idToken('id_token'),
    sentence: 'The token endpoint answered without an ID token, so it does not say who signed in.',
    culprit: 'provider',
    remedy:
      'Check that the scope openid is requested and granted, and that the client is registered for OpenID Connect. For a provider without ID tokens use oauth2() instead of oidc().',
  },
  {
    id: 'access_token_absent',
    when: { codes: answers, at: ['token', 'id-token'], checks: ['access_token'] },
    sentence: 'The token endpoint answered without an access token.',
    culprit: 'provider',
    remedy: 'The provider violates RFC 6749 §5.1. Check that the address of the token endpoint is right.',
  },
  {
    id: 'token_type_unknown',
    when: { codes: answers, at: ['token', 'id-token'], checks: ['token_type'] },
    sentence: 'The token endpoint returned an access token that is not a bearer token.',
    culprit: 'provider',
    remedy: 'Register the client for bearer tokens (RFC 6750); other kinds (mac, pop) are not supported.',
  },

  // The ID token.
  {
    id: 'nonce_absent',
    when: { ...idToken('nonce'), isMissing: true },
    sentence: 'The ID token has no nonce, although one was sent.',
    culprit: 'provider',
    remedy:
      'OpenID Connect Core §3.1.2.1 requires it. If a provider is known not to return it, declare that in its description (deviations.nonce); the check cannot be turned off for a single login.',
  },
  {
    id: 'nonce_other',
    when: idToken('nonce'),
    sentence: 'The ID token has the nonce of another login.',
    culprit: 'provider',
    remedy:
      'The token of another login was returned: by a cache in front of the token endpoint, or in an attack. The sign-in was refused.',
  },
  {
    id: 'audience_other',
    when: idToken('aud'),
    sentence: 'The ID token is meant for another client.',
    culprit: 'application',
    remedy:
      'Compare the expected client id with the one found: usually the credentials of two clients are mixed up. If the id is right, the provider issues tokens for the wrong audience.',
  },
  {
    id: 'token_issuer_other',
    when: idToken('iss'),
    sentence: 'The issuer in the ID token is not the configured one.',
    culprit: 'application',
    remedy:
      'They are compared byte for byte: check the trailing slash, the case and the tenant. Configure exactly the issuer in the provider’s metadata.',
  },
  {
    id: 'token_expired',
    when: idToken('exp'),
    sentence: 'The ID token has expired.',
    culprit: 'unclear',
    remedy:
      'Compare the clock of this server with the time that was found (`timedatectl`, NTP). If the clock is right, the provider returns old tokens.',
  },
  {
    id: 'token_of_the_future',
    when: idToken('iat', 'nbf'),
    sentence: 'The issue time of the ID token is in the future.',
    culprit: 'unclear',
    remedy:
      'One of the two clocks is wrong: compare this server’s with the time that was found (`timedatectl`, NTP). CLOCK_TOLERANCE allows for small differences only.',
  },
  {
    id: 'token_unsigned',
    when: { ...idToken('signature'), isMissing: true },
    sentence: 'The ID token is not signed (alg none).',
    culprit: 'provider',
    remedy:
      'Set a signing algorithm, such as RS256, for this client at the provider. An unsigned token proves nothing and is never accepted.',
  },
  {
    id: 'signature_wrong',
    when: idToken('signature'),
    sentence: 'The signature of the ID token does not match its content.',
    culprit: 'provider',
    remedy:
      'The token was changed in transit, or the provider signs with a key other than the one it publishes under this kid. The sign-in was refused.',
  },
  {
    id: 'key_set_empty',
    when: { ...idToken('key'), isMissing: true },
    sentence: 'The provider publishes no keys, so no signature can be verified.',
    culprit: 'provider',
    remedy: 'Open the jwks_uri from its metadata in a browser: it should list keys.',
  },
  {
    id: 'key_unknown',
    when: idToken('key'),
    sentence: 'The ID token is signed with a key that the provider does not publish.',
    culprit: 'provider',
    remedy:
      'The keys were fetched again, and the key was not among them: check whether jwks_uri and issuer belong to the same server or tenant.',
  },
  {
    id: 'algorithm_other',
    when: idToken('alg'),
    sentence: 'The ID token is signed with an algorithm other than the announced or registered one.',
    culprit: 'application',
    remedy:
      'Set the option idTokenSigningAlg (variable …_ID_TOKEN_ALG) to what the client is registered with at the provider, or register RS256 there.',
  },
  {
    id: 'access_token_other',
    when: idToken('at_hash', 'c_hash'),
    sentence: 'The ID token belongs to a different access token or code than the one that came with it.',
    culprit: 'provider',
    remedy:
      'Answers of two logins are mixed up at the provider or in a cache in front of it. The sign-in was refused.',
  },
  {
    id: 'subject_absent',
    when: idToken('sub'),
    sentence: 'The ID token does not say who signed in: its sub is missing or unusable.',
    culprit: 'provider',
    remedy: 'The provider violates OpenID Connect Core §2. Check how it maps the subject.',
  },
  {
    id: 'party_other',
    when: idToken('azp'),
    sentence: 'The ID token was issued to another client (azp), which passed it on.',
    culprit: 'provider',
    remedy:
      'Compare the two client ids: use the credentials of the client that signs people in. Tokens for several audiences are accepted only when they were issued to this client.',
  },
  {
    id: 'level_not_reached',
    when: idToken('acr'),
    sentence: 'The person did not sign in at the level (acr) that the application requires.',
    culprit: 'person',
    remedy:
      'They must use the stronger way to sign in. Check whether the provider supports the required level at all.',
  },
  {
    id: 'sign_in_moment_absent',
    when: {
      codes: ['provider_id_token_invalid', 'provider_freshness_unproven'],
      checks: ['auth_time'],
      isMissing: true,
    },
    sentence:
      'The application requires a recent sign-in, but the ID token does not say when the person signed in.',
    culprit: 'provider',
    remedy:
      'The provider ignores max_age (OpenID Connect Core §3.1.2.1). If another parameter makes it ask again, set the option reauthentication, such as { prompt: "login" }.',
  },
  {
    id: 'sign_in_too_old',
    when: { codes: ['provider_id_token_invalid', 'provider_freshness_unproven'], checks: ['auth_time'] },
    sentence: 'The application requires a recent sign-in, but the provider accepted an old one.',
    culprit: 'provider',
    remedy:
      'It did not ask the person again, although max_age requires it. Set the parameter that makes it ask: the option reauthentication, such as { prompt: "login" }.',
  },
  {
    id: 'provider_session_over',
    when: idToken('session_expiry'),
    sentence: 'The provider says that the person’s session there has already ended.',
    culprit: 'provider',
    remedy:
      'Compare the clocks. If both are right, the provider’s session ends before the sign-in is finished.',
  },
  {
    id: 'token_of_another_kind',
    when: idToken('typ', 'crit', 'events', 'form', 'size'),
    sentence: 'The value in place of the ID token is another kind of token, or no token at all.',
    culprit: 'provider',
    remedy: 'Check the client’s settings at the provider: the ID token must be a signed, unencrypted JWT.',
  },

  // The profile.
  {
    id: 'profile_of_another_person',
    when: { codes: ['provider_userinfo_invalid'], checks: ['sub'], isMissing: false },
    sentence: 'The userinfo endpoint and the ID token name different people.',
    culprit: 'provider',
    remedy:
      'A cache in front of it may mix up answers. OpenID Connect Core §5.3.4 forbids using such an answer; the sign-in was refused.',
  },
  {
    id: 'api_refused_token',
    when: {
      codes: ['provider_userinfo_invalid'],
      at: apis,
      statuses: (status) => status === 401 || status === 403,
    },
    sentence: 'The {place} does not accept the access token that the provider has just issued.',
    culprit: 'application',
    remedy:
      'Usually a scope is missing, or the API is not enabled for this client in the provider’s console. If the ID token has all the claims that you need, set claimsFrom to "id-token".',
  },
  {
    id: 'userinfo_endpoint_absent',
    when: { codes: ['provider_userinfo_invalid'], at: ['metadata'], checks: ['userinfo_endpoint'] },
    sentence: 'The metadata has no userinfo endpoint, although the profile is configured to come from there.',
    culprit: 'provider',
    remedy:
      'If the ID token has all the claims that you need, set claimsFrom to "id-token" (…_CLAIMS_FROM). Otherwise set the endpoint (…_USERINFO_ENDPOINT).',
  },
  {
    id: 'profile_incomplete',
    when: { codes: ['provider_userinfo_invalid'], checks: ['subject', 'sub'] },
    sentence: 'The provider’s profile lacks the claim that identifies the person.',
    culprit: 'provider',
    remedy: 'Check the requested scopes and the address of the profile (…_API_URL).',
  },

  // Metadata.
  {
    id: 'metadata_issuer_other',
    when: { codes: ['provider_issuer_mismatch'], at: ['metadata'] },
    sentence: 'The issuer in the metadata is not the configured one.',
    culprit: 'application',
    remedy:
      'They are compared byte for byte (OpenID Connect Discovery §4.3): configure exactly the issuer that was found, if it is the provider’s own.',
  },
  {
    id: 'metadata_absent',
    when: { codes: ['provider_answer_invalid'], at: ['metadata'], checks: ['status'] },
    sentence: 'There is no metadata at the issuer’s address.',
    culprit: 'application',
    remedy:
      'Open ISSUER/.well-known/openid-configuration in a browser. Usually the configured issuer lacks a path or tenant, or metadataUrl (…_METADATA_URL) must be set.',
  },
  {
    id: 'metadata_without_endpoint',
    when: {
      codes: ['provider_answer_invalid'],
      at: ['metadata'],
      checks: [
        'authorization_endpoint',
        'token_endpoint',
        'jwks_uri',
        'pushed_authorization_request_endpoint',
      ],
    },
    sentence: 'The metadata lacks an endpoint that every sign-in needs, or its address cannot be used.',
    culprit: 'provider',
    remedy:
      'The detail names it. If the provider has it nevertheless, set its address (…_TOKEN_ENDPOINT and similar variables).',
  },

  // Any response.
  {
    id: 'answer_not_json',
    when: { codes: answers, checks: ['json'] },
    sentence: 'The {place} answers with something that is not JSON, such as a web page.',
    culprit: 'provider',
    remedy:
      'Check that the address is right, and whether a firewall, a proxy or a maintenance page answers instead of the provider.',
  },
  {
    id: 'answer_redirects',
    when: { codes: answers, checks: ['redirect'] },
    sentence:
      'The {place} answers with a redirect. Redirects are never followed, since they could leak secrets.',
    culprit: 'application',
    remedy: 'Configure the address that it leads to: usually https instead of http, or a trailing slash.',
  },
  {
    id: 'answer_too_large',
    when: { codes: answers, checks: ['size'] },
    sentence: 'The answer of the {place} exceeds the limit of 1 MiB.',
    culprit: 'provider',
    remedy: 'Check what that address serves: no profile or key set is that large.',
  },
  {
    id: 'answer_status',
    when: { codes: answers, checks: ['status'] },
    sentence: 'The {place} answers with an error status and gives no known reason.',
    culprit: 'unclear',
    remedy: 'Check the status and the message in the detail, and whether the address is right.',
  },
  {
    id: 'too_many_requests',
    when: { codes: ['provider_unavailable'], statuses: (status) => status === 429 },
    sentence: 'The {place} refuses further requests for a while (429).',
    culprit: 'provider',
    remedy:
      'Wait; our answer has Retry-After if the provider says how long. If it happens often, ask the provider for a higher limit.',
  },
  {
    id: 'endpoint_down',
    when: { codes: ['provider_unavailable'], checks: ['status'] },
    sentence: 'The {place} answers with a server error (5xx).',
    culprit: 'provider',
    remedy: 'You do not need to do anything: the next login tries again. Check the provider’s status page.',
  },
  {
    id: 'endpoint_failed',
    when: { codes: ['provider_unavailable'], errors: ['temporarily_unavailable', 'server_error'] },
    sentence: 'The {place} says that it cannot answer at the moment.',
    culprit: 'provider',
    remedy: 'You do not need to do anything: the next login tries again.',
  },
  {
    id: 'endpoint_slow',
    when: { codes: ['provider_unavailable'], checks: ['timeout'] },
    sentence: 'The {place} did not answer within 10 seconds.',
    culprit: 'provider',
    remedy:
      'Check the provider’s status page, and run `curl -v` on this server to see whether a firewall drops the packets.',
  },
  {
    id: 'endpoint_unreachable',
    when: { codes: ['provider_unavailable'], checks: ['connection'] },
    sentence: 'The connection to the {place} failed or was interrupted.',
    culprit: 'network',
    remedy:
      'The detail says why. Check DNS, firewall and proxy of this server (`curl -v ADDRESS` on it); behind a proxy set HTTPS_PROXY.',
  },
  {
    id: 'certificate_refused',
    when: { codes: ['provider_certificate_invalid'] },
    sentence: 'The TLS certificate of the {place} was refused.',
    culprit: 'network',
    remedy:
      'The detail says why. For a certificate authority of your own, start Node with NODE_EXTRA_CA_CERTS=/path/to/ca.pem; never turn verification off.',
  },
]

/** For codes without an entry above, by prefix, or by full name if that is more specific. */
const culprits: Readonly<Record<string, Culprit>> = {
  config: 'application',
  request: 'unclear',
  attempt: 'unclear',
  attempt_invalid: 'application',
  attempt_expired: 'person',
  attempt_session_changed: 'person',
  provider: 'provider',
  provider_unknown: 'unclear',
  provider_place_invalid: 'person',
  provider_level_unsupported: 'application',
  provider_freshness_unsupported: 'application',
  account: 'person',
  account_refused: 'application',
  account_not_created: 'application',
  session: 'person',
  session_too_large: 'application',
  session_not_ended: 'application',
  token: 'person',
  token_unavailable: 'provider',
  token_origin_refused: 'application',
  user: 'application',
  store: 'application',
  unexpected: 'unclear',
}

/** Returns the cause of an error, by its code and facts. A code of another release is treated as `unexpected`. */
export function causeOf(code: string, facts: ErrorFacts = {}): Cause {
  const known = Object.hasOwn(errorTable, code) ? (code as ErrorCode) : 'unexpected'
  const entry = causeEntries.find(({ when }) => fits(when, known, facts))
  if (!entry) {
    const culprit = culprits[known] ?? culprits[known.split('_', 1)[0] ?? ''] ?? 'unclear'
    return { id: known, sentence: errorTable[known].forDeveloper, culprit, remedy: '' }
  }
  const place = facts.at === undefined ? 'provider' : placeNames[facts.at]
  const { id, culprit, remedy } = entry
  return { id, sentence: entry.sentence.replace('{place}', place ?? 'provider'), culprit, remedy }
}

function fits(
  { codes, at, checks, isMissing, statuses, errors }: Pattern,
  code: ErrorCode,
  facts: ErrorFacts,
): boolean {
  return (
    codes.includes(code) &&
    (at === undefined || (facts.at !== undefined && at.includes(facts.at))) &&
    (checks === undefined || (facts.check !== undefined && checks.includes(facts.check))) &&
    (isMissing === undefined || isMissing === (facts.isMissing ?? false)) &&
    (statuses === undefined || (facts.status !== undefined && statuses(facts.status))) &&
    (errors === undefined || (facts.error !== undefined && errors.includes(facts.error)))
  )
}
