// The claims that the application names (`session.claims`), of those that the provider sent.
import type { Claims } from '../../contracts/claims.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Core } from '../request/parts.ts'

/** As JSON. They are read with the session. */
const MOST_CHARACTERS = 16_000

/** Throws `session_too_large`. */
export function namedClaims({ settings }: Pick<Core, 'settings'>, claims: Claims): Claims {
  const named = settings.sessionClaims.filter((name) => Object.hasOwn(claims, name))
  // A copy: what the application does with the identity's claims must not change the session's.
  const text = JSON.stringify(Object.fromEntries(named.map((name) => [name, claims[name]])))
  if (text.length <= MOST_CHARACTERS) return JSON.parse(text) as Claims
  throw new LatchkeyError('session_too_large', {
    detail: `The claims ${named.join(', ')} have ${text.length} characters as JSON, and at most ${MOST_CHARACTERS} are kept.`,
  })
}
