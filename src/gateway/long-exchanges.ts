// WebSockets and event streams last longer than the check at their start. Each is checked again when its session ends, so that it ends
// at once, and every second, because rules change and sign-ins become too old for them.
import type { Auth } from '../auth.ts'
import { LatchkeyError } from '../errors.ts'

export interface LongExchange {
  /** The signal of the session that opened it; null if it was open to everyone. */
  readonly signal: ReturnType<Auth['sessions']['signal']> | null
  /** Returns false if the exchange must end now. May throw if that is unknown: then the exchange continues. */
  readonly isStillAdmitted: () => boolean | Promise<boolean>
  readonly end: () => void
}

export interface LongExchanges {
  /** Returns a function to call when the exchange has ended by itself. */
  readonly add: (exchange: LongExchange) => () => void
  readonly close: () => void
}

const LOOK_EVERY_MILLISECONDS = 1_000

export function createLongExchanges(): LongExchanges {
  const open = new Set<LongExchange>()
  const timer = setInterval(() => {
    for (const exchange of open) void look(exchange)
  }, LOOK_EVERY_MILLISECONDS)
  timer.unref()

  async function look(exchange: LongExchange): Promise<void> {
    try {
      if (await exchange.isStillAdmitted()) return
    } catch {
      // The store does not answer, so the session may still be valid.
      return
    }
    end(exchange)
  }

  function end(exchange: LongExchange): void {
    if (open.delete(exchange)) exchange.end()
  }

  return {
    add(exchange) {
      const { signal } = exchange
      open.add(exchange)
      signal?.addEventListener('abort', () => (hasEnded(signal) ? end(exchange) : look(exchange)))
      return () => {
        open.delete(exchange)
        signal?.release()
      }
    },
    close() {
      clearInterval(timer)
      for (const exchange of open) end(exchange)
    },
  }
}

/** Whether the session has ended. Otherwise the store does not answer, and the session may still be valid. */
function hasEnded({ reason }: AbortSignal): boolean {
  return reason instanceof LatchkeyError && reason.code === 'session_required'
}
