// A table's name in SQL that is written by hand.
import type { SqlTraits } from './database.ts'

export function qualifiedName({ schema }: Pick<SqlTraits, 'schema'>, table: string): string {
  return schema === undefined ? table : `"${schema.replaceAll('"', '""')}".${table}`
}
