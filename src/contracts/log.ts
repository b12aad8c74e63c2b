// One structured line for each login and each refusal. It never contains a token, authorization code, cookie or secret.

import type { ErrorFacts } from '../errors.ts'

/** One line of the log, as an object that can be passed to a logger unchanged. */
export interface LogEntry {
  /** What happened: `signed_in`, `refused`, `signed_out` …, or `notice` for a message at start. */
  readonly event: string
  readonly level: 'info' | 'warn' | 'error'
  /** ISO 8601. */
  readonly time: string
  /** Also shown on the error page, so that support can find the log line of an error that a person reports. */
  readonly referenceId?: string | undefined
  readonly provider?: string | undefined
  readonly code?: string | undefined
  readonly userId?: string | undefined
  readonly sessionId?: string | undefined
  readonly detail?: string | undefined
  /** For refusals: the step, check and response that failed. `latchkey explain` derives the cause from them. */
  readonly facts?: ErrorFacts | undefined
  readonly causes?: readonly string[] | undefined
  readonly milliseconds?: number | undefined
}
