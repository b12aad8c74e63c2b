// The upper bound of a prefix scan, for lists that are read from their end.

/** A prefix followed by this character is an upper bound for all texts with that prefix. */
export const LAST_CHARACTER = '\u{10FFFF}'
