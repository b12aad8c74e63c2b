// Reports an event of a request: one call writes the log line and the audit trail, and calls the application's hook.
import type { AuthEventDraft } from '../../contracts/events.ts'
import { type Parts, providersIfKnown, type Visit } from './parts.ts'

/** Call it after the change was stored. Never rejects. */
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

/** An unknown provider id in a URL is arbitrary text, which must not get into logs. */
async function withoutStrangeIds(visit: Visit, draft: AuthEventDraft): Promise<AuthEventDraft> {
  if (draft.type !== 'refused' || draft.provider === null) return draft
  if ((await providersIfKnown(visit)).some(({ id }) => id === draft.provider)) return draft
  return { ...draft, provider: null }
}
