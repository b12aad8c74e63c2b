// The sentence for the host's error page when a guard refuses and signing in would not help.
import { LatchkeyError } from '../errors.ts'
import type { RequestAuth } from './request-auth.ts'

/** For the person: it contains nothing of the cause. */
export function refusalSentence(status: number, current: RequestAuth | undefined): string {
  const error = current?.error
  if (error instanceof LatchkeyError) return error.forPerson
  return status === 403 ? new LatchkeyError('session_not_allowed').forPerson : 'Sign in first.'
}
