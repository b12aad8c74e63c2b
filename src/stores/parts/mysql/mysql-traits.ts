// Where MySQL and MariaDB differ. Keys are bytes: every collation that is not binary treats some different texts as equal,
// and most ignore trailing spaces.
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
