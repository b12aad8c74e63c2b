// A table's name, with its schema if there is one, for hand-written SQL.
import type { SqlTraits } from './database.ts'

export function qualifiedName({ schema }: Pick<SqlTraits, 'schema'>, table: string): string {
  return schema === undefined ? table : `"${schema.replaceAll('"', '""')}".${table}`
}
