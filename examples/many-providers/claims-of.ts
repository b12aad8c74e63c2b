// Reads the claims of an ID token that Latchkey has already verified. Nothing is checked here.

export type Claims = Readonly<Record<string, unknown>>

/** Null if there is no ID token. */
export function claimsOf(idToken: string | null): Claims | null {
  const payload = idToken?.split('.')[1]
  return payload ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : null
}
