// Prepares text from outside (names, e-mail addresses, user agents) for display: limited in length, and without invisible characters
// that change how text looks. The template escapes it. Unicode TR 36 §2.6 (bidirectional text spoofing).

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g

/** Control characters and halves of a surrogate pair: a store may change or refuse them. */
const unstorable = /[\p{Cc}\p{Cs}]/u

export function isStorable(text: string): boolean {
  return !unstorable.test(text)
}

/** The text on one line, without control and direction-override characters, at most `maxCharacters` long. */
export function plainText(text: string, maxCharacters = 120): string {
  // Cut first, so that a megabyte is not searched for one line; a code point has at most two units.
  const start = text.slice(0, maxCharacters * 4)
  const characters = Array.from(start.replace(/\s+/g, ' ').replace(unseen, '').trim())
  const isWhole = start.length === text.length && characters.length <= maxCharacters
  return isWhole ? characters.join('') : `${characters.slice(0, maxCharacters - 1).join('')}…`
}
