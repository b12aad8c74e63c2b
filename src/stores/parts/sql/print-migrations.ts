// Migrations as plain SQL, for those who apply it with tools of their own: the same steps, written down instead of
// run, and no database is opened.
import type { CompiledQuery } from 'kysely'
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlTraits } from './database.ts'
import { createMigrationList, noteApplied } from './migration-list.ts'
import { recordStatements } from './record-statements.ts'

/** All migrations, in order, each under a comment with its name. They may be run again where they were run before. */
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
