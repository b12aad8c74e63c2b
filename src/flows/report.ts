// Tells what a request has done: one call yields the log line, the row of the audit trail and the application's hook.
import type { AuthEventDraft } from '../contracts/events.ts'
import type { Parts, Visit } from './parts.ts'

/** After everything was stored. Never rejects: what was done stays done. */
export function report({ events, settings }: Parts, visit: Visit, draft: AuthEventDraft): Promise<void> {
  return events.emit(draft, {
    referenceId: visit.referenceId,
    clientAddress: visit.clientAddress,
    userAgent: visit.userAgent,
    milliseconds: settings.now() - visit.startedAt,
  })
}
