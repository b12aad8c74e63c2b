// What the headers of a request say about where it comes from and what it wants (Fetch Metadata, RFC 6454 §7).

/**
 * Whether one of our own pages made this request. `Sec-Fetch-Site: same-origin` says so; where a browser does not send
 * that header, an `Origin` equal to ours does. A proof that is absent is no proof.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const requestOrigin = headers.get('origin')
  // A foreign or `null` Origin is refused even beside a good Sec-Fetch-Site: one of the two is not the browser's.
  if (requestOrigin !== null && requestOrigin !== origin) return false
  const site = headers.get('sec-fetch-site')
  return site === null ? requestOrigin === origin : site === 'same-origin'
}

/**
 * Whether the caller is a program that should get JSON, not a person who should get a page. A script's `fetch` in a
 * browser says `Sec-Fetch-Dest: empty`. `Accept` with a bare wildcard says nothing.
 */
export function wantsJson(headers: Pick<Headers, 'get'>): boolean {
  if (headers.get('sec-fetch-dest') === 'empty') return true
  if (headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest') return true
  const accept = headers.get('accept')?.toLowerCase() ?? ''
  return /\bapplication\/json\b|\+json\b/.test(accept) && !accept.includes('text/html')
}
