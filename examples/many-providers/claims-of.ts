// The claims of an ID token that Latchkey has verified. It is read here, not checked.

export type Claims = Readonly<Record<string, unknown>>

/** Null where there is no ID token. */
export function claimsOf(idToken: string | null): Claims | null {
  const payload = idToken?.split('.')[1]
  return payload ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : null
}
