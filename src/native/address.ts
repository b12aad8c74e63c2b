// Addresses without the class URL, which React Native implements only in part.
import { NativeClientError } from './native-client-error.ts'

/** Scheme, host and port in lower case; null for anything but a plain web address. `https://good@evil` leads to evil. */
export function originOf(address: string): string | null {
  const [, origin] = /^(https?:\/\/[a-z0-9.\-[\]:]+)(?=[/?#]|$)/i.exec(address) ?? []
  return origin?.toLowerCase() ?? null
}

/** @throws NativeClientError `config_invalid` */
export function checkIssuer(issuer: string): void {
  const origin = originOf(issuer)
  const isLoopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin ?? '')
  if (origin !== null && (origin.startsWith('https:') || isLoopback) && !/[?#]|\/$/.test(issuer)) return
  throw new NativeClientError(
    'config_invalid',
    `issuer must be the address of the routes, such as https://app.example.com/auth (http: on loopback only). Found ${JSON.stringify(issuer)}.`,
  )
}

/** The parameters after the question mark; null if one is repeated, since it would be unclear which one counts. */
export function queryOf(address: string): ReadonlyMap<string, string> | null {
  const query = /\?([^#]*)/.exec(address)?.[1] ?? ''
  const found = new Map<string, string>()
  for (const pair of query.split('&').filter(Boolean)) {
    const equalsAt = pair.indexOf('=')
    const name = decode(equalsAt === -1 ? pair : pair.slice(0, equalsAt))
    const value = equalsAt === -1 ? '' : decode(pair.slice(equalsAt + 1))
    if (name === null || value === null || found.has(name)) return null
    found.set(name, value)
  }
  return found
}

/** `application/x-www-form-urlencoded`, for bodies and queries. */
export function formOf(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&')
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}
