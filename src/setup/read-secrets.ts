// The secrets that cookies and tokens are sealed with.
import { LatchkeyError } from '../errors.ts'
import { isOnLoopback } from '../web/loopback.ts'

export interface SecretPlace {
  readonly isProduction: boolean
  readonly origin: string | null
}

/**
 * Returns the secrets, newest first; none in development if none is configured.
 *
 * @throws LatchkeyError `config_secret_missing`, `config_secret_weak`
 */
export function readSecrets(
  secret: string | readonly string[] | undefined,
  { isProduction, origin }: SecretPlace,
): readonly string[] {
  const secrets = typeof secret === 'string' ? secret.split(',') : [...(secret ?? [])]
  if (secrets.length === 0 || (secrets.length === 1 && secrets[0] === '')) {
    const isLoopback = origin === null || isOnLoopback(origin)
    // A generated secret is for a developer's own machine only.
    if (isProduction || !isLoopback) throw new LatchkeyError('config_secret_missing')
    return []
  }
  for (const text of secrets) {
    if (new TextEncoder().encode(text).length < 32) throw new LatchkeyError('config_secret_weak')
  }
  return Object.freeze(secrets)
}
