// What a session can be read from, whatever the host: no `Request` is built for a check.
import type { Device } from '../contracts/events.ts'
import { clientAddress } from '../web/client-address.ts'

/** Where a session can be read from: a request of the platform or of Node, headers, or a Cookie header. */
export type SessionSource =
  | Request
  | Headers
  | {
      readonly headers: Headers | HeaderRecord
      /** As Node has it: who is at the other end, for the session list. */
      readonly socket?: { readonly remoteAddress?: string | undefined } | undefined
    }
  | string
  | null
  | undefined

const LONGEST_USER_AGENT = 300

export function headerOf(source: SessionSource, name: string): string | null {
  if (source === null || source === undefined) return null
  if (typeof source === 'string') return name === 'cookie' ? source : null
  const headers = 'headers' in source ? source.headers : source
  if (isHeaders(headers)) return headers.get(name)
  const value = headers[name]
  // Node joins repeated Cookie headers itself; whatever else is a list is not ours.
  return typeof value === 'string' ? value : null
}

/** The host that was asked; with HTTP/2 on Node a pseudo-header (RFC 9113 §8.3.1). */
export function hostOf(source: SessionSource): string | null {
  const host = headerOf(source, 'host')
  if (host !== null || typeof source !== 'object' || source === null) return host
  const headers = 'headers' in source ? source.headers : source
  return isHeaders(headers) ? null : headerOf(source, ':authority')
}

type HeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>

/** Not by `instanceof`: Node loads its whole `fetch` when somebody names the class, which doubles the time of a start. */
function isHeaders(headers: Headers | HeaderRecord): headers is Headers {
  return typeof headers.get === 'function'
}

/** As far as the source knows. */
export function deviceOf(source: SessionSource, trustedProxies: number): Device {
  const socket = typeof source === 'object' && source !== null && 'socket' in source ? source.socket : null
  const remote = socket?.remoteAddress ?? null
  return {
    userAgent: headerOf(source, 'user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
    // Without the peer's address it is unknown whether one of our proxies wrote the header.
    clientAddress: remote && clientAddress(remote, headerOf(source, 'x-forwarded-for'), trustedProxies),
  }
}

/** What a DPoP proof is about, as far as the source knows it. */
export interface RequestLine {
  readonly method: string
  /** Path and query, as the client sent them. */
  readonly target: string
  readonly host: string | null
  readonly proof: string | null
}

/** Null where the source is headers alone. */
export function requestLineOf(source: SessionSource): RequestLine | null {
  if (typeof source !== 'object' || source === null) return null
  const { method, url, originalUrl } = source as { method?: unknown; url?: unknown; originalUrl?: unknown }
  const address = typeof originalUrl === 'string' ? originalUrl : url
  if (typeof method !== 'string' || typeof address !== 'string') return null
  const pathAt = address.startsWith('/') ? 0 : address.indexOf('/', address.indexOf('://') + 3)
  const target = pathAt < 0 ? '/' : address.slice(pathAt)
  return { method, target, host: hostOf(source), proof: headerOf(source, 'dpop') }
}

interface RawSource {
  readonly url?: unknown
  readonly rawHeaders?: unknown
  readonly raw?: { readonly rawHeaders?: unknown }
}

/**
 * Whether a request that shows a token by its header shows another one: a second header, which Node drops in silence, or a
 * parameter of the address (RFC 6750 §2.3), which ends in logs.
 */
export function showsSeveral(source: SessionSource): boolean {
  if (typeof source !== 'object' || source === null) return false
  // Fastify has Node's request inside of its own.
  const { url, raw, rawHeaders = raw?.rawHeaders } = source as RawSource
  if (typeof url === 'string' && /[?&]access_token=/i.test(url)) return true
  if (!Array.isArray(rawHeaders)) return false
  let times = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name: unknown = rawHeaders[at]
    if (typeof name === 'string' && name.length === 13 && name.toLowerCase() === 'authorization') times++
  }
  return times > 1
}
