// The audit trail. Its user ids are no foreign keys, since entries outlive their users.
import { sql } from 'kysely'
import type { SqlTraits } from '../sql/database.ts'
import { createTable, type SchemaAccess } from './create-table.ts'

// In characters, as in 0001.
const HANDLE = 255

export async function up(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const { columns } = traits
  const handle = sql.raw(columns.key(HANDLE))
  const text = sql.raw(columns.text)
  await createTable(db, traits, {
    name: 'latchkey_audit',
    kind: 'keyed',
    columns: (table) =>
      table
        .addColumn('id', handle, (column) => column.notNull().primaryKey())
        .addColumn('happened_at', sql.raw(columns.milliseconds), (column) => column.notNull())
        .addColumn('type', text, (column) => column.notNull())
        .addColumn('user_id', handle, (column) => column.notNull())
        .addColumn('session_id', text)
        .addColumn('account_id', text)
        .addColumn('provider', text)
        .addColumn('reason', text)
        .addColumn('reference_id', text)
        .addColumn('user_agent', text)
        .addColumn('client_address', text),
    indexes: [{ name: 'latchkey_audit_by_user', columns: ['user_id', 'id'] }],
  })
}

export async function down(db: SchemaAccess): Promise<void> {
  await db.schema.dropTable('latchkey_audit').ifExists().execute()
}
