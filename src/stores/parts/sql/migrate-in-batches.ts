// Applies migrations on databases whose transactions include CREATE TABLE. Each migration is one unit of work, which first records
// it as applied. If two processes apply the same one, the second fails to record it, and all of its work is rolled back.
import type { CompiledQuery } from 'kysely'
import { LatchkeyError } from '../../../errors.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlDatabase } from './database.ts'
import { listApplied } from './list-applied.ts'
import { createMigrationList, noteApplied, noteReverted } from './migration-list.ts'
import { recordStatements } from './record-statements.ts'

/** Returns the migrations that this call applied. */
export async function applyInBatches(
  database: SqlDatabase,
  pending: readonly string[],
): Promise<readonly string[]> {
  refuseUnknown(database, (await listApplied(database)).names)
  const applied: string[] = []
  for (const { name, load } of MIGRATIONS) {
    if (!pending.includes(name)) continue
    const { up } = await load()
    const statements = await recordStatements(database.traits, async (db) => {
      const { schema } = database.traits
      if (schema !== undefined) await db.schema.createSchema(schema).ifNotExists().execute()
      await createMigrationList(db)
      await noteApplied(db, database.traits, { name, now: new Date() })
      await up(db, database.traits)
    })
    if (await isDone(database, name, statements)) applied.push(name)
  }
  return applied
}

/** Reverts the newest migration. Returns its name, or an empty list if none is applied. */
export async function revertInBatch(database: SqlDatabase): Promise<readonly string[]> {
  const { names: applied } = await listApplied(database)
  refuseUnknown(database, applied)
  const newest = MIGRATIONS.findLast(({ name }) => applied.has(name))
  if (!newest) return []
  const { down } = await newest.load()
  const statements = await recordStatements(database.traits, async (db) => {
    await noteReverted(db, database.traits, newest.name)
    await down(db)
  })
  await database.atomically(statements.map(toStep))
  return [newest.name]
}

/** Refuses a database that a newer version of Latchkey has migrated: this version can neither extend nor revert it. */
function refuseUnknown({ traits }: SqlDatabase, applied: ReadonlySet<string>): void {
  const unknown = [...applied].find((name) => MIGRATIONS.every((known) => known.name !== name))
  if (unknown === undefined) return
  const detail = `The ${traits.name} store has the migration ${unknown}, which this version of Latchkey does not know.`
  throw new LatchkeyError('store_unavailable', { detail })
}

/** Returns `false` if another process has applied it in the meantime. */
async function isDone(
  database: SqlDatabase,
  name: string,
  statements: readonly CompiledQuery[],
): Promise<boolean> {
  try {
    await database.atomically(statements.map(toStep))
    return true
  } catch (cause) {
    if ((await listApplied(database)).names.has(name)) return false
    const detail = `The migration ${name} of the ${database.traits.name} store failed, and nothing of it was kept.`
    throw new LatchkeyError('store_unavailable', { detail, cause })
  }
}

function toStep({ sql }: CompiledQuery) {
  return { query: { sql, values: [], orNothing: false } }
}
