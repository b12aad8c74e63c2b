// Requests that no real program sends: parts of real requests, split, repeated, mutated and recombined. The same seed makes the
// same requests.

export interface FuzzRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Parts of real requests, so that some of the generated ones pass the first check. */
export interface FuzzCorpus {
  readonly origin: string
  readonly providerIds: readonly string[]
  /** `name=value` pairs: sessions, attempts, pending links. */
  readonly cookies: readonly string[]
  /** States, codes, tokens, issuers. */
  readonly values: readonly string[]
}

export type Random = () => number

/** Mulberry32: small, fast, and the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const methods = [
  ...Array.from({ length: 8 }, () => 'GET'),
  ...Array.from({ length: 8 }, () => 'POST'),
  ...['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'],
]
const routes = [
  ...['/', '/profile', '/area/x', '/api/me', '/nowhere'],
  ...['/auth', '/auth/', '/auth/login', '/auth/session', '/auth/logout', '/auth/signed-out', '/auth/account'],
  ...[
    '/auth/popup',
    '/auth/unlink',
    '/auth/sessions/end',
    '/auth/sessions/end-others',
    '/auth/initiate-login',
  ],
  ...[
    '/auth/pending-link',
    '/auth/pending-link/confirm',
    '/auth/pending-link/separate',
    '/auth/latchkey.css',
  ],
]
const routesOfClients = [
  ...['/auth/authorize', '/auth/token', '/auth/token', '/auth/token', '/auth/device', '/auth/device/answer'],
  ...['/auth/revoke', '/auth/.well-known/oauth-authorization-server'],
  '/.well-known/oauth-authorization-server/auth',
]
/** Parameters that clients send, each with a valid value, which is then mutated. */
const clientFields: Readonly<Record<string, readonly string[]>> = {
  grant_type: [
    'authorization_code',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
    'password',
  ],
  client_id: ['phone', 'cli', 'web'],
  response_type: ['code'],
  code_challenge_method: ['S256', 'plain'],
  redirect_uri: ['com.example.phone:/signed-in', 'http://127.0.0.1:8080/signed-in'],
  decision: ['allow', 'deny'],
  code: [],
  code_verifier: [],
  code_challenge: [],
  refresh_token: [],
  device_code: [],
  user_code: ['BCDF-GHJK'],
  token: [],
  state: [],
  scope: [],
  max_age: ['60'],
  client_secret: [],
}
const routesOfProviders = [
  '/auth/login/',
  '/auth/callback/',
  '/auth/link/',
  '/auth/backchannel-logout/',
  '/auth/frontchannel-logout/',
]
const names = [
  'returnTo',
  'carry',
  'id',
  'state',
  'code',
  'iss',
  'error',
  'error_description',
  'handoff',
  'response',
  'id_token',
  'logout_token',
  'sid',
  'provider',
  'maxAge',
  'acr',
  'account',
  'session',
  'target_link_uri',
  'login_hint',
  'notice',
  '__proto__',
  'constructor',
  '',
]
const oddities = [
  'http://localhost:5173/inbox',
  'http://localhost:5173.evil.example/',
  '',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '%',
  '%00',
  '%0d%0a',
  '%ff',
  '%c0%af',
  '..%2f',
  '//evil.example',
  '/%5cevil.example',
  'javascript:alert(1)',
  '<script>',
  '"',
  "'",
  ';',
  '=',
  '&',
  '#',
  '?',
  '\u00e4',
  '%F0%9F%92%A9',
  'a.b.c',
  '__proto__',
  'x'.repeat(300),
  'x'.repeat(3000),
]
const headerNames = [
  'origin',
  'access-control-request-method',
  'referer',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-purpose',
  'accept',
  'content-type',
  'authorization',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-requested-with',
  'user-agent',
  'host',
  'cookie',
  'if-none-match',
  'range',
  'transfer-encoding',
  'expect',
]
/** A front end that the application allows. */
export const frontEndOfFuzz = 'http://localhost:5173'

