// Handles that sort by creation time: an index over them grows at one end, so that an insert finds its pages in memory however many
// rows there are.
import { type Platform, randomText } from './platform.ts'

/** The characters of base64url in the order of their bytes. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
/** Enough for milliseconds until 2109; then the order starts again, which no code relies on. */
const TIME_CHARACTERS = 7

/** 22 characters of base64url with 88 random bits. The time can be read from it: it is a handle, not a secret. */
export function timeOrderedHandle(moment: number, { randomBytes }: Pick<Platform, 'randomBytes'>): string {
  let time = ''
  let rest = Math.max(0, Math.floor(moment))
  while (time.length < TIME_CHARACTERS) {
    time = DIGITS.charAt(rest % DIGITS.length) + time
    rest = Math.floor(rest / DIGITS.length)
  }
  return time + randomText(11, randomBytes)
}
