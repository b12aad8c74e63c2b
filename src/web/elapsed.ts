// How long ago something was, for waits and freshness inside of one process. A wall clock may be set back, and what was
// remembered for five seconds would then be remembered for hours; the runtime's own clock never goes back.
// High Resolution Time §4.2 (`performance.now`).

/** A moment in this process, on both clocks. */
export interface Moment {
  /** Epoch milliseconds, by the application's `now`. */
  readonly wall: number
  /** Milliseconds of the runtime's own clock. */
  readonly steady: number
}

export function momentAt(now: () => number): Moment {
  return { wall: now(), steady: performance.now() }
}

/**
 * Milliseconds since the moment, by the clock that says more: one of them may have stood still while the machine slept.
 * Infinite when the wall clock was set back beyond the moment: then nothing that was timed by it may be trusted, and a
 * wait ends.
 */
export function millisecondsSince(moment: Moment, now: () => number): number {
  const wall = now() - moment.wall
  if (wall < 0) return Number.POSITIVE_INFINITY
  return Math.max(wall, performance.now() - moment.steady)
}
