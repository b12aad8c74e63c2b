// A limited share of the connections for each origin, so that a provider that hangs delays only its own logins.

export interface Slots {
  /** Runs `work` once fewer than the limit run for `key`. Rejects with the signal's reason if it is aborted before that. */
  use<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

interface Queue {
  running: number
  readonly waiting: Set<() => void>
}

/** Allows `limit` concurrent pieces of work for each key. */
export function createSlots(limit: number): Slots {
  const queues = new Map<string, Queue>()

  function leave(key: string, queue: Queue): void {
    queue.running--
    const [next] = queue.waiting
    next?.()
    if (queue.running === 0) queues.delete(key)
  }

  return {
    async use(key, signal, work) {
      const queue = queues.get(key) ?? { running: 0, waiting: new Set() }
      queues.set(key, queue)
      if (queue.running >= limit) await turn(queue, signal)
      else queue.running++
      try {
        signal.throwIfAborted()
        return await work()
      } finally {
        leave(key, queue)
      }
    },
  }
}

/** Resolves when it is this caller's turn, which then counts as running. */
function turn(queue: Queue, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      queue.waiting.delete(enter)
      reject(signal.reason)
    }
    const enter = () => {
      queue.waiting.delete(enter)
      signal.removeEventListener('abort', giveUp)
      queue.running++
      resolve()
    }
    queue.waiting.add(enter)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}
