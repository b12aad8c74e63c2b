// Tells what a request has done: one call yields the log line, the row of the audit trail and the application's hook.
import type { AuthEventDraft } from '../../contracts/events.ts'
import { type Parts, providersIfKnown, type Visit } from './parts.ts'

/** After everything was stored. Never rejects: what was done stays done. */
export async function report(parts: Parts, visit: Visit, draft: AuthEventDraft): Promise<void> {
  const { events, settings, inspection } = parts
  const event = await withoutStrangeIds(visit, draft)
  inspection?.inspector.tell(visit, event, visit.referenceId)
  return events.emit(event, {
    referenceId: visit.referenceId,
    clientAddress: visit.clientAddress,
    userAgent: visit.userAgent,
    milliseconds: settings.now() - visit.startedAt,
  })
}

/** What stands in the place of an id in a refused address is anybody's text: it must not get into logs. */
async function withoutStrangeIds(visit: Visit, draft: AuthEventDraft): Promise<AuthEventDraft> {
  if (draft.type !== 'refused' || draft.provider === null) return draft
  if ((await providersIfKnown(visit)).some(({ id }) => id === draft.provider)) return draft
  return { ...draft, provider: null }
}
