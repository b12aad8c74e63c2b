// Users, their linked accounts, sessions, and one-time marks. No index on an e-mail address is unique: people share
// addresses, and providers reassign them (OpenID Connect Core §5.7).
import { sql } from 'kysely'
import type { SqlTraits } from '../sql/database.ts'
import { createTable, type SchemaAccess } from './create-table.ts'

// In characters. A subject has at most 255 (OpenID Connect Core §2), an address 320 (RFC 5321 §4.5.3.1).
const HANDLE = 255
const ISSUER = 255
const SUBJECT = 255
const EMAIL = 320

export async function up(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  await createUsers(db, traits)
  await createAccounts(db, traits)
  await createFormerAccounts(db, traits)
  await createSessions(db, traits)
  await createUsedMarks(db, traits)
}

export async function down(db: SchemaAccess): Promise<void> {
  for (const name of ['used_marks', 'sessions', 'former_accounts', 'accounts', 'users']) {
    await db.schema.dropTable(`latchkey_${name}`).ifExists().execute()
  }
}

function createUsers(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_users',
    kind: 'keyed',
    columns: (table) =>
      table
        .addColumn('id', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('email', type.text)
        .addColumn('email_verified', type.flag, (column) => column.notNull())
        .addColumn('name', type.text)
        .addColumn('picture', type.text)
        .addColumn('created_at', type.milliseconds, (column) => column.notNull())
        // The application's own fields, as JSON: the application's schema describes them, not the database's.
        .addColumn('fields', type.text),
    indexes: [],
  })
}

function createAccounts(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_accounts',
    kind: 'standard',
    columns: (table) =>
      table
        .addColumn('id', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('user_id', type.handle, (column) => column.notNull())
        .addColumn('provider', type.text, (column) => column.notNull())
        .addColumn('issuer', type.issuer, (column) => column.notNull())
        .addColumn('subject', type.subject, (column) => column.notNull())
        .addColumn('email', type.text)
        .addColumn('email_verified', type.flag, (column) => column.notNull())
        .addColumn('verified_email_key', type.email)
        .addColumn('name', type.text)
        .addColumn('picture', type.text)
        .addColumn('linked_at', type.milliseconds, (column) => column.notNull())
        .addColumn('last_used_at', type.milliseconds, (column) => column.notNull())
        .addUniqueConstraint('latchkey_accounts_identity', ['issuer', 'subject'])
        .addForeignKeyConstraint('latchkey_accounts_user', ['user_id'], 'latchkey_users', ['id'], (key) =>
          key.onDelete('cascade'),
        ),
    indexes: [
      { name: 'latchkey_accounts_by_user', columns: ['user_id'] },
      {
        name: 'latchkey_accounts_by_email',
        columns: ['verified_email_key'],
        onlyWhereSet: 'verified_email_key',
      },
    ],
  })
}

/** Identities that were unlinked, each with the user that it belonged to. */
function createFormerAccounts(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_former_accounts',
    kind: 'keyed',
    columns: (table) =>
      table
        .addColumn('issuer', type.issuer, (column) => column.notNull())
        .addColumn('subject', type.subject, (column) => column.notNull())
        .addColumn('user_id', type.handle, (column) => column.notNull())
        .addPrimaryKeyConstraint('latchkey_former_accounts_key', ['issuer', 'subject', 'user_id'])
        .addForeignKeyConstraint(
          'latchkey_former_accounts_user',
          ['user_id'],
          'latchkey_users',
          ['id'],
          (key) => key.onDelete('cascade'),
        ),
    indexes: [{ name: 'latchkey_former_accounts_by_user', columns: ['user_id'] }],
  })
}

function createSessions(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_sessions',
    kind: 'standard',
    columns: (table) =>
      table
        .addColumn('id', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('secret_hash', type.text, (column) => column.notNull())
        .addColumn('user_id', type.handle, (column) => column.notNull())
        .addColumn('provider', type.text, (column) => column.notNull())
        .addColumn('issuer', type.issuer, (column) => column.notNull())
        .addColumn('subject', type.subject, (column) => column.notNull())
        .addColumn('provider_session_id', type.handle)
        .addColumn('created_at', type.milliseconds, (column) => column.notNull())
        .addColumn('authenticated_at', type.milliseconds, (column) => column.notNull())
        .addColumn('last_seen_at', type.milliseconds, (column) => column.notNull())
        .addColumn('expires_at', type.milliseconds, (column) => column.notNull())
        .addColumn('ends_at', type.milliseconds, (column) => column.notNull())
        .addColumn('acr', type.text)
        .addColumn('sealed_id_token', type.text)
        .addColumn('user_agent', type.text)
        .addColumn('client_address', type.text)
        .addForeignKeyConstraint('latchkey_sessions_user', ['user_id'], 'latchkey_users', ['id'], (key) =>
          key.onDelete('cascade'),
        ),
    indexes: [
      // No index on (issuer, subject): a provider's logout that names only a subject finds the sessions through their
      // user. Each index that includes every session costs a tenth of a login's time in the store.
      { name: 'latchkey_sessions_by_user', columns: ['user_id'] },
      {
        name: 'latchkey_sessions_by_provider_session',
        columns: ['issuer', 'provider_session_id'],
        onlyWhereSet: 'provider_session_id',
      },
      { name: 'latchkey_sessions_by_expiry', columns: ['expires_at'] },
    ],
  })
}

function createUsedMarks(db: SchemaAccess, traits: SqlTraits): Promise<void> {
  const type = columnTypes(traits)
  return createTable(db, traits, {
    name: 'latchkey_used_marks',
    kind: 'keyed',
    columns: (table) =>
      table
        .addColumn('mark', type.handle, (column) => column.notNull().primaryKey())
        .addColumn('expires_at', type.milliseconds, (column) => column.notNull()),
    indexes: [{ name: 'latchkey_used_marks_by_expiry', columns: ['expires_at'] }],
  })
}

function columnTypes({ columns }: SqlTraits) {
  return {
    handle: sql.raw(columns.key(HANDLE)),
    issuer: sql.raw(columns.key(ISSUER)),
    subject: sql.raw(columns.key(SUBJECT)),
    email: sql.raw(columns.key(EMAIL)),
    text: sql.raw(columns.text),
    flag: sql.raw(columns.flag),
    milliseconds: sql.raw(columns.milliseconds),
  }
}
