// A cookie jar with the rules of real browsers: RFC 6265bis (draft 20) §5.6–5.8, and Chromium's choices where the draft leaves
// one (Secure cookies on loopback, Lax by default, the limit of cookies per site).
import { rememberSecret } from './secrets.ts'

export interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'strict' | 'lax' | 'none'
  /** Milliseconds since the epoch. `null` for a session cookie. */
  readonly expiresAt: number | null
  readonly createdAt: number
}

/** The properties of a request that matter for cookies. */
export interface CookieContext {
  readonly url: URL
  readonly method: string
  /** Whether the initiator belongs to another site. */
  readonly crossSite: boolean
  /** Whether the request is a navigation that changes the address bar. */
  readonly topLevel: boolean
}

export interface CookieJarOptions {
  readonly now?: () => number
  /** Safari and older Firefox refuse Secure cookies on http://localhost; Chromium accepts them. */
  readonly secureOnLoopback?: boolean
}

const longestLifetimeMilliseconds = 400 * 24 * 3600 * 1000
const mostCookiesPerHost = 180

export class CookieJar {
  readonly refused: string[] = []
  readonly #cookies = new Map<string, Cookie>()
  readonly #now: () => number
  readonly #secureOnLoopback: boolean
  #order = 0

  constructor(options: CookieJarOptions = {}) {
    this.#now = options.now ?? Date.now
    this.#secureOnLoopback = options.secureOnLoopback ?? true
  }

