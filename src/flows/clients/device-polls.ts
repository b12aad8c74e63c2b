// How often a device asks (RFC 8628 §3.5), counted by each process: a device that asks several servers in turn is slowed by each of them
// alone. Nothing is stored of a device before its person has answered, so counting for all would be a write at each poll, where now
// there are three reads.
import { LimitedMap } from '../../web/limited-map.ts'

/** Announced as `interval`. */
export const POLL_SECONDS = 5
/** What a device may be early by: its timer and the network are not exact. */
const EARLY_MILLISECONDS = 1_000
const MOST_DEVICES = 10_000

export interface DevicePolls {
  /** Whether it asks again too soon after it was last answered. */
  readonly isTooFast: (deviceId: string) => boolean
}

export function createDevicePolls(now: () => number): DevicePolls {
  const answeredAt = new LimitedMap<string, number>(MOST_DEVICES)
  return {
    isTooFast(deviceId) {
      const before = answeredAt.get(deviceId)
      const at = now()
      if (before !== undefined && at - before < POLL_SECONDS * 1000 - EARLY_MILLISECONDS) return true
      answeredAt.set(deviceId, at)
      return false
    },
  }
}
