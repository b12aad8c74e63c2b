// Lets the application refuse a sign-in with its own sentence.
import { LatchkeyError } from '../errors.ts'

/**
 * Returns an error to throw from `users.create`, `users.adopt`, `users.refresh` or `fieldsFrom`: it refuses the sign-in and
 * shows the sentence to the person (`account_refused`, 403).
 *
 * ```ts
 * throw refuseSignIn('There is a customer with this address already. Sign in with your password once, then add Google.')
 * ```
 */
export function refuseSignIn(sentence: string): LatchkeyError {
  return new LatchkeyError('account_refused', { forPerson: sentence })
}
