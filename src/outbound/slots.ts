// A share of the connections for each origin, so that a provider that hangs keeps only its own logins waiting.

export interface Slots {
  /** Runs `work` once fewer than the limit run for `key`. Rejects with the signal's reason if it never gets to run. */
  use<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

interface Queue {
  running: number
  readonly waiting: Set<() => void>
}

/** Lets `limit` pieces of work run at once for each key. */
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

/** Resolves when this place in the queue has come; the place is then counted as running. */
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
