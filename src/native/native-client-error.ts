// The errors of a failed sign-in or call. They contain no sentences for people: a phone's bundle must be small, and the application
// uses its own words.

/**
 * Why something failed:
 * - `denied`: the person refused. `cancelled`: the sign-in was cancelled. `expired`: it took too long.
 * - `answer_invalid`: the answer does not belong to this sign-in, or violates the specification. Start again.
 * - `refused`: the server refused the request; `detail` has its description.
 * - `signed_out`: there is no session, or it has ended. Sign in again.
 * - `unavailable`: the server does not answer; the session is kept, so try again later.
 * - `origin_refused`: the token must not be sent to this address.
 * - `config_invalid`: an option is wrong, or the platform lacks something; `detail` names it.
 */
export type NativeClientErrorCode =
  | 'denied'
  | 'cancelled'
  | 'expired'
  | 'answer_invalid'
  | 'refused'
  | 'signed_out'
  | 'unavailable'
  | 'origin_refused'
  | 'config_invalid'

/** What a native client throws, with a stable `code`. */
export class NativeClientError extends Error {
  override readonly name = 'NativeClientError'
  readonly code: NativeClientErrorCode
  /** For the developer. Never a token or a code. */
  readonly detail: string

  constructor(code: NativeClientErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}
