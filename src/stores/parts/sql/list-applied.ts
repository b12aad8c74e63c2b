// Lists the migrations that were applied to a database. Written by hand, so that a start with nothing to do never loads Kysely.
import { MIGRATIONS_TABLE } from '../migrations/migrations-table.ts'
import type { SqlDatabase, SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'

export interface AppliedMigrations {
  readonly names: ReadonlySet<string>
  /** `another-tool`: the tables exist but the list does not, so the application's own migrations created them. */
  readonly by: 'latchkey' | 'another-tool'
}

export async function listApplied(database: SqlDatabase): Promise<AppliedMigrations> {
  const noted = await listNoted(database)
  if (noted !== null) return { names: noted, by: 'latchkey' }
  const { listPresent } = await import('./list-present.ts')
  const present = await listPresent(database)
  return present ? { names: present, by: 'another-tool' } : { names: new Set(), by: 'latchkey' }
}

/** Returns `null` if there is no list. */
async function listNoted(database: SqlDatabase): Promise<ReadonlySet<string> | null> {
  try {
    const query = { sql: listNotedSql(database.traits), values: [], orNothing: false }
    const { rows } = await database.run<{ name: string }>(query)
    // A list further down the search path returns no rows here; it belongs to another application.
    if (rows.length === 0 && database.traits.places) return null
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if (database.isMissingTable(error)) return null
    throw error
  }
}

/** Ignores the list of another application in a schema further down the search path. */
function listNotedSql(traits: SqlTraits): string {
  const select = `select name from ${qualifiedName(traits, MIGRATIONS_TABLE)}`
  return traits.schema === undefined && traits.places
    ? `${select} where ${traits.places.isCurrent(MIGRATIONS_TABLE)}`
    : select
}
