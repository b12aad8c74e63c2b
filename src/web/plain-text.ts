// Text from outside (names, e-mail addresses, user agents) made fit to be shown: bounded, and without characters that
// are not seen but change what is. Escaping is the template's work. Unicode TR 36 §2.6 (bidirectional text spoofing).

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g

/** Controls, and halves of a surrogate pair: they would change on their way into a store, or be refused there. */
const unstorable = /[\p{Cc}\p{Cs}]/u

export function isStorable(text: string): boolean {
  return !unstorable.test(text)
}

/** The text on one line, without control and direction-overriding characters, at most `maxCharacters` long. */
export function plainText(text: string, maxCharacters = 120): string {
  // A megabyte must not be searched and split for the sake of its first line; a code point has two units at most.
  const start = text.slice(0, maxCharacters * 4)
  const characters = Array.from(start.replace(/\s+/g, ' ').replace(unseen, '').trim())
  const isWhole = start.length === text.length && characters.length <= maxCharacters
  return isWhole ? characters.join('') : `${characters.slice(0, maxCharacters - 1).join('')}…`
}
