// What SQLite does its own way. STRICT keeps each column to its type; its text is compared byte for byte.
import type { SqlTraits } from '../sql/database.ts'

export const sqliteTraits: SqlTraits = {
  name: 'sqlite',
  language: 'sqlite',
  firstPlaceholder: '?',
  hasOnConflict: true,
  hasRowLocks: false,
  hasInlineIndexes: false,
  mostValues: 1000,
  columns: { key: () => 'text', text: 'text', flag: 'integer', milliseconds: 'integer' },
  // Without a row id the key is the table: one page less to write, but slow for wide rows such as sessions (measured).
  tableEnding: { standard: 'strict', keyed: 'strict, without rowid' },
}
