// Opaque values that cannot be guessed (RFC 6749 §10.10): codes, tokens, session and interaction ids.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits as base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as base64url: the S256 challenge of a verifier (RFC 7636 §4.2). */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Compares secrets in constant time. */
export function equalSecrets(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
