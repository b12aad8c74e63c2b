// Normalizes the address that a DPoP proof is for: scheme, host, port and path, without query and fragment.
// RFC 9449 §4.3 (9); RFC 3986 §6.2.2 and §6.2.3.

/** Returns the canonical spelling of the address; null if it is not the address of a web server. */
export function dpopTarget(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null
  const { protocol, username, password, origin, pathname } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  // `https://api.example@evil.example` reads like one of our addresses.
  if (username !== '' || password !== '') return null
  return origin + pathname.replace(/%[0-9a-f]{2}/gi, plainlySpelled)
}

/** `%7e` and `%7E` become `~`; all other escapes stay, in upper case (RFC 3986 §6.2.2.1 and §6.2.2.2). */
function plainlySpelled(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
  return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase()
}
