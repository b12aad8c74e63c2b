// An attempt is taken once: its id is marked before the token request, in the store over all servers, without a store
// in this process. A second delivery while the first is under way gets the first's answer (RFC 9700 §4.5).
import type { Store } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
import { LimitedMap } from '../../web/limited-map.ts'

/** Ids remembered without a store: about 10 MB. A flood beyond it lets the oldest go, whose codes are used up anyway. */
const MOST_IDS = 100_000

/** A mark outlives its attempt by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

/** The first delivery of an attempt: others that come meanwhile wait for its answer. */
export interface FirstDelivery {
  /** Hands the answer to all who wait, and back. */
  readonly settle: (answer: Response) => Response
  /** There is no answer: those who wait fail as this one did. */
  readonly fail: (error: unknown) => void
}

export interface UsedAttempts {
  /**
   * Marks the attempt as used. Answers the first delivery, which finishes it; for a simultaneous later one, a copy of the
   * first one's answer. Throws `attempt_already_used`.
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
      // Without a waiting caller, the error is not reported.
      answer.catch(() => undefined)
      const delivery = { answer, isShared: false }
      running.set(id, delivery)
      const fail = (error: unknown): void => {
        running.delete(id)
        reject(error)
      }
      try {
        // Redeeming a code twice makes careful providers revoke its tokens.
        if (!(await mark(id, expiresAt))) throw new LatchkeyError('attempt_already_used')
      } catch (error) {
        fail(error)
        throw error
      }
      return {
        settle(response) {
          running.delete(id)
          resolve(response)
          // The others copy it too, and what was read cannot be copied.
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
    // Entries are in the order of their expiry.
    used.dropOldestWhile((end) => end <= now())
    used.set(id, expiresAt)
    return true
  }
}
