// What the headers of a request show about its source and about the answer it wants (Fetch Metadata, RFC 6454 §7).

/**
 * Whether one of our own pages made this request. `Sec-Fetch-Site: same-origin` proves it; without that header, an `Origin` equal
 * to ours does. A missing header proves nothing, and an `Origin` of another site is refused in any case.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const requestOrigin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (site === null) return requestOrigin === origin
  // Under `Referrer-Policy: no-referrer` one of our forms sends `null` (Fetch §3.2), and `Sec-Fetch-Site` still proves it: a
  // sandboxed frame, whose origin is also `null`, is cross-site.
  const saysNothing = requestOrigin === null || requestOrigin === 'null'
  // A foreign Origin with a good Sec-Fetch-Site: at least one of the two does not come from the browser.
  if (!saysNothing && requestOrigin !== origin) return false
  return site === 'same-origin'
}

/**
 * Whether the caller is a program that should get JSON, not a person who should get a page. A script's `fetch` in a
 * browser sends `Sec-Fetch-Dest: empty`. A bare wildcard in `Accept` decides nothing.
 */
export function wantsJson(headers: Pick<Headers, 'get'>): boolean {
  if (headers.get('sec-fetch-dest') === 'empty') return true
  if (headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest') return true
  return acceptsJson(headers)
}

/** Whether the caller explicitly asks for JSON (RFC 9110 §12.5.1), and not for a page. */
export function acceptsJson(headers: Pick<Headers, 'get'>): boolean {
  const accept = headers.get('accept')?.toLowerCase() ?? ''
  return /\bapplication\/json\b|\+json\b/.test(accept) && !accept.includes('text/html')
}
