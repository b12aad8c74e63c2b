// Verifies the signature of a JWT with the provider's published keys, and looks for new keys once when none fits.
// The key never comes from the token's own header (CVE-2026-27962). OpenID Connect Core §10.1.1; CASES D4–D9, E5.
import type { JWKS } from 'oauth4webapi'
import type { Conversation, ProviderConnection } from './connection.ts'
import type { KeyPurpose, KeySet } from './key-set.ts'
import { isKeyMissing } from './translate-error.ts'

/** Verifies the JWT inside of `response`, which the protocol library has just processed; that very object, no copy. */
export function verifyResponseSignature(
  { keys }: ProviderConnection,
  { oauth, server, options }: Conversation,
  { response, kid }: { readonly response: Response; readonly kid: unknown },
): Promise<void> {
  const { issuer, jwks_uri = '' } = server
  return withKeys(keys, { purpose: 'login', kid }, (jwks) =>
    // A new object each time: the library remembers keys by it, and fetches on its own when it thinks them old.
    oauth.validateApplicationLevelSignature({ issuer, jwks_uri }, response, {
      ...options,
      [oauth.jwksCache]: { jwks, uat: Math.floor(Date.now() / 1000) },
    }),
  )
}

/** Runs `verify` with the keys, and once more with newer ones when it misses a key. */
export async function withKeys<T>(
  keys: KeySet,
  { purpose, kid }: { readonly purpose: KeyPurpose; readonly kid: unknown },
  verify: (jwks: JWKS) => Promise<T>,
): Promise<T> {
  const jwks = await keys.current(purpose)
  try {
    return await verify(jwks)
  } catch (error) {
    const newer = isKeyMissing(error, kid) ? await keys.newerThan(jwks, purpose) : null
    if (newer === null) throw error
    return verify(newer)
  }
}