const headerValues = [
  'null',
  'same-origin',
  'same-site',
  'cross-site',
  frontEndOfFuzz,
  `${frontEndOfFuzz}.evil.example`,
  'POST',
  'none',
  'navigate',
  'empty',
  'prefetch',
  'application/json',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'Bearer x',
  'evil.example',
  '127.0.0.1',
  'https://evil.example',
  '*/*',
  'x'.repeat(2000),
]

export function makeFuzzRequest(random: Random, corpus: FuzzCorpus): FuzzRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const chance = (probability: number): boolean => random() < probability
  const text = (): string => {
    const base = chance(0.5) && corpus.values.length > 0 ? pick(corpus.values) : pick(oddities)
    return chance(0.4) ? mutate(random, base) : base
  }
  const form = (): string =>
    Array.from(
      { length: Math.floor(random() * 5) },
      () => `${pick(names)}=${chance(0.5) ? encodeURIComponent(wellFormed(text())) : text()}`,
    ).join('&')
  const clientForm = (): string =>
    Object.entries(clientFields)
      .filter(() => chance(0.6))
      .map(([name, right]) => {
        const value =
          chance(0.9) && right.length > 0 ? pick(right) : chance(0.8) ? pick(corpus.values) : text()
        return `${name}=${encodeURIComponent(wellFormed(value))}`
      })
      .join('&')
  const isProvider = chance(0.4)
  const isClient = !isProvider && chance(0.5)
  const route = isProvider
    ? pick(routesOfProviders) + (chance(0.9) ? pick(corpus.providerIds) : text())
    : pick(isClient ? routesOfClients : routes)
  const query = (): string => (isClient && chance(0.8) ? clientForm() : form())
  const path = printable(`${chance(0.1) ? mutate(random, route) : route}${chance(0.7) ? `?${query()}` : ''}`)
  const method = pick(methods)
  const headers: Record<string, string> = {}
  if (chance(0.6)) Object.assign(headers, { origin: corpus.origin, 'sec-fetch-site': 'same-origin' })
  for (let count = Math.floor(random() * 3); count > 0; count--)
    headers[pick(headerNames)] = printable(pick(headerValues))
  if (chance(0.6)) {
    const cookies = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      chance(0.7) ? pick(corpus.cookies) : mutate(random, pick(corpus.cookies)),
    )
    headers.cookie = cookies.map(printable).join('; ')
  }
  for (const dangling of ['transfer-encoding', 'expect', 'range']) delete headers[dangling]
  if (chance(isClient ? 0.05 : 0.1)) {
    const scheme = pick(['Bearer', 'bearer', 'DPoP', 'Basic', ''])
    headers.authorization = printable(`${scheme} ${chance(0.7) ? pick(corpus.values) : text()}`).replaceAll(
      '%20',
      ' ',
    )
    if (chance(0.3)) headers.dpop = printable(text())
  }
  const body = method === 'GET' || method === 'HEAD' || chance(isClient ? 0.1 : 0.3) ? null : query()
  if (body !== null && chance(0.8)) headers['content-type'] ??= 'application/x-www-form-urlencoded'
  return { method, path: path.startsWith('/') ? path : `/${path}`, headers, body }
}

/** Changes, drops, doubles or swaps a few characters. */
function mutate(random: Random, text: string): string {
  let changed = text
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = Math.floor(random() * (changed.length + 1))
    const kind = Math.floor(random() * 5)
    const odd = oddities[Math.floor(random() * oddities.length)] ?? ''
    if (kind === 0) changed = changed.slice(0, at) + changed.slice(at + 1)
    else if (kind === 1) changed = changed.slice(0, at) + odd + changed.slice(at)
    else if (kind === 2) changed = changed.slice(0, at)
    else if (kind === 3) changed = changed + changed.slice(at)
    else
      changed =
        changed.slice(0, at) + String.fromCharCode(33 + Math.floor(random() * 94)) + changed.slice(at + 1)
  }
  return changed.slice(0, 4000)
}

/** Encodes characters that an HTTP client would refuse to send. */
function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, (each) =>
    each === ' ' ? '%20' : encodeURIComponent(wellFormed(each)),
  )
}

function wellFormed(text: string): string {
  return text.toWellFormed()
}
