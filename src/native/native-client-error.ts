// What a client throws when a sign-in or a call fails. No table of sentences comes along: a phone's bundle is small, and the
// application says it in its own words.

/**
 * Why something did not work:
 * - `denied`: the person said no. `cancelled`: the sign-in was given up. `expired`: it took too long.
 * - `answer_invalid`: the answer is not of this sign-in, or not one of the specification. Start again.
 * - `refused`: the server refused the request; `detail` has its words.
 * - `signed_out`: there is no session, or it has ended. Sign in again.
 * - `unavailable`: the server does not answer; nothing is lost, try again later.
 * - `origin_refused`: the address is none of those that may get the token.
 * - `config_invalid`: an option is wrong, or the platform lacks what is needed; `detail` says which.
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
