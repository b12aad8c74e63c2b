// Selects the claims that the application names (`session.claims`) from those that the provider sent.
import type { Claims } from '../../contracts/claims.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Core } from '../request/parts.ts'

/** The size as JSON. Limited, since they are read with the session. */
const MOST_CHARACTERS = 16_000

/** Throws `session_too_large`. */
export function namedClaims({ settings }: Pick<Core, 'settings'>, claims: Claims): Claims {
  const named = settings.sessionClaims.filter((name) => Object.hasOwn(claims, name))
  // Copies the claims, so that changes to the identity's claims do not affect the session's.
  const text = JSON.stringify(Object.fromEntries(named.map((name) => [name, claims[name]])))
  if (text.length <= MOST_CHARACTERS) return JSON.parse(text) as Claims
  throw new LatchkeyError('session_too_large', {
    detail: `The claims ${named.join(', ')} have ${text.length} characters as JSON, and at most ${MOST_CHARACTERS} are kept.`,
  })
}
