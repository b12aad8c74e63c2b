// Applies migrations where CREATE TABLE is part of a transaction: each is one unit of work, which begins with the note that it
// is applied. Of two processes that apply the same one, the second cannot write that note, and nothing of its work stays.
import type { CompiledQuery } from 'kysely'
import { LatchkeyError } from '../../../errors.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlDatabase } from './database.ts'
import { listApplied } from './list-applied.ts'
import { createMigrationList, noteApplied, noteReverted } from './migration-list.ts'
import { recordStatements } from './record-statements.ts'

/** Answers which it applied itself. */
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

/** Answers the name of the newest, or nothing where none is applied. */
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

/** What a newer version has made cannot be built on, nor taken back, by who does not know it. */
function refuseUnknown({ traits }: SqlDatabase, applied: ReadonlySet<string>): void {
  const unknown = [...applied].find((name) => MIGRATIONS.every((known) => known.name !== name))
  if (unknown === undefined) return
  const detail = `The ${traits.name} store has the migration ${unknown}, which this version of Latchkey does not know.`
  throw new LatchkeyError('store_unavailable', { detail })
}

/** False: another process has done it meanwhile. */
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
