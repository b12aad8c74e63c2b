// Up to two letters instead of a picture. Pictures are on other hosts: loading one would show that host who visits which page, and
// the Content-Security-Policy blocks it.
import { plainText } from '../web/plain-text.ts'

/** The first letters of the first and the last word of the name, or of the e-mail address; null if there are none. */
export function initials(user: {
  readonly name: string | null
  readonly email: string | null
}): string | null {
  const words = plainText(user.name ?? '').match(/[\p{L}\p{N}][^\s]*/gu) ?? []
  const [first, last] = [words[0], words.at(-1)]
  if (first !== undefined && last !== undefined) {
    return firstLetter(first) + (words.length > 1 ? firstLetter(last) : '')
  }
  const letter = plainText(user.email ?? '').match(/[\p{L}\p{N}]/u)
  return letter === null ? null : firstLetter(letter[0])
}

function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase()
}
