// The address of the person's device, for the session list. X-Forwarded-For is trusted only as far as the operator's own proxies
// have written it; it is never used for the origin.

const maxHeaderLength = 8192

/**
 * The address that `trustedProxies` proxies in front of the application vouch for: the entry at that place from the right of
 * X-Forwarded-For, or the peer itself for 0. Null if there is no readable address.
 */
export function clientAddress(
  remote: string | null,
  forwardedFor: string | null,
  trustedProxies: number,
): string | null {
  if (trustedProxies <= 0 || !forwardedFor || forwardedFor.length > maxHeaderLength)
    return tidyAddress(remote)
  const hops = forwardedFor.split(',')
  // With fewer entries than proxies, the leftmost entry was still written by a trusted proxy.
  return tidyAddress(hops[Math.max(0, hops.length - trustedProxies)] ?? null)
}

/** The canonical spelling of an address, without port and zone; null if the text is not an address. */
function tidyAddress(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed) ?? []
  const isV4 = /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/
  if (isV4.test(trimmed)) return canonicalHost(trimmed.replace(/:\d+$/, ''))
  const v6 = (bracketed ?? trimmed).replace(/%.*$/, '')
  const mapped = /^::ffff:([\d.]+)$/i.exec(v6)?.[1]
  if (mapped !== undefined) return canonicalHost(mapped)
  return /^[\da-f:.]+$/i.test(v6) && v6.includes(':') ? canonicalHost(`[${v6}]`) : null
}

/** The URL parser normalizes an address to its shortest form (RFC 5952) and rejects other text. */
function canonicalHost(host: string): string | null {
  const url = `http://${host}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : null
}
