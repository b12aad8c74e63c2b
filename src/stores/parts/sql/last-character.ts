// Where a list that is read from its end begins.

/** Sorts after every text that starts with what stands before it, byte by byte. */
export const LAST_CHARACTER = '\u{10FFFF}'
