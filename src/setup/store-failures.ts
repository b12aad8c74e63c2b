// Logs store failures: each one in the background, and outages during requests, one line a second at most.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { LatchkeyError } from '../errors.ts'
import type { Settings } from '../options.ts'

const OUTAGE_LINE_MILLISECONDS = 1_000

/** At most one line per second, since every request fails the same way during an outage. */
export function createOutageLog(settings: Settings): (error: unknown) => void {
  let toldAt = Number.NEGATIVE_INFINITY
  return (error) => {
    const moment = settings.now()
    if (moment >= toldAt && moment - toldAt < OUTAGE_LINE_MILLISECONDS) return
    toldAt = moment
    logStoreError(settings, error)
  }
}

/** Reports a failure of `use`, and passes it on to the caller. */
export function tellingFailures<T>(
  tell: (error: unknown) => void,
  use: () => MaybePromise<T>,
): MaybePromise<T> {
  try {
    const result = use()
    if (result instanceof Promise) result.catch(tell)
    return result
  } catch (error) {
    tell(error)
    throw error
  }
}

export function logStoreError(settings: Settings, error: unknown): void {
  settings.log({
    event: 'store_failed',
    level: 'error',
    time: new Date(settings.now()).toISOString(),
    code: error instanceof LatchkeyError ? error.code : 'unexpected',
    detail: error instanceof LatchkeyError ? error.detail : undefined,
  })
}
