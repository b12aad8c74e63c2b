// The upper bound of a prefix scan, for lists that are read from their end.

/** Appended to a prefix, the upper bound of a scan of all texts with that prefix. */
export const LAST_CHARACTER = '\u{10FFFF}'
