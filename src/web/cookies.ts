// The cookies that Latchkey sets, and a minimal reader of the Cookie header (RFC 6265bis). A header is scanned for one name; the rest
// is neither parsed nor decoded.

/** The names of Latchkey's cookies at one origin. */
export interface CookieJarNames {
  readonly session: string
  /**
   * The earlier name of the session cookie, from before names contained the port and the base path, or before the cookie was
   * shared by a whole domain. Set only if it differs.
   */
  readonly formerSession?: string
  /** The parent domain whose hosts all get the session cookie. Default: only this host. */
  readonly sessionDomain?: string
  /** The prefix of the cookies of login attempts, one for each attempt. */
  readonly attemptPrefix: string
  readonly pendingLink: string
  /** Marks that silent login was tried during this visit. */
  readonly visit: string
  /** The id of the provider that was used last in this browser, and nothing else. */
  readonly lastProvider: string
}

/** The greatest length of name and value together that browsers accept, in bytes (RFC 6265bis §5.6). */
const maxCookieBytes = 4096
const maxHeaderLength = 65_536

/** The names, and whether the cookies are for https only. */
export type CookieNames = CookieJarNames & { readonly secure: boolean }

/**
 * On https the names carry the `__Host-` prefix, so that no other host and no other path can set them (RFC 6265bis
 * §4.1.3); on loopback http browsers may refuse that prefix. Cookies ignore ports and are sent to every path, so the names contain a
 * port that is not the default and a base path that is not `/auth`: this separates two applications on one host.
 */
export function cookieNames(origin: URL, basePath = '/auth', shared?: SharedSession): CookieNames {
  const names = hostCookieNames(origin, basePath)
  if (!shared) return names
  // RFC 6265bis §4.1.3: `__Host-` forbids a Domain. Only the session is shared; a login stays with the host that began it.
  const own = hostCookieNames(shared.origin, basePath).session
  const session = own.replace(/^__Host-/, '__Secure-')
  return { ...names, session, formerSession: names.session, sessionDomain: shared.domain }
}

/** A session cookie for all hosts below a domain, with the same name on each of them. */
export interface SharedSession {
  readonly domain: string
  /** The application's first origin, whose port is in the name. */
  readonly origin: URL
}

function hostCookieNames(origin: URL, basePath: string): CookieNames {
  const secure = origin.protocol === 'https:'
  const former = secure ? '__Host-latchkey' : `latchkey-${origin.port || '80'}`
  const start = secure && origin.port ? `${former}-${origin.port}` : former
  // `+` and `*` never occur in a base path, so two paths never share a name, and no name equals that of another cookie.
  const path = basePath === '/auth' ? '' : basePath.replaceAll('/', '+').replaceAll('.', '*')
  const session = `${start}${path}`
  return {
    session,
    attemptPrefix: `${session}.`,
    pendingLink: `${start}-link${path}`,
    visit: `${start}-visit${path}`,
    lastProvider: `${start}-last${path}`,
    secure,
    ...(former === session ? {} : { formerSession: former }),
  }
}

/** The value of a cookie. Null if it is absent, empty, or sent twice with different values. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  if (!header || header.length > maxHeaderLength) return null
  let found: string | null = null
  let at = header.indexOf(name)
  while (at !== -1) {
    const valueAt = at + name.length + 1
    if (header.charCodeAt(valueAt - 1) !== equalsSign || !startsPair(header, at)) {
      at = header.indexOf(name, valueAt - 1)
      continue
    }
    const end = pairEnd(header, valueAt)
    const value = header.slice(valueAt, end)
    // A sibling host or a longer path has set a second cookie, so neither can be trusted.
    if (found !== null && found !== value) return null
    found = value
    at = header.indexOf(name, end)
  }
  return found === '' ? null : found
}

/** The first `limit` cookies (default 50) whose name starts with `prefix`, in the order of the header. */
export function readCookiesWithPrefix(
  header: string | null | undefined,
  prefix: string,
  limit = 50,
): readonly { readonly name: string; readonly value: string }[] {
  const found: { name: string; value: string }[] = []
  if (!header || header.length > maxHeaderLength) return found
  let at = header.indexOf(prefix)
  while (at !== -1 && found.length < limit) {
    const end = pairEnd(header, at)
    const equalsAt = header.indexOf('=', at)
    if (startsPair(header, at) && equalsAt !== -1 && equalsAt < end) {
      found.push({ name: header.slice(at, equalsAt), value: header.slice(equalsAt + 1, end) })
    }
    at = header.indexOf(prefix, at + 1)
  }
  return found
}

const equalsSign = 0x3d
const semicolon = 0x3b
const space = 0x20

/** Whether a cookie begins here: at the start, or after a semicolon and spaces. */
function startsPair(header: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && header.charCodeAt(before) === space) before--
  return before < 0 || header.charCodeAt(before) === semicolon
}

function pairEnd(header: string, from: number): number {
  const end = header.indexOf(';', from)
  return end === -1 ? header.length : end
}

/** Whether browsers will keep a cookie of this name and value. */
export function fitsCookie(name: string, value: string): boolean {
  return name.length + value.length <= maxCookieBytes
}

// RFC 6265 §4.1.1: the allowed characters of a name and a value. All of them are ASCII, so characters are bytes.
const validName = /^[!#$%&'*+\-.^_`|~\w]+$/
const validValue = /^[!#-+\--:<-[\]-~]*$/

/** The Set-Cookie values that store this session in the browser. With `isMoved` they also remove the cookie of the earlier name. */
export function sessionCookies(
  { session, formerSession, sessionDomain: domain, secure }: CookieNames,
  { token, maxAgeSeconds }: { readonly token: string; readonly maxAgeSeconds: number },
  isMoved: boolean,
): readonly string[] {
  const cookie = setCookie(session, token, { maxAgeSeconds, secure, domain })
  return isMoved && formerSession !== undefined ? [cookie, clearCookie(formerSession, { secure })] : [cookie]
}

/** Whether the browser has a session under the earlier name. If it stayed after a sign-out, it would sign the person in again. */
export function hasFormerSession(
  { formerSession }: CookieNames,
  cookieHeader: string | null | undefined,
): boolean {
  return formerSession !== undefined && readCookiesWithPrefix(cookieHeader, `${formerSession}=`, 1).length > 0
}

/**
 * One Set-Cookie value. Always HttpOnly and SameSite=Lax, for all paths of this host, and for the hosts below `domain` if it is given.
 * Throws a RangeError over 4,096 bytes and a TypeError for characters that a cookie cannot contain.
 */
export function setCookie(
  name: string,
  value: string,
  options: {
    readonly maxAgeSeconds: number
    readonly secure: boolean
    readonly domain?: string | undefined
  },
): string {
  if (!validName.test(name) || !validValue.test(value))
    throw new TypeError('Not a valid cookie name or value.')
  // Browsers silently drop a larger cookie, which sends the person around in a loop.
  if (!fitsCookie(name, value))
    throw new RangeError(`The cookie ${name} is larger than ${maxCookieBytes} bytes.`)
  const maxAge = Math.max(0, Math.floor(options.maxAgeSeconds))
  const secure = options.secure ? '; Secure' : ''
  const domain = options.domain === undefined ? '' : `; Domain=${options.domain}`
  return `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}${domain}`
}

/** The Set-Cookie value that removes a cookie. */
export function clearCookie(name: string, options: { readonly secure: boolean }): string {
  return setCookie(name, '', { maxAgeSeconds: 0, secure: options.secure })
}
