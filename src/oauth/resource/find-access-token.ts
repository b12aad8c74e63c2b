// Finds the access token of a request: only in one Authorization header. RFC 6750 §2, RFC 9449 §7.1.
import { LatchkeyError } from '../../errors.ts'

/** The parts of a request that a guard reads. `headOfRequest` makes them from a `Request`. */
export interface ResourceRequest {
  readonly method: string
  /** Path and query, as the client sent them. */
  readonly target: string
  readonly headers: Pick<Headers, 'get'>
  /** Whether the host knows of a second Authorization header, which Node silently drops. Default: false. */
  readonly showsSeveral?: boolean | undefined
}

export interface ShownToken {
  readonly scheme: 'bearer' | 'dpop'
  readonly token: string
}

/** RFC 6750 §2.1 (`b64token`). */
const credentials = /^(bearer|dpop) +([A-Za-z0-9\-._~+/]+=*)$/i
/** Longer than any header that a server accepts. */
const longestHeader = 65_536

/**
 * Returns the token; null if the request has none. Another scheme counts as none, because it is not meant for this API.
 * @throws LatchkeyError `bearer_request_malformed`.
 */
export function findAccessToken({ target, headers, showsSeveral }: ResourceRequest): ShownToken | null {
  // RFC 6750 §2.3, RFC 9700 §4.3.2: addresses end up in logs, histories and Referer headers, so a token in a query has leaked.
  if (hasTokenInQuery(target)) {
    throw new LatchkeyError('bearer_request_malformed', {
      detail: 'The query has an access_token; it belongs into the Authorization header.',
    })
  }
  const header = headers.get('authorization')
  if (header === null || !/^(?:bearer|dpop)(?: |,|$)/i.test(header)) return null
  const [, scheme = '', token] = (header.length <= longestHeader && credentials.exec(header)) || []
  // Two headers arrive joined by a comma: it must not depend on the reader which of the two tokens counts.
  if (token === undefined || showsSeveral) {
    throw new LatchkeyError('bearer_request_malformed', {
      detail: 'The Authorization header is not one scheme and one token.',
    })
  }
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'dpop' : 'bearer', token }
}

function hasTokenInQuery(target: string): boolean {
  const queryAt = target.indexOf('?')
  if (queryAt === -1) return false
  return new URLSearchParams(target.slice(queryAt + 1)).has('access_token')
}
