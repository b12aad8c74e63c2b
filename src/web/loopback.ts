// The host names that mean this machine: the only copy of the rule (RFC 8252 §8.3, RFC 6761 §6.3).

/** Whether this origin, or the origin of this URL, is on this machine. False for text that is no URL. */
export function isOnLoopback(url: string): boolean {
  return URL.canParse(url) && isLoopbackHostname(new URL(url).hostname)
}

/** Whether `hostname`, as `URL.hostname` gives it, is loopback: `localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopbackHostname(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  )
}
