// Elapsed time, for waits and freshness inside one process. A wall clock may be set back, and an entry that was kept for five
// seconds would then be kept for hours; the runtime's monotonic clock never goes back.
// High Resolution Time §4.2 (`performance.now`).

/** A moment in this process, on both clocks. */
export interface Moment {
  /** Epoch milliseconds, by the application's `now`. */
  readonly wall: number
  /** Milliseconds of the runtime's monotonic clock. */
  readonly steady: number
}

export function momentAt(now: () => number): Moment {
  return { wall: now(), steady: performance.now() }
}

/**
 * Milliseconds since the moment, by the clock that shows more: either of them may have stopped while the machine slept.
 * Infinity if the wall clock was set back to before the moment: then nothing that was timed by it can be trusted, and a
 * wait ends.
 */
export function millisecondsSince(moment: Moment, now: () => number): number {
  const wall = now() - moment.wall
  if (wall < 0) return Number.POSITIVE_INFINITY
  return Math.max(wall, performance.now() - moment.steady)
}
