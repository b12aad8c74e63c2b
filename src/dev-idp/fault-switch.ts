// Turns a fault of one provider on and off, and counts how often it still occurs.
import type { Fault } from './faults.ts'

/** How often and how a fault occurs. */
export interface FaultOptions {
  /** How many answers it affects. Default: all until cleared. */
  readonly times?: number
  /** The delay of `slow_token`. Default: 10. */
  readonly delaySeconds?: number
}

/** The fault of one provider, as tests set it. */
export interface FaultSwitch {
  set(fault: Fault | null, options?: FaultOptions): void
  /** Returns the one of `candidates` that affects this answer, or null. `chosen`: the fault that was set for this one sign-in. */
  strike(candidates: readonly Fault[], chosen: Fault | null): Fault | null
  delaySeconds(): number
}

export function createFaultSwitch(): FaultSwitch {
  const defaultDelaySeconds = 10
  let active: Fault | null = null
  let remaining = 0
  let delaySeconds = defaultDelaySeconds

  return {
    set(fault, options = {}) {
      active = fault
      remaining = options.times ?? Number.POSITIVE_INFINITY
      delaySeconds = options.delaySeconds ?? defaultDelaySeconds
    },
    strike(candidates, chosen) {
      if (chosen && candidates.includes(chosen)) return chosen
      if (!active || remaining <= 0 || !candidates.includes(active)) return null
      remaining -= 1
      return active
    },
    delaySeconds: () => delaySeconds,
  }
}
