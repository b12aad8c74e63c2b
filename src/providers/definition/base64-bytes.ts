// Decodes base64 (RFC 4648 §4) that may contain white space, as PEM does.

/** Returns `null` if the text is not base64. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
