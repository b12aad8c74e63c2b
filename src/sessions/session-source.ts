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
    // Without the peer's address nobody knows whether a proxy of ours wrote the header.
    clientAddress: remote && clientAddress(remote, headerOf(source, 'x-forwarded-for'), trustedProxies),
  }
}
