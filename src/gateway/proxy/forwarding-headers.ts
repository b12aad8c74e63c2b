// Which headers are passed on, and which are dropped. RFC 9110 §7.6.1: headers for one connection, including those that `Connection`
// names, must not be forwarded.
import type { IncomingMessage } from 'node:http'
import { isIdentityName, isOddName } from '../identity-headers.ts'

/** Headers for one connection only (RFC 9110 §7.6.1, RFC 9112 §9), and those that frame a body, which is framed again. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authentication-info',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Headers that the gateway sets itself, and headers that frameworks read as a target other than the one that was judged. */
const OURS =
  /^(?:x-forwarded-|x-original-|x-rewrite-|x-envoy-)|^(?:forwarded|x-real-ip|host|content-length|expect)$/

/** Proxies in front may have removed a prefix that only they know. */
const OF_PROXIES: ReadonlySet<string> = new Set(['x-forwarded-prefix', 'x-forwarded-port'])

export interface Forwarding {
  /** Whether the peer is a trusted proxy. */
  readonly isFromProxy: boolean
  readonly clientAddress: string | null
  readonly scheme: string
  /** The `Host` for the application. */
  readonly host: string
  /** What the browser sent as Host. */
  readonly askedHost: string
  /** Recognizes our own cookies, which are only for the gateway. */
  readonly isOwnCookie: (name: string) => boolean
  /** Drops `Authorization` and `DPoP`: they hold one of our tokens (`BEARER=1`) and its proof, which are only for the gateway. */
  readonly withoutToken: boolean
  /** The identity headers of the signed-in person. */
  readonly identity: Readonly<Record<string, string>>
}

/** The headers of the request for the application: name, value, name, value. */
export function requestHeaders({ rawHeaders, headers, socket }: IncomingMessage, how: Forwarding): string[] {
  const named = connectionOptions(headers.connection)
  const result: string[] = ['Host', how.host]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    const value = rawHeaders[at + 1] as string
    const lower = name.toLowerCase()
    // nginx and Apache also drop such names: CGI makes one variable of `X-User`, `X_User` and `X.User`.
    if (isOddName(name) || isIdentityName(name) || HOP_BY_HOP.has(lower) || named.has(lower)) continue
    if (OURS.test(lower) && !(how.isFromProxy && OF_PROXIES.has(lower))) continue
    if (how.withoutToken && (lower === 'authorization' || lower === 'dpop')) continue
    if (lower === 'cookie') {
      const rest = withoutOwnCookies(value, how.isOwnCookie)
      if (rest !== '') result.push(name, rest)
    } else result.push(name, value)
  }
  const before = how.isFromProxy ? headers['x-forwarded-for'] : undefined
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  result.push('X-Forwarded-For', before ? `${String(before)}, ${peer}` : peer)
  result.push('X-Forwarded-Host', how.askedHost, 'X-Forwarded-Proto', how.scheme)
  if (how.clientAddress !== null) result.push('X-Real-IP', how.clientAddress)
  for (const [name, value] of Object.entries(how.identity)) if (value !== '') result.push(name, value)
  return result
}

/** The headers of the application's answer for the browser. */
export function responseHeaders(
  { rawHeaders, headers }: IncomingMessage,
  isOwnCookie: (name: string) => boolean,
): string[] {
  const named = connectionOptions(headers.connection)
  const result: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    const value = rawHeaders[at + 1] as string
    const lower = name.toLowerCase()
    if (HOP_BY_HOP.has(lower) || named.has(lower) || isIdentityName(name)) continue
    // An application that could set or clear our session would decide who is signed in.
    if (lower === 'set-cookie' && isOwnCookie(value.slice(0, Math.max(0, value.indexOf('='))).trim()))
      continue
    result.push(name, value)
  }
  return result
}

/** Adds the caching headers of a page for one person, if the application's own are weaker (RFC 9111 §5.2.2.7). */
export function forOnePerson(headers: readonly string[], setCookies: readonly string[]): string[] {
  const result: string[] = []
  const said: string[] = []
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string
    if (name.toLowerCase() === 'cache-control') said.push(headers[at + 1] as string)
    else result.push(name, headers[at + 1] as string)
  }
  // A shared cache must not give one person's page or cookie to another.
  const own = said
    .join(', ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:public$|s-maxage)/i.test(part))
  const isClosed = own.some((part) => /^(?:no-store|private)$/i.test(part))
  if (setCookies.length > 0 || said.length === 0) result.push('Cache-Control', 'no-store')
  else result.push('Cache-Control', (isClosed ? own : ['private', ...own]).join(', '))
  result.push('Vary', 'Cookie')
  for (const cookie of setCookies) result.push('Set-Cookie', cookie)
  return result
}

/** A public page: the application decides about caching, unless it sets no Cache-Control and a person is signed in. */
export function forEverybody(
  headers: string[],
  setCookies: readonly string[],
  isSignedIn: boolean,
): string[] {
  const isSilent = !headers.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'cache-control')
  if (setCookies.length > 0 || (isSignedIn && isSilent)) return forOnePerson(headers, setCookies)
  headers.push('Vary', 'Cookie')
  return headers
}

const usual: ReadonlySet<string> = new Set(['keep-alive', 'close'])

/** The header names in `Connection`. The two usual options name no header. */
function connectionOptions(header: string | undefined): ReadonlySet<string> {
  if (header === undefined || usual.has(header)) return usual
  return new Set(
    header
      .toLowerCase()
      .split(',')
      .map((option) => option.trim()),
  )
}

function withoutOwnCookies(header: string, isOwn: (name: string) => boolean): string {
  return header
    .split(';')
    .filter((pair) => !isOwn(pair.slice(0, Math.max(0, pair.indexOf('='))).trim()))
    .join(';')
    .trim()
}
