// Errors for a callback without a matching login, with facts that distinguish the causes. RFC 9700 §4.7.
import { LatchkeyError } from '../../errors.ts'
import { plainText } from '../../web/plain-text.ts'
import type { Visit } from '../request/parts.ts'
import { hasAttempts } from './attempt-cookies.ts'

export function missingState(): LatchkeyError {
  return new LatchkeyError('attempt_missing', {
    detail: 'The callback has no state.',
    facts: { at: 'callback', check: 'state', isMissing: true },
  })
}

export function missingCookie(visit: Visit): LatchkeyError {
  const host = plainText(visit.request.headers.get('host') ?? 'none', 100)
  return new LatchkeyError('attempt_missing', {
    detail: `The browser sent no cookie of this login. Expected at ${visit.place.origin}; received Host: ${host}.`,
    // If another login of this browser is in progress, cookies work, so the state is wrong.
    facts: hasAttempts(visit)
      ? { at: 'callback', check: 'state' }
      : { at: 'callback', check: 'cookie', isMissing: true },
  })
}
