// What the headers of a request say about where it comes from and what it wants (Fetch Metadata, RFC 6454 §7).

/**
 * Whether one of our own pages made this request. `Sec-Fetch-Site: same-origin` says so; where a browser does not send
 * that header, an `Origin` equal to ours does. A proof that is absent is no proof, and an `Origin` of another site is
 * refused beside any.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const requestOrigin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (site === null) return requestOrigin === origin
  // Under `Referrer-Policy: no-referrer` one of our forms sends `null` (Fetch §3.2), and `Sec-Fetch-Site` still proves it: a
  // sandboxed frame, whose origin is `null` too, is cross-site to it.
  const saysNothing = requestOrigin === null || requestOrigin === 'null'
  // A foreign Origin beside a good Sec-Fetch-Site: one of the two is not the browser's.
  if (!saysNothing && requestOrigin !== origin) return false
  return site === 'same-origin'
}

/**
 * Whether the caller is a program that should get JSON, not a person who should get a page. A script's `fetch` in a
 * browser says `Sec-Fetch-Dest: empty`. `Accept` with a bare wildcard says nothing.
 */
export function wantsJson(headers: Pick<Headers, 'get'>): boolean {
  if (headers.get('sec-fetch-dest') === 'empty') return true
  if (headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest') return true
  return acceptsJson(headers)
}

/** Whether the caller asks for JSON in so many words (RFC 9110 §12.5.1), and not for a page. */
export function acceptsJson(headers: Pick<Headers, 'get'>): boolean {
  const accept = headers.get('accept')?.toLowerCase() ?? ''
  return /\bapplication\/json\b|\+json\b/.test(accept) && !accept.includes('text/html')
}
