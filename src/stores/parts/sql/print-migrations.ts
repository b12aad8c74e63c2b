// Prints migrations as plain SQL, for applications that use another migration tool: the same steps, recorded instead of
// run, without opening a database.
import type { CompiledQuery } from 'kysely'
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlTraits } from './database.ts'
import { createMigrationList, noteApplied } from './migration-list.ts'
import { recordStatements } from './record-statements.ts'

/** Returns all migrations in order, each below a comment with its name. */
export async function printMigrations(traits: SqlTraits, now: Date): Promise<string> {
  const parts = [textOf(await recordStatements(traits, createMigrationList))]
  for (const { name, load } of MIGRATIONS) {
    const { up } = await load()
    const statements = await recordStatements(traits, async (db) => {
      await up(db, traits)
      await noteApplied(db, traits, { name, now })
    })
    parts.push(`-- ${name}\n${textOf(statements)}`)
  }
  return parts.join('\n')
}

function textOf(statements: readonly CompiledQuery[]): string {
  return statements.map(({ sql }) => `${sql};\n`).join('')
}
