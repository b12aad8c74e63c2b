// The server's time, as far as this client knows it: a proof that names another time is refused (RFC 9449 §11.1), and clocks of phones and
// laptops are often minutes wrong.

export interface ServerClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Adjusts the clock to the server's response. Returns whether that changed anything, so that a refused proof can be made anew. */
  readonly learn: (response: Response) => boolean
}

/** Servers accept smaller differences. */
const MOST_DIFFERENCE_MILLISECONDS = 30_000

export function createServerClock(now: () => number): ServerClock {
  let difference = 0
  return {
    now: () => now() + difference,
    learn({ headers }) {
      const server = Date.parse(headers.get('date') ?? '')
      if (!(Math.abs(server - now() - difference) > MOST_DIFFERENCE_MILLISECONDS)) return false
      difference = server - now()
      return true
    },
  }
}
