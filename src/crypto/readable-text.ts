// Random text that people read out, type and search for: letters and digits only, none that looks like another.
import type { Platform } from './platform.ts'

/** Without i, l, o and u: 32 characters, 5 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function readableText(length: number, randomBytes: Platform['randomBytes']): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('')
}
