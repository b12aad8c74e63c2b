// The differences between SQL dialects, for engines that run on another library's driver.
import { classifyMysqlError } from '../mysql/mysql-error.ts'
import { mysqlTraits } from '../mysql/mysql-traits.ts'
import { classifyPostgresError } from '../postgres/postgres-error.ts'
import { postgresTraits } from '../postgres/postgres-traits.ts'
import { classifySqliteError } from '../sqlite/sqlite-error.ts'
import { sqliteTraits } from '../sqlite/sqlite-traits.ts'
import { toSqliteValue } from '../sqlite/sqlite-value.ts'
import type { SqlLanguage, SqlTraits } from './database.ts'
import type { SqlValue } from './query.ts'
import type { SqlFailure } from './sql-failure.ts'
import { restoreNul, withoutNul } from './text-without-nul.ts'

export interface Language {
  readonly traits: SqlTraits
  readonly write: (value: SqlValue) => SqlValue
  /** May modify the row in place. */
  readonly read: <Row extends Record<string, unknown>>(row: Row) => Row
  readonly classify: (error: unknown) => SqlFailure
}

export const LANGUAGES: Readonly<Record<SqlLanguage, Language>> = {
  sqlite: { traits: sqliteTraits, write: toSqliteValue, read: (row) => row, classify: classifySqliteError },
  postgres: { traits: postgresTraits, write: withoutNul, read: restoreNul, classify: classifyPostgresError },
  mysql: { traits: mysqlTraits, write: (value) => value, read: (row) => row, classify: classifyMysqlError },
}
