// The list of applied migrations in the format of Kysely's migrator, for code that applies migrations without it.
import { type Kysely, sql } from 'kysely'
import { MIGRATIONS_TABLE } from '../migrations/migrations-table.ts'
import type { SqlTraits } from './database.ts'

export async function createMigrationList(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable(MIGRATIONS_TABLE)
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute()
}

export async function noteApplied(
  db: Kysely<unknown>,
  { schema }: Pick<SqlTraits, 'schema'>,
  { name, now }: { readonly name: string; readonly now: Date },
): Promise<void> {
  const columns = sql.join([sql.ref('name'), sql.ref('timestamp')])
  const values = sql.join([sql.lit(name), sql.lit(now.toISOString())])
  await sql`insert into ${listIn(schema)} (${columns}) values (${values})`.execute(db)
}

export async function noteReverted(
  db: Kysely<unknown>,
  { schema }: Pick<SqlTraits, 'schema'>,
  name: string,
): Promise<void> {
  await sql`delete from ${listIn(schema)} where ${sql.ref('name')} = ${sql.lit(name)}`.execute(db)
}

/** Kysely does not add the schema to raw SQL. */
function listIn(schema: string | undefined) {
  return schema === undefined ? sql.id(MIGRATIONS_TABLE) : sql.id(schema, MIGRATIONS_TABLE)
}
