// After a failed refresh, requests to the provider pause for a moment, so that a hundred callers do not send a hundred requests.
import type { StoredTokens } from '../contracts/tokens.ts'
import type { ErrorCode, LatchkeyError } from '../errors.ts'
import { type Moment, millisecondsSince, momentAt } from '../web/elapsed.ts'
import { LimitedMap } from '../web/limited-map.ts'
import { isDefinite } from './is-definite.ts'

/** One second after the first failure, then doubled each time up to this limit. */
const LONGEST_SECONDS = 30
/** The longest pause that a provider may ask for; longer ones are cut, since its clock may be wrong. */
const LONGEST_ASKED_SECONDS = 3_600
/** Limited, because an outage affects every account. */
const MOST_PAUSES = 10_000

export interface Pause {
  readonly reason: ErrorCode
  readonly retryAfterSeconds: number
  /** The provider has refused the refresh: only the person can solve this. */
  readonly isRefused: boolean
}

interface Entry {
  readonly isRefused: boolean
  readonly version: number
  readonly failures: number
  readonly began: Moment
  readonly seconds: number
  readonly reason: ErrorCode
}

type Tokens = Pick<StoredTokens, 'accountId' | 'version'>

export interface Pauses {
  /** Null when these tokens may be refreshed. */
  readonly find: (tokens: Tokens) => Pause | null
  readonly begin: (tokens: Tokens, error: LatchkeyError) => Pause
  readonly end: (tokens: Tokens) => void
}

export function createPauses(now: () => number): Pauses {
  const entries = new LimitedMap<string, Entry>(MOST_PAUSES)

  return {
    find({ accountId, version }) {
      const entry = entries.get(accountId)
      if (entry?.version !== version) return null
      const left = entry.seconds - millisecondsSince(entry.began, now) / 1000
      if (left <= 0) return null
      const { reason, isRefused } = entry
      return { reason, isRefused, retryAfterSeconds: Math.ceil(left) }
    },
    begin({ accountId, version }, error) {
      const { code, retryAfterSeconds: asked } = error
      const isRefused = isDefinite(error)
      const before = entries.get(accountId)
      const failures = before?.version === version ? before.failures + 1 : 1
      const retryAfterSeconds = asked
        ? Math.min(asked, LONGEST_ASKED_SECONDS)
        : Math.min(2 ** (failures - 1), LONGEST_SECONDS)
      entries.delete(accountId)
      const pause = { seconds: retryAfterSeconds, began: momentAt(now), reason: code, isRefused }
      entries.set(accountId, { version, failures, ...pause })
      return { reason: code, retryAfterSeconds, isRefused }
    },
    end({ accountId }) {
      entries.delete(accountId)
    },
  }
}
