// A refusal of the server, or a server that did not answer.

/** The codes are those of docs/errors.md; `network` if there was no answer. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly code: string
  /** The HTTP status; 0 without an answer. */
  readonly status: number
  /** Also written to the server's log. */
  readonly referenceId: string | null

  constructor(status: number, body: { error?: string; message?: string; referenceId?: string } | null) {
    super(body?.message ?? 'The server did not answer.')
    this.status = status
    this.code = body?.error ?? 'network'
    this.referenceId = body?.referenceId ?? null
  }
}
