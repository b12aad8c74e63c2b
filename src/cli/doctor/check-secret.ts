// Checks whether the secret can be guessed: with it, an attacker can forge cookies.
import type { Environment } from '../../environment.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

const REMEDY = 'Make one: openssl rand -base64 32. To replace one in use, put the new one first: NEW,OLD'
/** 32 random bytes as text have fewer different characters than this only once in many millions. */
const FEWEST_CHARACTERS = 12

export function checkSecret(environment: Environment): readonly Finding[] {
  const secrets = (environment.LATCHKEY_SECRET ?? '').split(',').filter(Boolean)
  if (secrets.length === 0) {
    return environment.NODE_ENV === 'production'
      ? [problem('secret', 'LATCHKEY_SECRET is not set, so the server will not start.', REMEDY)]
      : [
          advice(
            'secret',
            'LATCHKEY_SECRET is not set; development generates one in .latchkey/secret.',
            REMEDY,
          ),
        ]
  }
  return secrets.map((secret, at) => checkOne(secret, secrets.length === 1 ? 'secret' : `secret ${at + 1}`))
}

function checkOne(secret: string, about: string): Finding {
  const bytes = new TextEncoder().encode(secret).length
  if (bytes < 32) return problem(about, `it has ${bytes} bytes; at least 32 are needed.`, REMEDY)
  if (/change.?me|secret|password|example|1234/i.test(secret)) {
    return problem(about, 'it contains a word that attackers try first.', REMEDY)
  }
  const characters = new Set(secret).size
  if (characters < FEWEST_CHARACTERS) {
    return problem(about, `it is long enough, but has only ${characters} different characters.`, REMEDY)
  }
  if (secret !== secret.trim()) {
    return problem(about, 'it begins or ends with a space, which is part of the secret.', 'Remove the space.')
  }
  return fine(about, `${bytes} bytes, and it does not look guessable.`)
}
