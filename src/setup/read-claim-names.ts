// The claims that sessions keep (`session.claims`), checked at start.
import { LatchkeyError } from '../errors.ts'

/** Claims about the token, not about the person. */
const TOKEN_CLAIMS: ReadonlySet<string> = new Set(['nonce', 'at_hash', 'c_hash', 's_hash', 'exp', 'nbf'])
const MOST_NAMES = 50

/** Throws `config_option_invalid`. */
export function readClaimNames(names: readonly string[] = []): readonly string[] {
  if (!Array.isArray(names) || names.length > MOST_NAMES) {
    throw invalid(`session.claims must be a list of at most ${MOST_NAMES} names.`)
  }
  for (const name of names) {
    if (typeof name !== 'string' || name === '' || name.length > 255 || TOKEN_CLAIMS.has(name)) {
      throw invalid(
        `session.claims: "${String(name).slice(0, 60)}" is not the name of a claim about a person.`,
      )
    }
  }
  return Object.freeze([...new Set(names)])
}

function invalid(detail: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail })
}