  /** All cookies that have not expired, oldest first. */
  all(): readonly Cookie[] {
    this.#dropExpired()
    return [...this.#cookies.values()].sort((a, b) => a.createdAt - b.createdAt)
  }

  /** Returns the oldest cookie whose name matches. */
  find(name: RegExp): Cookie | undefined {
    return this.all().find((cookie) => name.test(cookie.name))
  }

  /** Adds a cookie without any checks, as malware or a sibling host could. */
  plant(cookie: Partial<Cookie> & Pick<Cookie, 'name' | 'value' | 'domain'>): void {
    this.#put({
      hostOnly: true,
      path: '/',
      secure: false,
      httpOnly: false,
      sameSite: 'lax',
      expiresAt: null,
      createdAt: this.#order++,
      ...cookie,
    })
  }

  delete(name: RegExp): void {
    for (const [key, cookie] of this.#cookies) if (name.test(cookie.name)) this.#cookies.delete(key)
  }

  clear(): void {
    this.#cookies.clear()
  }

  /** Copies the jar, as a thief would. */
  copy(): CookieJar {
    const jar = new CookieJar({ now: this.#now, secureOnLoopback: this.#secureOnLoopback })
    for (const cookie of this.all()) jar.plant(cookie)
    return jar
  }

  /** Returns the Cookie header of a request, or null. */
  header(context: CookieContext): string | null {
    this.#dropExpired()
    const fitting = [...this.#cookies.values()].filter((cookie) => this.#isSent(cookie, context))
    // RFC 6265bis §5.8.3: longer paths first, then the older ones.
    fitting.sort((a, b) => b.path.length - a.path.length || a.createdAt - b.createdAt)
    return fitting.length === 0 ? null : fitting.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  /** Stores the cookie of a Set-Cookie header, or adds the reason for refusing it to `refused`. */
  store(header: string, context: CookieContext): void {
    const reason = this.#store(header, context)
    if (reason !== null) this.refused.push(`${reason}: ${header}`)
  }

  #store(header: string, context: CookieContext): string | null {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: §5.6 step 1 names them.
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(header)) return 'control character'
    const [pair = '', ...rest] = header.split(';')
    const equals = pair.indexOf('=')
    const name = equals < 0 ? '' : pair.slice(0, equals).trim()
    const value = equals < 0 ? pair.trim() : pair.slice(equals + 1).trim()
    if (name === '' && value === '') return 'empty'
    if (Buffer.byteLength(name) + Buffer.byteLength(value) > 4096) return 'larger than 4096 bytes'
    const attributes = readAttributes(rest)
    const host = context.url.hostname
    const trustworthy = context.url.protocol === 'https:' || (isLoopback(host) && this.#secureOnLoopback)

    const askedDomain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? ''
    if (askedDomain !== '' && !domainMatches(host, askedDomain)) return 'foreign domain'
    if (askedDomain !== '' && askedDomain !== host && !askedDomain.includes('.')) return 'public suffix'
    const hostOnly = askedDomain === '' || isIpAddress(host) || askedDomain === 'localhost'

    const secure = attributes.has('secure')
    if (secure && !trustworthy) return 'Secure over plain HTTP'
    const sameSite = readSameSite(attributes.get('samesite'))
    if (sameSite === 'none' && !secure) return 'SameSite=None without Secure'
    if (sameSite !== 'none' && context.crossSite && !context.topLevel)
      return 'SameSite in a cross-site subresource'

    const path = attributes.get('path')?.startsWith('/')
      ? (attributes.get('path') ?? '/')
      : defaultPath(context.url)
    const lowered = name.toLowerCase()
    if (lowered.startsWith('__secure-') && !secure) return '__Secure- without Secure'
    if (lowered.startsWith('__host-') && !(secure && askedDomain === '' && attributes.get('path') === '/')) {
      return '__Host- without Secure, with Domain, or with another Path'
    }
    if (name === '' && /^__(secure|host)-/i.test(value)) return 'nameless prefix'

    const now = this.#now()
    const cookie: Cookie = {
      name,
      value,
      domain: hostOnly ? host : askedDomain,
      hostOnly,
      path,
      secure,
      httpOnly: attributes.has('httponly'),
      sameSite,
      expiresAt: readExpiry(attributes, now),
      createdAt: this.#order++,
    }
    // A value of words only is the id of the last used provider, which the log may contain.
    const isWords = /^[a-z]+(?:-[a-z]+)*$/.test(value)
    if (value.length >= 16 && !isWords) rememberSecret('cookie value', value)
    this.#put(cookie)
    this.#dropExpired()
    this.#dropOldest(cookie.domain)
    return null
  }

  #put(cookie: Cookie): void {
    const key = `${cookie.name};${cookie.domain};${cookie.hostOnly};${cookie.path}`
    const before = this.#cookies.get(key)
    this.#cookies.set(key, before === undefined ? cookie : { ...cookie, createdAt: before.createdAt })
  }

  #isSent(cookie: Cookie, { url, method, crossSite, topLevel }: CookieContext): boolean {
    const host = url.hostname
    if (cookie.hostOnly ? host !== cookie.domain : !domainMatches(host, cookie.domain)) return false
    if (!pathMatches(url.pathname, cookie.path)) return false
    if (cookie.secure && url.protocol !== 'https:' && !(isLoopback(host) && this.#secureOnLoopback))
      return false
    if (!crossSite || cookie.sameSite === 'none') return true
    // §5.6.7.1: Lax cookies are sent with top-level navigations by safe methods.
    return cookie.sameSite === 'lax' && topLevel && /^(GET|HEAD|OPTIONS)$/.test(method)
  }

  #dropExpired(): void {
    const now = this.#now()
    for (const [key, { expiresAt }] of this.#cookies) {
      if (expiresAt !== null && expiresAt <= now) this.#cookies.delete(key)
    }
  }

  #dropOldest(domain: string): void {
    const ofHost = [...this.#cookies].filter(([, cookie]) => cookie.domain === domain)
    ofHost.sort(([, a], [, b]) => a.createdAt - b.createdAt)
    for (const [key] of ofHost.slice(0, Math.max(0, ofHost.length - mostCookiesPerHost)))
      this.#cookies.delete(key)
  }
}

/** Whether both are the same site (schemeful). Without a public suffix list, the last two labels decide. */
export function isSameSite(a: URL, b: URL): boolean {
  if (a.protocol !== b.protocol) return false
  return registrableDomain(a.hostname) === registrableDomain(b.hostname)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
}

function registrableDomain(host: string): string {
  return isIpAddress(host) ? host : host.split('.').slice(-2).join('.')
}

function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
}

function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isIpAddress(host))
}

function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true
  if (!requestPath.startsWith(cookiePath)) return false
  return cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/'
}

function defaultPath(url: URL): string {
  const lastSlash = url.pathname.lastIndexOf('/')
  return lastSlash <= 0 ? '/' : url.pathname.slice(0, lastSlash)
}

function readAttributes(parts: readonly string[]): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase()
    const value = equals < 0 ? '' : part.slice(equals + 1).trim()
    if (value.length <= 1024) attributes.set(name, value)
  }
  return attributes
}

function readSameSite(value: string | undefined): 'strict' | 'lax' | 'none' {
  const lowered = value?.toLowerCase()
  return lowered === 'strict' || lowered === 'none' ? lowered : 'lax'
}

function readExpiry(attributes: ReadonlyMap<string, string>, now: number): number | null {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) {
    const lifetime = Number(maxAge) * 1000
    return lifetime <= 0 ? 0 : now + Math.min(lifetime, longestLifetimeMilliseconds)
  }
  const expires = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(expires) ? null : Math.min(expires, now + longestLifetimeMilliseconds)
}
