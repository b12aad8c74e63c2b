// The tokens of linked accounts, sealed, and the leases under which they are refreshed.
import { sql } from 'kysely'
import type { SqlTraits } from '../sql/database.ts'
import { createTable, type SchemaAccess } from './create-table.ts'

// In characters, as in 0001.
const HANDLE = 255

export async function up(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  await createTokens(db, traits)
  await createLeases(db, traits)
}

export async function down(db: SchemaAccess): Promise<void> {
  for (const name of ['leases', 'tokens']) {
    await db.schema.dropTable(`latchkey_${name}`).ifExists().execute()
  }
}

function createTokens(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_tokens',
    kind: 'standard',
    columns: (table) =>
      table
        .addColumn('account_id', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('user_id', type.handle, (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('sealed_access_token', type.text)
        .addColumn('sealed_refresh_token', type.text)
        .addColumn('sealed_id_token', type.text)
        .addColumn('scopes', type.text, (column) => column.notNull())
        .addColumn('expires_at', type.milliseconds)
        .addColumn('revoked_at', type.milliseconds)
        .addColumn('updated_at', type.milliseconds, (column) => column.notNull())
        .addForeignKeyConstraint(
          'latchkey_tokens_account',
          ['account_id'],
          'latchkey_accounts',
          ['id'],
          (key) => key.onDelete('cascade'),
        ),
    indexes: [],
  })
}

function createLeases(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_leases',
    kind: 'keyed',
    columns: (table) =>
      table
        .addColumn('name', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('owner_id', type.handle, (column) => column.notNull())
        .addColumn('fence', 'integer', (column) => column.notNull())
        .addColumn('expires_at', type.milliseconds, (column) => column.notNull()),
    indexes: [{ name: 'latchkey_leases_by_expiry', columns: ['expires_at'] }],
  })
}

function columnTypes({ columns }: SqlTraits) {
  return {
    handle: sql.raw(columns.key(HANDLE)),
    text: sql.raw(columns.text),
    milliseconds: sql.raw(columns.milliseconds),
  }
}
