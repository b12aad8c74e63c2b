// Converts an error to an event for the log, the audit trail and the inspector.
import type { AuthEventDraft } from '../../contracts/events.ts'
import type { LatchkeyError } from '../../errors.ts'
import { describeCauses } from '../../events/describe-causes.ts'

export function refusalEvent(
  error: LatchkeyError,
  {
    provider = null,
    userId = null,
  }: { readonly provider?: string | null; readonly userId?: string | null } = {},
): AuthEventDraft {
  return {
    type: 'refused',
    code: error.code,
    status: error.status,
    provider,
    userId,
    detail: error.detail ?? null,
    causes: describeCauses(error.cause),
    facts: error.facts,
  }
}
