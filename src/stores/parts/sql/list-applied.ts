// Which migrations a database has seen. By hand, so that a start that finds nothing to do never loads Kysely.
import { MIGRATIONS_TABLE } from '../migrations/migrations-table.ts'
import type { SqlDatabase, SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'

export async function listApplied(database: SqlDatabase): Promise<ReadonlySet<string>> {
  try {
    const query = { sql: listAppliedSql(database.traits), values: [], orNothing: false }
    const { rows } = await database.run<{ name: string }>(query)
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if (database.isMissingTable(error)) return new Set()
    throw error
  }
}

/** Tables of another application, in a schema behind ours on the search path, are not ours. */
function listAppliedSql(traits: SqlTraits): string {
  const select = `select name from ${qualifiedName(traits, MIGRATIONS_TABLE)}`
  return traits.schema === undefined && traits.places
    ? `${select} where ${traits.places.isCurrent(MIGRATIONS_TABLE)}`
    : select
}
