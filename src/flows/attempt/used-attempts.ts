// An attempt is taken once: its id is marked before the token request, in the store over all servers, without a store
// in this process. A second delivery while the first is under way gets the first's answer (RFC 9700 §4.5).
import type { Store } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
import { LimitedMap } from '../../web/limited-map.ts'

/** Ids remembered without a store: about 10 MB. A flood beyond it lets the oldest go, whose codes are used up anyway. */
const MOST_IDS = 100_000

/** A mark outlives its attempt by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

export interface UsedAttempts {
  /** Runs `finish` for the first delivery; answers a copy of its answer to simultaneous ones. Throws `attempt_already_used`. */
  readonly once: (id: string, expiresAt: number, finish: () => Promise<Response>) => Promise<Response>
}

export function createUsedAttempts(store: Store | null, now: () => number): UsedAttempts {
  const running = new Map<string, { readonly answer: Promise<Response>; isShared: boolean }>()
  const mark = store
    ? (id: string, expiresAt: number) =>
        store.marks.useOnce(`attempt:${id}`, expiresAt + CLOCKS_DIFFER_MILLISECONDS)
    : markInProcess(now)

  async function takeAndFinish(id: string, expiresAt: number, finish: () => Promise<Response>) {
    // Redeeming a code twice makes careful providers revoke its tokens.
    if (!(await mark(id, expiresAt))) throw new LatchkeyError('attempt_already_used')
    return finish()
  }

  return {
    async once(id, expiresAt, finish) {
      const first = running.get(id)
      if (first) {
        first.isShared = true
        return (await first.answer).clone()
      }
      const delivery = { answer: takeAndFinish(id, expiresAt, finish), isShared: false }
      running.set(id, delivery)
      try {
        const answer = await delivery.answer
        // The others copy it too, and what was read cannot be copied.
        return delivery.isShared ? answer.clone() : answer
      } finally {
        running.delete(id)
      }
    },
  }
}

function markInProcess(now: () => number): (id: string, expiresAt: number) => Promise<boolean> {
  const used = new LimitedMap<string, number>(MOST_IDS)
  return async (id, expiresAt) => {
    if (used.has(id)) return false
    // What is younger ends later.
    used.dropOldestWhile((end) => end <= now())
    used.set(id, expiresAt)
    return true
  }
}
