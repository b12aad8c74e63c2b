// The id of a request that people read out, type and search for. A word with a dash at its front would be an option of the
// command that searches for it.
import type { Platform } from './platform.ts'
import { readableText } from './readable-text.ts'

const length = 10

/** Ten characters: 50 bits, enough to tell the requests of a log apart. It protects nothing. */
export function referenceId(randomBytes: Platform['randomBytes']): string {
  return readableText(length, randomBytes)
}
