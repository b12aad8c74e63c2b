// The subject in the ID token of the sign-in: a refreshed ID token must have the same one (OpenID Connect Core §12.2).
import { platform } from '../crypto/platform.ts'

/** Returns the `sub` of an ID token that was verified when it was received. Null if there is none. */
export function subjectOf(idToken: string | null): string | null {
  const bytes = platform.decodeBase64url(idToken?.split('.')[1] ?? '')
  if (!bytes || bytes.length === 0) return null
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const isRecord = typeof claims === 'object' && claims !== null && 'sub' in claims
  return isRecord && typeof claims.sub === 'string' ? claims.sub : null
}
