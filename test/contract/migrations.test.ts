// Rules for every migration, so that servers of the previous version keep working on the new schema during a rolling
// update: a migration only adds, and its additions must not break a server that does not know them.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { MIGRATIONS } from '../../src/stores/parts/migrations/list.ts'
import { isSqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import { storeFromUrl } from '../../src/stores/parts/store-from-url.ts'
import { runSql } from '../support/database-servers.ts'
import { migrateWithNextVersion } from '../support/next-version.ts'

/** Migrations that remove what the previous version no longer used: the second half of a change. */
const contracting: readonly string[] = []

/** No server listens at these addresses, and the test contacts none. */
const urls = ['sqlite:unused.db', 'postgres://nobody@127.0.0.1:1/app', 'mysql://nobody@127.0.0.1:1/app']

/** Returns why an older server could not work with this statement; null if it could. */
function objectionTo(statement: string): string | null {
  const text = statement.trim().toLowerCase().replaceAll(/["`]/g, '')
  if (text.startsWith('insert into latchkey_migrations ')) return null
  // Deleting a row that the older server knows must not fail because of rows that it does not know.
  for (const [, ending = ''] of text.matchAll(/ references \w+ \([^)]*\)( on delete \w+( \w+)?)?/g)) {
    if (!/cascade|set null/.test(ending)) return 'a reference that forbids deleting'
  }
  if (/^create table if not exists \w+ \(/.test(text)) return null
  if (/^create index if not exists /.test(text)) return null
  const added = /^alter table \w+ add column \w+ (.*)$/.exec(text)?.[1]
  if (added === undefined) return 'neither a new table, a new column nor an index that only finds'
  if (/\bunique\b|\bprimary key\b/.test(added)) return 'a column that refuses rows'
  if (/\bnot null\b/.test(added) && !/\bdefault\b/.test(added)) return 'a column that has to be given'
  return null
}

function statementsOf(printed: string): readonly string[] {
  return printed
    .split(';\n')
    .map((statement) => statement.replaceAll(/^-- .*$/gm, '').trim())
    .filter(Boolean)
}

test('every migration only adds, on every database', async () => {
  for (const url of urls) {
    const [, ...printed] = await printedFor(url)
    assert.equal(printed.length, MIGRATIONS.length)
    for (const [index, { name }] of MIGRATIONS.entries()) {
      if (contracting.includes(name)) continue
      for (const statement of statementsOf(printed[index] ?? '')) {
        assert.equal(objectionTo(statement), null, `${url} ${name}: ${statement}`)
      }
    }
  }
})

test('the migration of the next version that tests make up keeps that too', async () => {
  for (const url of urls) {
    const statements = statementsOf(await migrateWithNextVersion(url, '--print'))
    assert.ok(statements.some((statement) => /add column/i.test(statement)))
    for (const statement of statements) assert.equal(objectionTo(statement), null, statement)
  }
})

test('what an older server could not work beside is objected to', () => {
  const refused = [
    'drop table "latchkey_audit"',
    'alter table "latchkey_users" drop column "name"',
    'alter table "latchkey_users" rename column "name" to "full_name"',
    'alter table "latchkey_users" rename to "latchkey_people"',
    'alter table "latchkey_users" alter column "email" set not null',
    'alter table "latchkey_users" add column "plan" text not null',
    'alter table "latchkey_users" add column "handle" text unique',
    'alter table "latchkey_users" add constraint "one_email" unique ("email")',
    'create unique index if not exists "one_email" on "latchkey_users" ("email")',
    'create table if not exists "notes" ("user_id" text references "latchkey_users" ("id"))',
    'create table if not exists "notes" ("user_id" text references "latchkey_users" ("id") on delete restrict)',
    'update "latchkey_users" set "email" = lower("email")',
    'delete from "latchkey_sessions"',
  ]
  for (const statement of refused) assert.notEqual(objectionTo(statement), null, statement)
  const allowed = [
    'alter table "latchkey_users" add column "plan" text',
    `alter table "latchkey_users" add column "plan" text default 'free' not null`,
    'create index if not exists "by_plan" on "latchkey_users" ("plan")',
    'create table if not exists "notes" ("user_id" text references "latchkey_users" ("id") on delete cascade)',
    'create table if not exists "notes" ("user_id" text references "latchkey_users" ("id") on delete set null)',
  ]
  for (const statement of allowed) assert.equal(objectionTo(statement), null, statement)
})

test('a step back leaves the schema as it was before the step', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const url = `sqlite:${join(folder, 'app.db')}`
  await migrateWithNextVersion(url)
  const [, ...steps] = await printedFor(url)
  for (let left = steps.length; left >= 0; left--) {
    await migrateWithNextVersion(url, '--down')
    const forward = join(folder, `${left}.db`)
    await runSql(`sqlite:${forward}`, steps.slice(0, left).map(withoutNote).join('\n'))
    assert.deepEqual(schemaOf(join(folder, 'app.db')), schemaOf(forward))
  }
})

/** Returns the head, then one text for each migration. */
async function printedFor(url: string): Promise<readonly string[]> {
  const store = await storeFromUrl(url)
  assert.ok(isSqlStore(store))
  const printed = await store.printMigrations(new Date())
  await store.close()
  return printed.split(/^-- (?=\d{4}-)/m).map((part, index) => (index === 0 ? part : `-- ${part}`))
}

/** Removes the line that records the migration. */
function withoutNote(printed: string): string {
  return printed.replaceAll(/^insert into .*$/gm, '')
}

/** Returns the schema without the tables that record migrations. */
function schemaOf(file: string): readonly unknown[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare(
        "select type, name, sql from sqlite_master where tbl_name not like '%migrations%' order by name",
      )
      .all()
  } finally {
    database.close()
  }
}
