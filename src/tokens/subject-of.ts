// Whom the ID token of the sign-in named: a refreshed one must name the same (OpenID Connect Core §12.2).
import { platform } from '../crypto/platform.ts'

/** The `sub` of an ID token that was verified when it came. Null where there is none. */
export function subjectOf(idToken: string | null): string | null {
  const bytes = platform.decodeBase64url(idToken?.split('.')[1] ?? '')
  if (!bytes || bytes.length === 0) return null
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const isRecord = typeof claims === 'object' && claims !== null && 'sub' in claims
  return isRecord && typeof claims.sub === 'string' ? claims.sub : null
}
