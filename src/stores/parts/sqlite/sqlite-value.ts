// SQLite has no booleans.
import type { SqlValue } from '../sql/query.ts'

export function toSqliteValue(value: SqlValue): Exclude<SqlValue, boolean> {
  return typeof value === 'boolean' ? Number(value) : value
}
