// Which migrations a database has seen. By hand, so that a start that finds nothing to do never loads Kysely.
import { MIGRATIONS_TABLE } from '../migrations/migrations-table.ts'
import type { SqlDatabase, SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'

export interface AppliedMigrations {
  readonly names: ReadonlySet<string>
  /** `another-tool`: there is no list, and the tables are there. The application's own migrations have made them. */
  readonly by: 'latchkey' | 'another-tool'
}

export async function listApplied(database: SqlDatabase): Promise<AppliedMigrations> {
  const noted = await listNoted(database)
  if (noted !== null) return { names: noted, by: 'latchkey' }
  const { listPresent } = await import('./list-present.ts')
  const present = await listPresent(database)
  return present ? { names: present, by: 'another-tool' } : { names: new Set(), by: 'latchkey' }
}

/** Null where there is no list. */
async function listNoted(database: SqlDatabase): Promise<ReadonlySet<string> | null> {
  try {
    const query = { sql: listNotedSql(database.traits), values: [], orNothing: false }
    const { rows } = await database.run<{ name: string }>(query)
    // A list further down the search path answers no rows, and is another application's.
    if (rows.length === 0 && database.traits.places) return null
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if (database.isMissingTable(error)) return null
    throw error
  }
}

/** Tables of another application, in a schema behind ours on the search path, are not ours. */
function listNotedSql(traits: SqlTraits): string {
  const select = `select name from ${qualifiedName(traits, MIGRATIONS_TABLE)}`
  return traits.schema === undefined && traits.places
    ? `${select} where ${traits.places.isCurrent(MIGRATIONS_TABLE)}`
    : select
}
