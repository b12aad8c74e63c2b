// The kinds of request from which a session can be read, on any host: a session check builds no `Request`.
import type { Device } from '../contracts/events.ts'
import { clientAddress } from '../web/client-address.ts'

/** A source of a session: a `Request`, a request of Node, headers, or the value of a Cookie header. */
export type SessionSource =
  | Request
  | Headers
  | {
      readonly headers: Headers | HeaderRecord
      /** Node's socket: the address of the peer, for the session list. */
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
  // Node joins repeated Cookie headers itself; other headers with several values are not used.
  return typeof value === 'string' ? value : null
}

/** The requested host; a pseudo-header with HTTP/2 on Node (RFC 9113 §8.3.1). */
export function hostOf(source: SessionSource): string | null {
  const host = headerOf(source, 'host')
  if (host !== null || typeof source !== 'object' || source === null) return host
  const headers = 'headers' in source ? source.headers : source
  return isHeaders(headers) ? null : headerOf(source, ':authority')
}

type HeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>

/** Not by `instanceof`: naming the class makes Node load its whole `fetch`, which doubles the start-up time. */
function isHeaders(headers: Headers | HeaderRecord): headers is Headers {
  return typeof headers.get === 'function'
}

/** Null for values that the source does not have. */
export function deviceOf(source: SessionSource, trustedProxies: number): Device {
  const socket = typeof source === 'object' && source !== null && 'socket' in source ? source.socket : null
  const remote = socket?.remoteAddress ?? null
  return {
    userAgent: headerOf(source, 'user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
    // Without the peer's address it is unknown whether a trusted proxy wrote the header.
    clientAddress: remote && clientAddress(remote, headerOf(source, 'x-forwarded-for'), trustedProxies),
  }
}

/** The parts of a request that a DPoP proof covers, as far as the source has them. */
export interface RequestLine {
  readonly method: string
  /** Path and query, as the client sent them. */
  readonly target: string
  readonly host: string | null
  readonly proof: string | null
}

/** Returns null if the source has only headers. */
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
 * Whether a request with a token in its header contains a second one: in another header, which Node drops silently, or in the
 * query (RFC 6750 §2.3), which is logged.
 */
export function showsSeveral(source: SessionSource): boolean {
  if (typeof source !== 'object' || source === null) return false
  // Fastify wraps Node's request.
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
