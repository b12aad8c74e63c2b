// WebSockets and streams of events last longer than the check at their start: the session of each is checked again every
// second, so that what ends with a session ends at once.

export interface LongExchange {
  /** False: it must end now. May throw while it is unknown: then the exchange goes on. */
  readonly isStillAdmitted: () => boolean | Promise<boolean>
  readonly end: () => void
}

export interface LongExchanges {
  /** Answers what to call when it ended by itself. */
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
      // The store does not answer: the session may still be valid.
      return
    }
    open.delete(exchange)
    exchange.end()
  }

  return {
    add(exchange) {
      open.add(exchange)
      return () => open.delete(exchange)
    },
    close() {
      clearInterval(timer)
      for (const { end } of open) end()
      open.clear()
    },
  }
}
