// Who an identity is where there is no store to give it a user of its own.
import type { IdentityKey } from '../contracts/identity.ts'
import type { Platform } from '../crypto/platform.ts'

/** The same identity has the same user id at every sign-in, and no other identity has it. */
export async function identityUserId(
  { sha256 }: Pick<Platform, 'sha256'>,
  { issuer, subject }: IdentityKey,
): Promise<string> {
  return (await sha256(JSON.stringify([issuer, subject]))).slice(0, 32)
}
