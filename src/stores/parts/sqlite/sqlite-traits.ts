// Where SQLite differs. STRICT enforces the type of each column; text is compared byte by byte.
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
  // WITHOUT ROWID stores rows in the key's index: one page less to write, but slow for wide rows such as sessions (measured).
  tableEnding: { standard: 'strict', keyed: 'strict, without rowid' },
}
