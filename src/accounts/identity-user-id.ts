// The user id of an identity if there is no store.
import type { IdentityKey } from '../contracts/identity.ts'
import type { Platform } from '../crypto/platform.ts'

/** The id is the same at every sign-in, and unique to the identity. */
export async function identityUserId(
  { sha256 }: Pick<Platform, 'sha256'>,
  { issuer, subject }: IdentityKey,
): Promise<string> {
  return (await sha256(JSON.stringify([issuer, subject]))).slice(0, 32)
}
