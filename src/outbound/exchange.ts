// One limited HTTP exchange with a provider: the interface between the rules of outbound.ts and the two ways to the network.

/** The request to send. */
export interface ExchangeRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** The response, whole and decompressed. */
export interface Answer {
  readonly status: number
  /** As pairs, since a name (`set-cookie`) may occur more than once. Headers that describe the transfer are left out. */
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array<ArrayBuffer>
}

export type HeaderPair = [name: string, value: string]

export interface ExchangeLimits {
  /** The limit of the body, after decompression. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** Rejects with an OutboundError if the body is too large, and with any other error if the network fails. */
export type Exchange = (request: ExchangeRequest, limits: ExchangeLimits) => Promise<Answer>

export type OutboundErrorKind = 'timeout' | 'too-large' | 'network'

/** The exchange got no complete response. */
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

const transferHeaders = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
])

/** Whether a header describes the body as it was transferred, not as it is passed on. */
export function isTransferHeader(name: string): boolean {
  return transferHeaders.has(name.toLowerCase())
}
