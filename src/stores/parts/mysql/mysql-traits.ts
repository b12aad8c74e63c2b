// What MySQL and MariaDB do their own way. Keys are bytes: every collation of theirs that is not binary takes different
// texts for the same one, and most take trailing spaces for nothing.
import type { SqlTraits } from '../sql/database.ts'

const BYTES_PER_CHARACTER = 4
const tableEnding = 'engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin'

export const mysqlTraits: SqlTraits = {
  name: 'mysql',
  language: 'mysql',
  firstPlaceholder: '?',
  hasOnConflict: false,
  hasRowLocks: true,
  hasInlineIndexes: true,
  mostValues: 1000,
  columns: {
    key: (characters) => `varbinary(${characters * BYTES_PER_CHARACTER})`,
    text: 'mediumtext',
    flag: 'boolean',
    milliseconds: 'bigint',
  },
  tableEnding: { standard: tableEnding, keyed: tableEnding },
}
