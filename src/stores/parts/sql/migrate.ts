// Applies and reverts migrations. Unless they are applied in batches, Kysely's Migrator takes the lock and keeps the list of
// applied migrations; it is loaded only when there is something to do.
import type { Kysely } from 'kysely'
import type { MigrationResultSet, Migrator } from 'kysely/migration'
import { LatchkeyError } from '../../../errors.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import { MIGRATIONS_TABLE } from '../migrations/migrations-table.ts'
import type { MigratorAccess, SqlDatabase, SqlTraits } from './database.ts'
import { type AppliedMigrations, listApplied } from './list-applied.ts'

const LOCK_TABLE = 'latchkey_migrations_lock'

/** Returns the names of the migrations that have not been applied to this database. */
export async function pendingMigrations(database: SqlDatabase): Promise<readonly string[]> {
  return pendingOf(await listApplied(database))
}

function pendingOf({ names }: AppliedMigrations): readonly string[] {
  return MIGRATIONS.map(({ name }) => name).filter((name) => !names.has(name))
}

/** Brings the schema up to date. Safe to call from many processes at once. Returns the names of the migrations that it applied. */
export async function applyMigrations(database: SqlDatabase): Promise<readonly string[]> {
  // Nearly every start finds nothing to do.
  const applied = await listApplied(database)
  const pending = pendingOf(applied)
  if (pending.length === 0) return []
  if (applied.by === 'another-tool') throw othersTables(pending)
  if (!database.openMigrator) {
    const { applyInBatches } = await import('./migrate-in-batches.ts')
    return applyInBatches(database, pending)
  }
  return runMigrator(database, database.openMigrator, (migrator) => migrator.migrateToLatest())
}

/** Reverts the newest migration and deletes its data. Returns its name, or an empty list if none is left. */
export async function revertMigration(database: SqlDatabase): Promise<readonly string[]> {
  const { names, by } = await listApplied(database)
  if (by === 'another-tool' && names.size > 0) throw othersTables([])
  if (!database.openMigrator) {
    const { revertInBatch } = await import('./migrate-in-batches.ts')
    return revertInBatch(database)
  }
  return runMigrator(database, database.openMigrator, (migrator) => migrator.migrateDown())
}

/** Returns `undefined` if the database has no schemas. */
async function findSchema({ traits, run }: Pick<SqlDatabase, 'traits' | 'run'>): Promise<string | undefined> {
  if (traits.schema !== undefined || !traits.places) return traits.schema
  const { rows } = await run<{ name: string | null }>({
    sql: traits.places.current,
    values: [],
    orNothing: false,
  })
  return rows[0]?.name ?? undefined
}

async function runMigrator(
  database: SqlDatabase,
  openMigrator: () => Promise<MigratorAccess>,
  run: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<readonly string[]> {
  const [{ Migrator }, migrations, { db, close }, schema] = await Promise.all([
    import('kysely/migration'),
    loadMigrations(database.traits),
    openMigrator.call(database),
    findSchema({ traits: database.traits, run: (query) => database.run(query) }),
  ])
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableName: MIGRATIONS_TABLE,
      migrationLockTableName: LOCK_TABLE,
      ...(schema !== undefined && { migrationTableSchema: schema }),
    })
    const { error, results = [] } = await run(migrator)
    if (error) throw migrationFailed(database, error)
    return results.map(({ migrationName }) => migrationName)
  } finally {
    await close()
  }
}

async function loadMigrations(traits: SqlTraits) {
  const entries = MIGRATIONS.map(async ({ name, load }) => {
    const { up, down } = await load()
    const there = (db: Kysely<unknown>) => (traits.schema === undefined ? db : db.withSchema(traits.schema))
    const steps = {
      up: (db: Kysely<unknown>) => up(there(db), traits),
      down: (db: Kysely<unknown>) => down(there(db)),
    }
    return [name, steps] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Tables that another tool created must be migrated with that tool. */
function othersTables(pending: readonly string[]): LatchkeyError {
  const detail = `The tables were made by another tool, since there is no ${MIGRATIONS_TABLE}; they lack what these migrations make: ${pending.join(', ')}. Bring them up to date there: latchkey schema`
  return new LatchkeyError('store_unavailable', { detail })
}

function migrationFailed({ traits }: SqlDatabase, cause: unknown): LatchkeyError {
  if (cause instanceof LatchkeyError) return cause
  const detail = `A migration of the ${traits.name} store failed; nothing was changed that it had not finished.`
  return new LatchkeyError('store_unavailable', { detail, cause })
}
