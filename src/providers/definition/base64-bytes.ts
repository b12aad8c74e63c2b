// Base64, with the white space that PEM has in it, as bytes (RFC 4648 §4).

/** Null for what is no base64. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
