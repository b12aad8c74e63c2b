// The fault of one provider that tests switch on and off, and how often it still strikes.
import type { Fault } from './faults.ts'

/** When a fault happens, and how often. */
export interface FaultOptions {
  /** How many answers it strikes. Default: all until cleared. */
  readonly times?: number
  /** For `slow_token`. Default: 10. */
  readonly delaySeconds?: number
}

/** The fault of one provider that tests switch. */
export interface FaultSwitch {
  set(fault: Fault | null, options?: FaultOptions): void
  /** The one of `candidates` that strikes this answer, or null. `chosen`: the fault of this one sign-in. */
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
