// Whether a session is used from somewhere else than before: a sign worth telling, and no proof of anything. Telephones
// change their address all day, and browsers their version every month.
import type { Device } from '../contracts/events.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'

/** What is not known now stays what it was. */
export function latestDevice(before: Device, now: Device): Device {
  return {
    userAgent: now.userAgent ?? before.userAgent,
    clientAddress: now.clientAddress ?? before.clientAddress,
  }
}

/** Another address, or another browser or system; a new version of the same one is not. */
export function hasMoved(before: Device, after: Device): boolean {
  return (
    (before.clientAddress !== null && before.clientAddress !== after.clientAddress) ||
    (before.userAgent !== null && describeUserAgent(before.userAgent) !== describeUserAgent(after.userAgent))
  )
}
