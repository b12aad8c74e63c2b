// One HTTP exchange with a provider, bounded: the seam between the rules of outbound.ts and the two ways to the network.

/** What goes out. */
export interface ExchangeRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** What came back, whole and decompressed. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

export interface ExchangeLimits {
  /** Of the body, after decompression. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** Rejects with an OutboundError for what is too large, and with any other error for a failing network. */
export type Exchange = (request: ExchangeRequest, limits: ExchangeLimits) => Promise<Answer>

export type OutboundErrorKind = 'timeout' | 'too-large' | 'network'

/** The exchange did not come to an answer. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly kind: OutboundErrorKind
  /** Without query and fragment, which may hold secrets. */
  readonly url: string

  constructor(kind: OutboundErrorKind, url: URL, cause?: unknown) {
    const place = `${url.origin}${url.pathname}`
    super(`${sentences[kind]}: ${place}`, { cause })
    this.kind = kind
    this.url = place
  }
}

const sentences: Readonly<Record<OutboundErrorKind, string>> = {
  timeout: 'No complete answer in time',
  'too-large': 'The answer is too large',
  network: 'The server could not be reached or broke the connection',
}

/** The headers that describe a body as it was transferred, not as we hand it on. */
export function withoutTransferHeaders(headers: Headers): Headers {
  for (const name of [
    'content-encoding',
    'content-length',
    'transfer-encoding',
    'connection',
    'keep-alive',
  ]) {
    headers.delete(name)
  }
  return headers
}
