// Which addresses a provider may have: one rule for configured addresses and for those in metadata.
// OpenID Connect Discovery 1.0 §3 and RFC 8414 §2 require https; loopback is this machine (RFC 8252 §7.3).
import { isLoopbackHostname } from '../web/loopback.ts'

/** The characters of a URL (RFC 3986 §2) except `#`, `$` and `*`: no blanks, double quotes, backslashes or `$(…)`. */
const plainUrl = /^[A-Za-z0-9\-._~:/?[\]@!&'()+,;=%]+$/

/** What is wrong with `value` as an endpoint, as the end of a sentence; null if nothing is. Never repeats the value. */
export function faultInEndpointUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'must be an absolute URL'
  // A URL parser drops tabs and newlines and accepts backslashes; the checked address must be the one that is used.
  if (!plainUrl.test(value)) {
    return 'has a character that does not belong into an endpoint (a fragment, a blank, a quote …)'
  }
  const url = new URL(value)
  // docs/security-cases.md E2: javascript:, file: and data: would run or read something; http: would send codes and tokens unencrypted.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHostname(url.hostname))) {
    return 'must begin with https: (http: is accepted on loopback only)'
  }
  // `https://good@evil` reads like one host and leads to the other.
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password'
  return null
}

/** The same for the base of internal addresses: without a query, and plain HTTP is allowed to any host. */
export function faultInInternalUrl(value: unknown): string | null {
  const isPlain = typeof value === 'string' && /^http:\/\//.test(value)
  return faultInIssuer(isPlain ? value.replace(/^http:/, 'https:') : value)
}

/** Whether secrets would be sent unencrypted over a network to this address (RFC 6749 §3.1.2.1, RFC 8252 §7.3). */
export function isPlainHttpElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopbackHostname(hostname)
}

/** The same for an issuer, which in addition must not have a query (OpenID Connect Core 1.0 §2, RFC 8414 §2). */
export function faultInIssuer(value: unknown): string | null {
  const fault = faultInEndpointUrl(value)
  if (fault === null && String(value).includes('?')) return 'must not have a query'
  return fault
}
