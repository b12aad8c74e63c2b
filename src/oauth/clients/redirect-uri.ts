// Where a code may be sent (RFC 8252 §7, §8.4; RFC 9700 §4.1.3). Texts are compared exactly, since any normalization would accept
// look-alikes. Only the port of a loopback address may differ.

/** `https`: one application on one host. `loopback`, `scheme`: any program on the device may be listening. */
export type RedirectKind = 'https' | 'loopback' | 'scheme'

const LONGEST = 255
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(?::(\d{1,5}))?(\/[^#]*)?$/
/** The characters of a URI (RFC 3986 §2), none of which a parser reads as another character. */
const plain = /^[\w\-.~:/?[\]@!$&'()*+,;=%]+$/
/** Schemes that lead to a script, a file, or a program that is not the client. */
const closedSchemes =
  /^(?:about|blob|chrome|content|data|file|filesystem|ftp|http|intent|javascript|mailto|resource|sms|tel|vbscript|view-source|wss?):/

export function redirectKind(uri: string): RedirectKind {
  if (uri.startsWith('https:')) return 'https'
  return uri.startsWith('http:') ? 'loopback' : 'scheme'
}

/** What is wrong with a redirect URI that is to be registered; null if nothing is. */
export function redirectFault(uri: string): string | null {
  if (uri.length > LONGEST) return `is longer than ${LONGEST} characters`
  if (uri.includes('*')) return 'must be written out: there are no patterns'
  if (uri.includes('#')) return 'must have no fragment (RFC 6749 §3.1.2)'
  if (!plain.test(uri) || !URL.canParse(uri)) return 'is no URI'
  const { protocol, username, password, href } = new URL(uri)
  if (username || password) return 'must have no user name'
  if (uri.slice(0, protocol.length) !== protocol) return 'must have its scheme in small letters'
  if (protocol === 'https:') {
    return href === uri || href === `${uri}/` ? null : `must be written as browsers do: ${href}`
  }
  if (protocol === 'http:') {
    return loopback.test(uri)
      ? null
      : 'must be https, or http at 127.0.0.1, [::1] or localhost (RFC 8252 §7.3)'
  }
  return closedSchemes.test(uri) ? 'has a scheme that no application of its own can have' : null
}

/** Whether the URI has a private scheme without a dot, which does not contain the domain name of an owner (RFC 8252 §7.1). */
export function isUnownedScheme(uri: string): boolean {
  return redirectKind(uri) === 'scheme' && !uri.slice(0, uri.indexOf(':')).includes('.')
}

export function isRegisteredRedirect(registered: readonly string[], requested: string): boolean {
  return registered.includes(requested) || registered.some((uri) => differsByPortOnly(uri, requested))
}

/**
 * RFC 8252 §7.3: the system chooses the port of a program that listens. `localhost` is a name that may resolve to another host,
 * so a port that is registered with it must match.
 */
function differsByPortOnly(uri: string, requested: string): boolean {
  const here = loopback.exec(uri)
  const there = loopback.exec(requested)
  if (!here || !there || !plain.test(requested) || requested.length > LONGEST) return false
  const [, host, port, rest = ''] = here
  const [, otherHost, otherPort = '', otherRest = ''] = there
  if (host !== otherHost || rest !== otherRest) return false
  if (host === 'localhost' && port !== undefined) return false
  return (
    otherPort === '' || (Number(otherPort) >= 1 && Number(otherPort) <= 65_535 && !otherPort.startsWith('0'))
  )
}
