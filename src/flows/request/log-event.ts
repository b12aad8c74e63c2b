// Logs a background failure. Events of users and sessions are reported by `report`.
import type { LogEntry } from '../../contracts/log.ts'
import type { Parts, Visit } from './parts.ts'

type Event = Omit<LogEntry, 'time' | 'level' | 'referenceId' | 'milliseconds'> & {
  readonly level?: LogEntry['level']
}

export function logEvent(parts: Parts, visit: Visit, { level = 'info', ...event }: Event): void {
  const now = parts.settings.now()
  parts.settings.log({
    level,
    time: new Date(now).toISOString(),
    referenceId: visit.referenceId,
    ...event,
    milliseconds: now - visit.startedAt,
  })
}
