// Random text that people read aloud, type and search for: only letters and digits, without characters that look alike.
import type { Platform } from './platform.ts'

/** Without i, l, o and u: 32 characters, 5 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function readableText(length: number, randomBytes: Platform['randomBytes']): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('')
}
