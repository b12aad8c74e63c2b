// PostgreSQL's text cannot hold U+0000 (https://www.postgresql.org/docs/current/datatype-character.html), and some drivers of
// SQLite end a text there. JSON, and so a provider's claim, can hold it. It is written as a noncharacter (Unicode §23.7, never interchanged) and a digit, and read back.

const ESCAPE = '\u{10FFFE}'
const escaped = /[\0\u{10FFFE}]/gu
const written = /\u{10FFFE}([01])/gu

/** The value as every database can keep it. Two texts never become one. */
export function withoutNul<Value>(value: Value): Value | string {
  if (typeof value !== 'string' || !(value.includes('\0') || value.includes(ESCAPE))) return value
  return value.replace(escaped, (character) => `${ESCAPE}${character === '\0' ? 0 : 1}`)
}

/** Puts back what `withoutNul` wrote, in the row itself. */
export function restoreNul<Row extends Record<string, unknown>>(row: Row): Row {
  for (const column in row) {
    const value: unknown = row[column]
    if (typeof value !== 'string' || !value.includes(ESCAPE)) continue
    const text = value.replace(written, (_, digit) => (digit === '0' ? '\0' : ESCAPE))
    Object.assign(row, { [column]: text })
  }
  return row
}
