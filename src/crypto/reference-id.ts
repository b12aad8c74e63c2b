// The id of a request that people read out, type and search for: letters and digits only, none that looks like another. A
// word with a dash at its front would be an option of the command that searches for it.
import type { Platform } from './platform.ts'

/** Without i, l, o and u: 32 characters, 5 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 10

/** Ten characters: 50 bits, enough to tell the requests of a log apart. It protects nothing. */
export function referenceId(randomBytes: Platform['randomBytes']): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('')
}
