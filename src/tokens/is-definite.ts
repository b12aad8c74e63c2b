// Whether a provider's refusal of a refresh is final. RFC 6749 §5.2 has `invalid_grant` for a dead refresh token, but many servers
// answer differently. Asking again would get the same answer; only the person can give a new grant.
import type { LatchkeyError } from '../errors.ts'

/** 4xx statuses that mean "later": RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. */
const laterStatuses: readonly (number | null)[] = [408, 425, 429]

/** True for a refusal with a 4xx, or with an error code in a 200. An outage or an unreadable answer is not final. */
export function isDefinite({ code, refusal }: LatchkeyError): boolean {
  if (refusal === undefined || code === 'provider_unavailable') return false
  const { status, error } = refusal
  if (laterStatuses.includes(status)) return false
  return status === null || status === 200 ? error !== null : status >= 400 && status <= 499
}
