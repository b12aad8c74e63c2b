// Limits how often a device polls (RFC 8628 §3.5), separately in each process. Counting across servers would cost a write at
// each poll, instead of three reads, since no row of a device exists before the person has answered.
import { LimitedMap } from '../../web/limited-map.ts'

/** Sent to the device as `interval`. */
export const POLL_SECONDS = 5
/** Tolerance for a poll that is early, since timers and networks are inexact. */
const EARLY_MILLISECONDS = 1_000
const MOST_DEVICES = 10_000

export interface DevicePolls {
  /** Whether the device polls again too soon. */
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
