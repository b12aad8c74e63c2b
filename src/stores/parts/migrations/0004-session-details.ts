// Further details of the sign-in that started a session, as JSON; null if there are none.
import { sql } from 'kysely'
import type { SqlTraits } from '../sql/database.ts'
import type { SchemaAccess } from './create-table.ts'

export async function up(db: SchemaAccess, { columns }: SqlTraits): Promise<void> {
  await db.schema.alterTable('latchkey_sessions').addColumn('details', sql.raw(columns.text)).execute()
}

export async function down(db: SchemaAccess): Promise<void> {
  await db.schema.alterTable('latchkey_sessions').dropColumn('details').execute()
}
