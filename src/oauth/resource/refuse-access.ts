// The answer to a request without a sufficient access token: status, a challenge for each accepted scheme, and the reason for the
// developer of the client. RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3, RFC 9728 §5.1.
import { LatchkeyError } from '../../errors.ts'
import { json } from '../../web/responses.ts'
import type { CheckedDemand, ResourceSettings } from './read-resource-options.ts'
import { metadataUrlOf } from './resource-metadata.ts'

/** Error codes of the protocol by ours. Null: the request had no token, so there is no error (RFC 6750 §3.1). */
const wireNames: Readonly<Partial<Record<LatchkeyError['code'], string | null>>> = {
  bearer_token_missing: null,
  bearer_request_malformed: 'invalid_request',
  bearer_token_invalid: 'invalid_token',
  bearer_scope_insufficient: 'insufficient_scope',
  bearer_level_insufficient: 'insufficient_user_authentication',
  dpop_proof_invalid: 'invalid_dpop_proof',
  dpop_nonce_required: 'use_dpop_nonce',
}

export interface Refusal {
  readonly error: unknown
  readonly demand: CheckedDemand
  /** Whether the request came with the DPoP scheme. */
  readonly isDpop: boolean
  /** A nonce for the next proof; null if this API does not use nonces. */
  readonly nonce: string | null
}

export function refuseAccess(
  settings: ResourceSettings,
  { error, demand, isDpop, nonce }: Refusal,
): Response {
  const known = error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
  const name = wireNames[known.code]
  const nonceHeader = nonce === null ? {} : { 'DPoP-Nonce': nonce }
  // Fail closed: an issuer that does not answer is not the client's fault, but no reason to admit a request. The cause is only in
  // the log of this API.
  if (name === undefined) {
    const status = known.status >= 500 ? known.status : 503
    const { retryAfterSeconds } = known
    const retry = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
    return json(
      { error: 'temporarily_unavailable', code: known.code },
      { status, headers: { vary: 'Authorization', ...retry } },
    )
  }
  // RFC 9449 §7.1: a refused proof is 401 at a resource, and 400 at a token endpoint.
  const status = known.code.startsWith('dpop_') ? 401 : known.status
  const description = known.detail === undefined ? undefined : asDescription(known.detail)
  const body = { error: name ?? 'token_required', error_description: description, code: known.code }
  const challenge = challenges(settings, { name, description, code: known.code, demand, isDpop })
  return json(body, {
    status,
    headers: { vary: 'Authorization', 'WWW-Authenticate': challenge, ...nonceHeader },
  })
}

interface Challenge {
  readonly name: string | null
  readonly description: string | undefined
  readonly code: LatchkeyError['code']
  readonly demand: CheckedDemand
  readonly isDpop: boolean
}

/** The scheme of the request comes first, because some clients read only the first one. */
function challenges(settings: ResourceSettings, challenge: Challenge): string {
  const { dpop, resource } = settings
  const shared: [string, string | null][] = [
    ['resource_metadata', resource && metadataUrlOf(resource)],
    ...reasonOf(challenge),
  ]
  const none: typeof shared = challenge.name === null ? shared : []
  const isDpopFirst = challenge.isDpop || dpop.required
  const bearer = `Bearer${parameters(isDpopFirst ? none : shared)}`
  const algs: [string, string] = ['algs', dpop.algorithms.join(' ')]
  const bound = `DPoP${parameters([algs, ...(isDpopFirst ? shared : none)])}`
  if (resource === null) return bearer
  if (dpop.required) return bound
  return isDpopFirst ? `${bound}, ${bearer}` : `${bearer}, ${bound}`
}

function reasonOf({ name, description, code, demand }: Challenge): [string, string | null][] {
  const { scopes, acrValues, maxAgeSeconds } = demand
  const isLevel = code === 'bearer_level_insufficient'
  return [
    ['error', name],
    ['error_description', name === null ? null : (description ?? null)],
    // RFC 6750 §3: all required scopes, not only the missing ones.
    ['scope', isLevel || scopes.length === 0 ? null : scopes.join(' ')],
    ['acr_values', isLevel ? (acrValues?.join(' ') ?? null) : null],
    ['max_age', isLevel && maxAgeSeconds !== null ? String(maxAgeSeconds) : null],
  ]
}

function parameters(list: readonly (readonly [string, string | null])[]): string {
  const said = list.filter(([, value]) => value !== null).map(([name, value]) => `${name}="${value}"`)
  return said.length > 0 ? ` ${said.join(', ')}` : ''
}

/** RFC 6750 §3: printable ASCII without quotes and backslashes. Parts of the detail come from the token. */
function asDescription(detail: string): string {
  return detail
    .replaceAll('"', "'")
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]+/g, ' ')
    .slice(0, 400)
}
