// What a browser asked for: read from the request itself, or from the headers of a listed proxy.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { ProxyList } from './proxy-list.ts'

/** The requested resource. `host` is a bare host name in lower case; null if it is missing or invalid. */
export interface Asked {
  readonly method: string
  readonly host: string | null
  /** The host as it was sent, with its port. */
  readonly authority: string | null
  /** Path and query, as the browser sent them. */
  readonly target: string
  /** nginx's `auth_request` passes on a 401, but nothing of a redirect. */
  readonly isForNginx: boolean
}

export type AskedByProxy =
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** No trusted header names the requested resource. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'refused'; readonly reason: string }

/** The request as it arrived. A listed proxy may name another host by X-Forwarded-Host. */
export function askedHere(request: IncomingMessage, proxies: ProxyList): Asked {
  const { headers, method = 'GET', url = '' } = request
  const forwarded = proxies.has(request.socket.remoteAddress) ? single(headers, 'x-forwarded-host') : null
  const authority = forwarded ?? headers.host ?? null
  return { method, host: hostnameOf(authority), authority, target: url, isForNginx: false }
}

/** The request that a proxy asks about. `restOfPath` is what follows `/auth/verify`, where Envoy puts the path. */
export function askedByProxy(request: IncomingMessage, proxies: ProxyList, restOfPath: string): AskedByProxy {
  const { headers } = request
  if (!proxies.has(request.socket.remoteAddress)) return { kind: 'unsaid' }
  for (const name of TOLD) {
    // Node joins repeated headers with a comma and a blank, and no valid value has a blank.
    if (/\s/.test(single(headers, name) ?? '')) return refused(`${name} came more than once, or has a blank`)
  }
  const originalUrl = single(headers, 'x-original-url')
  const forwardedUri = single(headers, 'x-forwarded-uri')
  const ways = [originalUrl, forwardedUri, restOfPath || null].filter((way) => way !== null)
  // A proxy sets its own header, and passes on what the browser sent under the names of the others.
  if (ways.length > 1) return refused('it names its target in two ways')
  if (originalUrl !== null) return askedByNginx(originalUrl, headers)
  if (restOfPath !== '') return askedByEnvoy(request, restOfPath)
  if (forwardedUri === null) return { kind: 'unsaid' }
  const method = single(headers, 'x-forwarded-method') ?? 'GET'
  return asked(method, single(headers, 'x-forwarded-host'), forwardedUri)
}

const TOLD = [
  'x-original-url',
  'x-forwarded-uri',
  'x-forwarded-host',
  'x-forwarded-method',
  'x-original-method',
]

/** Host and path come only from `X-Original-URL`: nginx passes on the browser's other headers unchanged. */
function askedByNginx(url: string, headers: IncomingHttpHeaders): AskedByProxy {
  const [, authority, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
  const method = single(headers, 'x-original-method') ?? single(headers, 'x-forwarded-method') ?? 'GET'
  if (authority !== undefined) return asked(method, authority, rest.startsWith('/') ? rest : `/${rest}`, true)
  return url.startsWith('/') ? asked(method, null, url, true) : refused('X-Original-URL is no address')
}

/** Envoy asks with the method and the Host of the request, and puts its path after the prefix. */
function askedByEnvoy({ method = 'GET', headers }: IncomingMessage, target: string): AskedByProxy {
  return asked(method, headers.host ?? null, target)
}

function asked(method: string, authority: string | null, target: string, isForNginx = false): AskedByProxy {
  return { kind: 'asked', asked: { method, host: hostnameOf(authority), authority, target, isForNginx } }
}

function refused(reason: string): AskedByProxy {
  return { kind: 'refused', reason }
}

function single(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Without port, in lower case, without a dot at the end. Null if it is not a host name. */
function hostnameOf(host: string | null): string | null {
  const [, name] = /^((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])\.?(?::\d{1,5})?$/i.exec(host ?? '') ?? []
  return name?.toLowerCase() ?? null
}
