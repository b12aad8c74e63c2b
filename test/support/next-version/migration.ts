// A made-up migration for tests, such as the next version might have: a nullable column, one with a default, and a table that
// references an older one.
import { sql } from 'kysely'
import { createTable, type SchemaAccess } from '../../../src/stores/parts/migrations/create-table.ts'
import type { SqlTraits } from '../../../src/stores/parts/sql/database.ts'

const HANDLE = 255

export async function up(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const { columns } = traits
  const handle = sql.raw(columns.key(HANDLE))
  await db.schema.alterTable('latchkey_sessions').addColumn('device_name', sql.raw(columns.text)).execute()
  await db.schema
    .alterTable('latchkey_users')
    .addColumn('visits', sql.raw(columns.milliseconds), (column) => column.notNull().defaultTo(0))
    .execute()
  await createTable(db, traits, {
    name: 'latchkey_notes',
    kind: 'standard',
    columns: (table) =>
      table
        .addColumn('id', handle, (column) => column.notNull().primaryKey())
        .addColumn('user_id', handle, (column) => column.notNull())
        .addForeignKeyConstraint('latchkey_notes_user', ['user_id'], 'latchkey_users', ['id'], (key) =>
          key.onDelete('cascade'),
        ),
    indexes: [{ name: 'latchkey_notes_by_user', columns: ['user_id'] }],
  })
}

export async function down(db: SchemaAccess): Promise<void> {
  await db.schema.dropTable('latchkey_notes').ifExists().execute()
  await db.schema.alterTable('latchkey_users').dropColumn('visits').execute()
  await db.schema.alterTable('latchkey_sessions').dropColumn('device_name').execute()
}
