// One structured line for each login and each refusal. Never a token, code, cookie or secret.

import type { ErrorFacts } from '../errors.ts'

/** One line of the log, as an object: hand it to a logger as it is. */
export interface LogEntry {
  /** What happened: `signed_in`, `refused`, `signed_out` … or `notice` for something said at start. */
  readonly event: string
  readonly level: 'info' | 'warn' | 'error'
  /** ISO 8601. */
  readonly time: string
  /** Also shown on the error page: what the person reads out, the log finds. */
  readonly referenceId?: string | undefined
  readonly provider?: string | undefined
  readonly code?: string | undefined
  readonly userId?: string | undefined
  readonly sessionId?: string | undefined
  readonly detail?: string | undefined
  /** Of a refusal: which step, which check, which answer; `latchkey explain` finds the cause by it. */
  readonly facts?: ErrorFacts | undefined
  readonly causes?: readonly string[] | undefined
  readonly milliseconds?: number | undefined
}
