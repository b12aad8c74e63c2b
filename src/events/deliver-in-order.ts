// Passes events to the application's hooks: one after the other, in the order of the events, without delaying or failing the
// request. A hook that throws, rejects or takes too long is logged, and the next one is called.
import type { AuthEvent, AuthEventType, EventHooks } from '../contracts/events.ts'

/** How long one hook may delay the next. */
const MOST_MILLISECONDS = 10_000
/** The most events that wait for a slow hook: limited, since any visitor can cause refusals. */
const MOST_WAITING = 10_000

/** The application's hooks: one per type of event, or one for all. */
export type Hooks = EventHooks | ((event: AuthEvent) => unknown)

export interface Delivery {
  readonly deliver: (event: AuthEvent) => void
  /** Resolves when everything delivered so far was handled. Never rejects. */
  readonly idle: () => Promise<void>
}

export function deliverInOrder(
  hooks: Hooks | null,
  onFailure: (event: AuthEvent, failure: unknown) => void,
): Delivery {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0

  async function handle(hook: (event: AuthEvent) => unknown, event: AuthEvent): Promise<void> {
    try {
      await withinTime(hook(event))
    } catch (failure) {
      onFailure(event, failure)
    } finally {
      waiting -= 1
    }
  }

  return {
    deliver(event) {
      const hook = hookFor(hooks, event.type)
      if (!hook) return
      if (waiting >= MOST_WAITING) {
        onFailure(event, new Error('Too many events are waiting: this one was not delivered.'))
        return
      }
      waiting += 1
      last = last.then(() => handle(hook, event))
    },
    idle: () => last,
  }
}

function hookFor(hooks: Hooks | null, type: AuthEventType): ((event: AuthEvent) => unknown) | undefined {
  if (hooks === null || typeof hooks === 'function') return hooks ?? undefined
  // Each hook is called only with its own type of event.
  return hooks[type] as ((event: AuthEvent) => unknown) | undefined
}

/** Throws if the hook does not finish in time. Its later outcome is ignored. */
async function withinTime(outcome: unknown): Promise<void> {
  if (!isThenable(outcome)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const error = new Error(`Not finished after ${MOST_MILLISECONDS} ms.`)
    timer = setTimeout(() => reject(error), MOST_MILLISECONDS)
  })
  try {
    await Promise.race([outcome, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value
}
