// Creates the events from the settings.
import { createAuditTrail } from '../../events/audit-trail.ts'
import { createEvents, type Events } from '../../events/events.ts'
import type { Settings } from '../../options.ts'

export function eventsOf({ store, audit, on, log, now }: Settings, newId: () => string): Events {
  return createEvents({
    log,
    now,
    hooks: on,
    audit: store && audit && createAuditTrail({ store, newId, ...audit }),
  })
}
