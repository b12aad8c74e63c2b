// Where PostgreSQL differs. The collation "C" compares byte by byte, independently of the database's locale.
import type { SqlTraits } from '../sql/database.ts'

export const postgresTraits: SqlTraits = {
  name: 'postgres',
  language: 'postgres',
  firstPlaceholder: '$1',
  hasOnConflict: true,
  hasRowLocks: true,
  hasInlineIndexes: false,
  places: {
    current: 'select current_schema() as name',
    isCurrent: (table) => `tableoid = to_regclass(quote_ident(current_schema()) || '.${table}')`,
  },
  mostValues: 1000,
  columns: { key: () => 'text collate "C"', text: 'text', flag: 'boolean', milliseconds: 'bigint' },
  tableEnding: { standard: '', keyed: '' },
}
