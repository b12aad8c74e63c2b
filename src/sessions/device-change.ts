// Detects whether a session is used from another place than before: worth an event, but no proof of theft. Phones change their
// address all day, and browsers their version every month.
import type { Device } from '../contracts/events.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'

/** Values that are unknown now keep their previous value. */
export function latestDevice(before: Device, now: Device): Device {
  return {
    userAgent: now.userAgent ?? before.userAgent,
    clientAddress: now.clientAddress ?? before.clientAddress,
  }
}

/** True for another address, browser or operating system, but not for a new version of the same browser. */
export function hasMoved(before: Device, after: Device): boolean {
  return (
    (before.clientAddress !== null && before.clientAddress !== after.clientAddress) ||
    (before.userAgent !== null && describeUserAgent(before.userAgent) !== describeUserAgent(after.userAgent))
  )
}
