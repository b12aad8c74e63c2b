// The headers that Chromium adds to a request: Fetch Metadata, Origin and Referer (Fetch §3.2, Referrer Policy §8.3), and the
// addresses that a form may lead to (CSP form-action, which also applies to redirects).
import { isSameSite } from './cookie-jar.ts'

export interface Initiator {
  /** The page that caused the request. `null` if the person typed the address. */
  readonly url: URL | null
  readonly policy: string
}

export function navigationHeaders(
  outgoing: { readonly method: string; readonly url: URL },
  initiator: Initiator,
  chain: readonly URL[],
  tainted: boolean,
): Record<string, string> {
  const headers: Record<string, string> = {
    'upgrade-insecure-requests': '1',
    'sec-fetch-site': relation(initiator.url, chain),
    'sec-fetch-mode': 'navigate',
    'sec-fetch-user': '?1',
    'sec-fetch-dest': 'document',
    ...refererHeader(initiator, outgoing.url),
  }
  if (outgoing.method === 'POST') headers.origin = tainted ? 'null' : originHeader(initiator, outgoing.url)
  return headers
}

/** Fetch Metadata §2.3: the most distant relation of the initiator to any address of the chain. */
export function relation(initiator: URL | null, chain: readonly URL[]): string {
  if (initiator === null) return 'none'
  if (chain.every((url) => url.origin === initiator.origin)) return 'same-origin'
  return chain.every((url) => isSameSite(url, initiator)) ? 'same-site' : 'cross-site'
}

/** Fetch §3.2 "append a request Origin header" for a navigation by POST. */
function originHeader({ url, policy }: Initiator, target: URL): string {
  if (url === null) return 'null'
  if (policy === 'no-referrer') return 'null'
  if (policy === 'same-origin' && url.origin !== target.origin) return 'null'
  if (
    policy !== 'unsafe-url' &&
    policy !== 'origin' &&
    url.protocol === 'https:' &&
    target.protocol === 'http:'
  )
    return 'null'
  return url.origin
}

/** Referrer Policy §8.3, with the default strict-origin-when-cross-origin. */
export function refererHeader({ url, policy }: Initiator, target: URL): Record<string, string> {
  if (url === null) return {}
  const full = `${url.origin}${url.pathname}${url.search}`
  const sameOrigin = url.origin === target.origin
  const downgrade = url.protocol === 'https:' && target.protocol === 'http:'
  switch (policy) {
    case 'no-referrer':
      return {}
    case 'same-origin':
      return sameOrigin ? { referer: full } : {}
    case 'origin':
      return { referer: `${url.origin}/` }
    case 'unsafe-url':
      return { referer: full }
    default:
      if (sameOrigin) return { referer: full }
      return downgrade ? {} : { referer: `${url.origin}/` }
  }
}

export function readFormAction(policy: unknown): string | null {
  if (typeof policy !== 'string') return null
  const directive = policy.split(';').find((each) => each.trim().startsWith('form-action'))
  return directive === undefined ? null : directive.trim().slice('form-action'.length).trim()
}

/** CSP §6.4.1 with §6.7.2.7, for the kinds of sources that occur here. Chromium also checks redirects. */
export function allowsFormAction(sources: string, target: URL, page: URL | null): boolean {
  return sources.split(/\s+/).some((source) => {
    if (source === "'none'" || source === '') return false
    if (source === "'self'") return target.origin === page?.origin
    if (source === '*') return target.protocol === 'http:' || target.protocol === 'https:'
    if (/^[a-z]+:$/.test(source))
      return target.protocol === source || (source === 'http:' && target.protocol === 'https:')
    const [, scheme = target.protocol, host = '', port = ''] =
      /^([a-z]+:)?(?:\/\/)?([^:/]+)(?::(\*|\d+))?/.exec(source) ?? []
    const samePort = port === '*' || port === target.port
    return scheme === target.protocol && host === target.hostname && samePort
  })
}
