// The application's own no, with its own words.
import { LatchkeyError } from '../errors.ts'

/**
 * The error to throw from `users.create`, `users.adopt`, `users.refresh` or `fieldsFrom`: the sign-in is refused, and the person
 * reads the sentence (`account_refused`, 403).
 *
 * ```ts
 * throw refuseSignIn('There is a customer with this address already. Sign in with your password once, then add Google.')
 * ```
 */
export function refuseSignIn(sentence: string): LatchkeyError {
  return new LatchkeyError('account_refused', { forPerson: sentence })
}
