// What an error page of the host says, where a guard refuses and no sign-in would help.
import { LatchkeyError } from '../errors.ts'
import type { RequestAuth } from './request-auth.ts'

/** For the person, with nothing of the cause. */
export function refusalSentence(status: number, current: RequestAuth | undefined): string {
  const error = current?.error
  if (error instanceof LatchkeyError) return error.forPerson
  return status === 403 ? new LatchkeyError('session_not_allowed').forPerson : 'Sign in first.'
}
