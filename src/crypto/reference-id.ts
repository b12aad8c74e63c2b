// The reference id of a request, which people read aloud, type and search for. It has no dashes, because the command that searches
// for it would take an id that begins with a dash for an option.
import type { Platform } from './platform.ts'
import { readableText } from './readable-text.ts'

const length = 10

/** Ten characters: 50 bits, enough to tell the requests in a log apart. Not a security measure. */
export function referenceId(randomBytes: Platform['randomBytes']): string {
  return readableText(length, randomBytes)
}
