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
  /** As pairs, since one name (`set-cookie`) may come more than once; those of the transfer are left out. */
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array<ArrayBuffer>
}

export type HeaderPair = [name: string, value: string]

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

const transferHeaders = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
])

/** Whether a header describes the body as it was transferred, not as it is handed on. */
export function isTransferHeader(name: string): boolean {
  return transferHeaders.has(name.toLowerCase())
}
