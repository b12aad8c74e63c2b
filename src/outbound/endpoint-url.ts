// Which addresses may be a provider's: one rule for what is configured and for what metadata announces.
// OpenID Connect Discovery 1.0 §3 and RFC 8414 §2 ask for https; loopback is this machine (RFC 8252 §7.3).
import { isLoopbackHostname } from '../web/loopback.ts'

/** The characters of a URL (RFC 3986 §2) but for `#`, `$` and `*`: neither blanks, double quotes, backslashes nor `$(…)`. */
const plainUrl = /^[A-Za-z0-9\-._~:/?[\]@!&'()+,;=%]+$/

/** What is wrong with `value` as an endpoint, as the end of a sentence; null when nothing is. Never repeats the value. */
export function faultInEndpointUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'must be an absolute URL'
  // A URL parser drops tabs and newlines and forgives backslashes; what we check must be what is used.
  if (!plainUrl.test(value)) {
    return 'has a character that does not belong into an endpoint (a fragment, a blank, a quote …)'
  }
  const url = new URL(value)
  // docs/security-cases.md E2: javascript:, file: and data: would run or read something; http: would carry codes and tokens in clear.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHostname(url.hostname))) {
    return 'must begin with https: (http: is accepted on loopback only)'
  }
  // `https://good@evil` reads as the one host and leads to the other.
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password'
  return null
}

/** The same for the base of internal addresses: no query, and plain HTTP to any host. */
export function faultInInternalUrl(value: unknown): string | null {
  const isPlain = typeof value === 'string' && /^http:\/\//.test(value)
  return faultInIssuer(isPlain ? value.replace(/^http:/, 'https:') : value)
}

/** Whether secrets would travel to this address in clear over a network (RFC 6749 §3.1.2.1, RFC 8252 §7.3). */
export function isPlainHttpElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopbackHostname(hostname)
}

/** The same for an issuer, which besides has no query (OpenID Connect Core 1.0 §2, RFC 8414 §2). */
export function faultInIssuer(value: unknown): string | null {
  const fault = faultInEndpointUrl(value)
  if (fault === null && String(value).includes('?')) return 'must not have a query'
  return fault
}
