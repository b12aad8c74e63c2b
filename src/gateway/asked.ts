// What a browser asks for: read from the request itself, or from what a listed proxy says of it.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { ProxyList } from './proxy-list.ts'

/** What was asked for. `host` is a bare host name in small letters; null where nothing says it, or says it wrongly. */
export interface Asked {
  readonly method: string
  readonly host: string | null
  /** The host as it was written, with its port. */
  readonly authority: string | null
  /** Path and query, as the browser sent them. */
  readonly target: string
  /** nginx's `auth_request` passes on 401, and nothing of a redirect. */
  readonly isForNginx: boolean
}

export type AskedByProxy =
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** Nothing says what was asked for, or nobody who is believed. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'refused'; readonly reason: string }

/** The request as it stands here. A listed proxy may have another host in front. */
export function askedHere(request: IncomingMessage, proxies: ProxyList): Asked {
  const { headers, method = 'GET', url = '' } = request
  const forwarded = proxies.has(request.socket.remoteAddress) ? single(headers, 'x-forwarded-host') : null
  const authority = forwarded ?? headers.host ?? null
  return { method, host: hostnameOf(authority), authority, target: url, isForNginx: false }
}

/** The request that a proxy asks about. `restOfPath` is what stands behind `/auth/verify`, where Envoy puts the path. */
export function askedByProxy(request: IncomingMessage, proxies: ProxyList, restOfPath: string): AskedByProxy {
  const { headers } = request
  if (!proxies.has(request.socket.remoteAddress)) return { kind: 'unsaid' }
  for (const name of TOLD) {
    // Node joins what came twice with a comma and a blank, and none of these has a blank.
    if (/\s/.test(single(headers, name) ?? '')) return refused(`${name} came more than once, or has a blank`)
  }
  const originalUrl = single(headers, 'x-original-url')
  const forwardedUri = single(headers, 'x-forwarded-uri')
  if (originalUrl !== null) return askedByNginx(originalUrl, forwardedUri, headers)
  if (forwardedUri !== null && restOfPath !== '')
    return refused('both the path and X-Forwarded-Uri name a target')
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

/** nginx sets `X-Original-URL` and passes on whatever else the browser sent: nothing else is looked at for host and path. */
function askedByNginx(url: string, forwardedUri: string | null, headers: IncomingHttpHeaders): AskedByProxy {
  const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [null, null, url]
  const target = path?.startsWith('/') ? path : `/${path}`
  if (host !== null && hostnameOf(host ?? null) === null) return refused('X-Original-URL has no host name')
  // Two answers to one question: one of them is the browser's.
  if (forwardedUri !== null && forwardedUri !== target) {
    return refused('X-Original-URL and X-Forwarded-Uri name different targets')
  }
  if (host === null && !url.startsWith('/')) return refused('X-Original-URL is neither an address nor a path')
  const method = single(headers, 'x-original-method') ?? single(headers, 'x-forwarded-method') ?? 'GET'
  return asked(method, host ?? null, target, true)
}

/** Envoy asks with the method and the Host of the request, and its path behind the prefix. */
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

/** Without port, in small letters, without the dot at its end. Null for what is no host name. */
export function hostnameOf(host: string | null): string | null {
  const [, name] = /^((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])\.?(?::\d{1,5})?$/i.exec(host ?? '') ?? []
  return name?.toLowerCase() ?? null
}
