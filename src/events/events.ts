// Emits an event: a line in the log, a row in the audit trail, and the application's hooks. Called after the change was stored,
// so a failure here cannot undo it.
import type { AuthEvent, AuthEventCircumstances, AuthEventDraft } from '../contracts/events.ts'
import type { LogEntry } from '../contracts/log.ts'
import { LatchkeyError } from '../errors.ts'
import type { AuditTrail } from './audit-trail.ts'
import { deliverInOrder, type Hooks } from './deliver-in-order.ts'
import { describeCauses } from './describe-causes.ts'

export interface Occurrence extends Partial<Omit<AuthEventCircumstances, 'at'>> {
  /** Duration of the request that caused the event. */
  readonly milliseconds?: number | undefined
}

export interface Events {
  /** Emits an event. Never rejects. Waits for the audit trail, but not for hooks. */
  readonly emit: (draft: AuthEventDraft, where?: Occurrence) => Promise<void>
  /** Resolves when the hooks have handled all events so far. Never rejects. */
  readonly idle: () => Promise<void>
}

export interface EventParts {
  readonly log: (entry: LogEntry) => void
  readonly now: () => number
  readonly audit: AuditTrail | null
  readonly hooks: Hooks | null
}

export function createEvents({ log, now, audit, hooks }: EventParts): Events {
  const delivery = deliverInOrder(hooks, (event, failure) => logFailure('hook_failed', event, failure))

  function logFailure(what: 'hook_failed' | 'audit_failed', event: AuthEvent, failure: unknown): void {
    log({
      event: what,
      level: 'error',
      time: event.at.toISOString(),
      referenceId: event.referenceId ?? undefined,
      code: failure instanceof LatchkeyError ? failure.code : undefined,
      detail: event.type,
      causes: describeCauses(failure),
    })
  }

  return {
    async emit(draft, { milliseconds, referenceId = null, userAgent = null, clientAddress = null } = {}) {
      const at = new Date(now())
      const event: AuthEvent = Object.freeze({ ...draft, at, referenceId, userAgent, clientAddress })
      log(toLogEntry(event, milliseconds))
      delivery.deliver(event)
      await audit?.append(event).catch((error: unknown) => logFailure('audit_failed', event, error))
    },
    idle: delivery.idle,
  }
}

function toLogEntry(event: AuthEvent, milliseconds: number | undefined): LogEntry {
  const isFailure = event.type === 'refused' && event.status >= 500
  return {
    event: event.type,
    level: isFailure ? 'error' : event.type === 'refused' ? 'warn' : 'info',
    time: event.at.toISOString(),
    referenceId: event.referenceId ?? undefined,
    code: event.type === 'refused' ? event.code : undefined,
    provider: ('provider' in event ? event.provider : null) ?? undefined,
    userId: ('userId' in event ? event.userId : null) ?? undefined,
    sessionId: 'sessionId' in event ? event.sessionId : undefined,
    detail: detailOf(event),
    facts: event.type === 'refused' && Object.keys(event.facts).length > 0 ? event.facts : undefined,
    causes: event.type === 'refused' ? event.causes : undefined,
    milliseconds,
  }
}

function detailOf(event: AuthEvent): string | undefined {
  if (event.type === 'refused') return event.detail ?? undefined
  if (event.type === 'provider_notified') {
    return `${event.notification}: ${event.outcome}, ${event.sessionIds.length} sessions ended`
  }
  if ('sessionIds' in event) return `${event.sessionIds.length} sessions ended`
  if (event.type === 'user_updated') return event.changed.join(', ')
  return undefined
}
