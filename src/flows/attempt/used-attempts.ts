// An attempt is used once: its id is marked before the token request, in the store for all servers, or without a store in this
// process. A second delivery during the first gets the same response (RFC 9700 §4.5).
import type { Store } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
import { LimitedMap } from '../../web/limited-map.ts'

/** Ids remembered without a store: about 10 MB. Beyond that the oldest are dropped; their codes are used up anyway. */
const MOST_IDS = 100_000

/** A mark is kept longer than its attempt, by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

/** The first delivery of an attempt; concurrent deliveries wait for its response. */
export interface FirstDelivery {
  /** Passes the response to the waiting deliveries, and returns it. */
  readonly settle: (answer: Response) => Response
  /** Fails the waiting deliveries with the same error. */
  readonly fail: (error: unknown) => void
}

export interface UsedAttempts {
  /**
   * Marks the attempt as used. Returns a `FirstDelivery` to the first caller, which must settle it; a concurrent later caller
   * gets a copy of the first one's response. Throws `attempt_already_used`.
   */
  readonly take: (id: string, expiresAt: number) => Promise<FirstDelivery | Response>
}

export function createUsedAttempts(store: Store | null, now: () => number): UsedAttempts {
  const running = new Map<string, { readonly answer: Promise<Response>; isShared: boolean }>()
  const mark = store
    ? (id: string, expiresAt: number) =>
        store.marks.useOnce(`attempt:${id}`, expiresAt + CLOCKS_DIFFER_MILLISECONDS)
    : markInProcess(now)

  return {
    async take(id, expiresAt) {
      const earlier = running.get(id)
      if (earlier) {
        earlier.isShared = true
        return (await earlier.answer).clone()
      }
      const { promise: answer, resolve, reject } = Promise.withResolvers<Response>()
      // Avoids an unhandled rejection if no caller waits.
      answer.catch(() => undefined)
      const delivery = { answer, isShared: false }
      running.set(id, delivery)
      const fail = (error: unknown): void => {
        running.delete(id)
        reject(error)
      }
      try {
        // If a code is redeemed twice, strict providers revoke its tokens.
        if (!(await mark(id, expiresAt))) throw new LatchkeyError('attempt_already_used')
      } catch (error) {
        fail(error)
        throw error
      }
      return {
        settle(response) {
          running.delete(id)
          resolve(response)
          // The other deliveries clone the response too, which is impossible once its body is read.
          return delivery.isShared ? response.clone() : response
        },
        fail,
      }
    },
  }
}

function markInProcess(now: () => number): (id: string, expiresAt: number) => Promise<boolean> {
  const used = new LimitedMap<string, number>(MOST_IDS)
  return async (id, expiresAt) => {
    if (used.has(id)) return false
    // Entries are in order of expiry.
    used.dropOldestWhile((end) => end <= now())
    used.set(id, expiresAt)
    return true
  }
}
