// Writes the tables as plain SQL, for other migration tools.
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlTraits } from '../sql/database.ts'
import { recordStatements } from '../sql/record-statements.ts'

export async function writeSql(traits: SqlTraits): Promise<string> {
  const parts: string[] = []
  for (const { name, load } of MIGRATIONS) {
    const { up } = await load()
    const statements = await recordStatements(traits, (db) => up(db, traits))
    parts.push(`-- ${name}\n${statements.map(({ sql }) => `${sql};`).join('\n')}`)
  }
  return parts.join('\n\n')
}
