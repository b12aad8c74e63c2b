// PostgreSQL's text cannot contain U+0000 (https://www.postgresql.org/docs/current/datatype-character.html), and some SQLite
// drivers cut a text off there. JSON, and therefore a provider's claim, can contain it. It is written as a noncharacter (Unicode
// §23.7, never interchanged) and a digit, and restored when read.

const ESCAPE = '\u{10FFFE}'
const escaped = /[\0\u{10FFFE}]/gu
const written = /\u{10FFFE}([01])/gu

/** Escapes the value so that every database can store it. Different texts stay different. */
export function withoutNul<Value>(value: Value): Value | string {
  if (typeof value !== 'string' || !(value.includes('\0') || value.includes(ESCAPE))) return value
  return value.replace(escaped, (character) => `${ESCAPE}${character === '\0' ? 0 : 1}`)
}

/** Reverses `withoutNul`, in the row itself. */
export function restoreNul<Row extends Record<string, unknown>>(row: Row): Row {
  for (const column in row) {
    const value: unknown = row[column]
    if (typeof value !== 'string' || !value.includes(ESCAPE)) continue
    const text = value.replace(written, (_, digit) => (digit === '0' ? '\0' : ESCAPE))
    Object.assign(row, { [column]: text })
  }
  return row
}
