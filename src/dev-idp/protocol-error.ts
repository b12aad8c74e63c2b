// The two ways to refuse a request: an OAuth error for the client (RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3.1), and a page for the
// developer if nothing may be sent back, because the redirect URI is not trusted.

/** An error that is sent to the client, with `error` and `error_description`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly code: string
  readonly status: number

  constructor(code: string, description: string, status = 400) {
    super(description)
    this.code = code
    this.status = status
  }
}

/** An error that is only shown as a page (RFC 6749 §4.1.2.1: no redirect to an unregistered URI). */
export class PageError extends Error {
  override readonly name = 'PageError'
  readonly status: number
  /** Rows of names and values, such as what arrived and what is registered. */
  readonly facts: readonly (readonly [string, string])[]
  /** What to do about it. */
  readonly remedy: string

  constructor(
    message: string,
    details: {
      readonly facts?: readonly (readonly [string, string])[]
      readonly remedy: string
      readonly status?: number
    },
  ) {
    super(message)
    this.facts = details.facts ?? []
    this.remedy = details.remedy
    this.status = details.status ?? 400
  }
}
