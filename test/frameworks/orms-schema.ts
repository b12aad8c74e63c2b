// `latchkey schema`: an ORM's own migrations create the same tables as Latchkey's. Both run in real databases and are
// compared; a difference that an ORM cannot express is listed here. Part of `npm run test:frameworks`.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createConnection } from 'mysql2/promise'
import pg from 'pg'
import type { SqlLanguage } from '../../src/stores/parts/sql/database.ts'
import { storeFromUrl } from '../../src/stores/parts/store-from-url.ts'
import { newAccount, newUser, signIn } from '../../src/testing/contract/store/records.ts'
import { describeStore } from '../contract/store.ts'
import { ownMysqlDatabase, ownPostgresDatabase, runSql } from '../support/database-servers.ts'
import { generatePrismaClient } from '../support/prisma-generate.ts'

const folder = path.join(import.meta.dirname, 'orms')
const chosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'orms').split(',').includes('orms')
const skip = chosen ? false : 'test/frameworks/orms is not chosen'
const { resolve } = createRequire(path.join(folder, 'package.json'))
// biome-ignore lint/suspicious/noExplicitAny: installed only in that folder, so this repository has no types for them.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href)
const generated = path.join(folder, '.generated-schemas')
const languages: readonly SqlLanguage[] = ['postgres', 'mysql', 'sqlite']

before(async () => {
  if (chosen) await mkdir(generated, { recursive: true })
})
after(() => rm(generated, { recursive: true, force: true }))

interface OwnDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

const own: Readonly<Record<SqlLanguage, () => Promise<OwnDatabase>>> = {
  postgres: ownPostgresDatabase,
  mysql: ownMysqlDatabase,
  async sqlite() {
    const place = await mkdtemp(path.join(tmpdir(), 'latchkey-orms-'))
    return { url: `sqlite:${path.join(place, 'app.db')}`, drop: () => rm(place, { recursive: true }) }
  },
}

/** Creates the tables with each tool. */
const tools: Readonly<Record<string, (language: SqlLanguage, url: string) => Promise<void>>> = {
  async 'latchkey schema --sql'(language, url) {
    await runStatements(language, url, [await print('--sql', language)])
  },
  async Drizzle(language, url) {
    const file = path.join(generated, `drizzle-${language}.ts`)
    await writeFile(file, await print('--drizzle', language))
    const tables = await import(pathToFileURL(file).href)
    const kit = await load('drizzle-kit/api')
    const words = { postgres: '', mysql: 'MySQL', sqlite: 'SQLite' }[language]
    const [none, all] = await Promise.all(
      [{}, tables].map((each) => kit[`generate${words}DrizzleJson`](each)),
    )
    await runStatements(language, url, await kit[`generate${words}Migration`](none, all))
  },
  async Prisma(language, url) {
    const provider = providerOf(language)
    const models = await print('--prisma', language)
    const content = `datasource db {\n  provider = "${provider}"\n}\n\n${models}`
    const { SchemaEngine } = await load('@prisma/schema-engine-wasm')
    const { bindMigrationAwareSqlAdapterFactory } = await load('@prisma/driver-adapter-utils')
    const engine = await SchemaEngine.new(
      { datamodels: [['schema.prisma', content]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(await prismaAdapter(language, url)),
    )
    // The output of `prisma migrate dev --create-only`, with the statements that the printed file says to add.
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    engine.free()
    const added = [...models.matchAll(/^\/\/ (alter table .*;)$/gm)].map(([, statement = '']) => statement)
    await runStatements(language, url, [stdout, ...added])
  },
}

/** Differences that a tool cannot express; there must be no others. */
const differences: Readonly<Record<string, Partial<Record<SqlLanguage, (shape: Shape) => Shape>>>> = {
  Drizzle: {
    // Drizzle's unique constraint is an index, and its tables are neither STRICT nor WITHOUT ROWID.
    sqlite: (shape) => withoutEndings(shape),
  },
  Prisma: {
    // Prisma's indexes have no conditions.
    postgres: withoutConditions,
    // Prisma names SQLite's types differently, with the same affinity; no conditions, STRICT or WITHOUT ROWID.
    sqlite: (shape) => withoutEndings(withoutConditions(shape)),
  },
}

/**
 * Prisma creates MySQL's migrations with a downloaded program; its engine in the package registry supports only the
 * others.
 */
const isUntested = (tool: string, language: SqlLanguage): boolean => tool === 'Prisma' && language === 'mysql'

for (const [tool, make] of Object.entries(tools)) {
  for (const language of languages.filter((each) => !isUntested(tool, each))) {
    describe(`${tool} on ${language}`, { skip, timeout: 120_000 }, () => {
      test('makes the tables that latchkey migrate makes', async () => {
        const [ours, theirs] = await Promise.all([own[language](), own[language]()])
        try {
          const store = await storeFromUrl(ours.url)
          await store.migrate()
          await store.close()
          await make(language, theirs.url)
          const overlook = differences[tool]?.[language] ?? ((shape: Shape) => shape)
          assert.deepEqual(
            overlook(await look[language](theirs.url)),
            overlook(await look[language](ours.url)),
          )
        } finally {
          await ours.drop()
          await theirs.drop()
        }
      })

      test('and owns them: nothing is pending, and nothing is made beside them', async () => {
        const { url, drop } = await own[language]()
        const store = await storeFromUrl(url)
        try {
          await make(language, url)
          const before = await look[language](url)
          assert.deepEqual(await store.pendingMigrations(), [])
          assert.deepEqual(await store.migrate(), [])
          assert.deepEqual(await look[language](url), before)
          const { session, user } = await signIn(store)
          assert.equal((await store.sessions.find(session.id))?.user.id, user.id)
          assert.deepEqual(await store.users.delete(user.id), [session.id])
          // As after an upgrade of Latchkey whose change the other tool has not made yet.
          await runStatements(language, url, ['alter table latchkey_sessions drop column details'])
          assert.deepEqual(await store.pendingMigrations(), ['0004-session-details'])
          await assert.rejects(store.migrate(), {
            code: 'store_unavailable',
            message: /made by another tool.*0004-session-details.*latchkey schema/,
          })
        } finally {
          await store.close()
          await drop()
        }
      })
    })
  }

  describeStore(
    `postgres with tables that ${tool} has made`,
    async () => {
      const { url, drop } = await own.postgres()
      await tools[tool]?.('postgres', url)
      return { store: await storeFromUrl(url), remove: drop }
    },
    { skip, facets: ['users', 'audit'] },
  )
}

for (const language of languages) {
  test(`Prisma takes the models for ${language}`, { skip }, async () => {
    const provider = providerOf(language)
    await generatePrismaClient({
      folder,
      into: generated,
      provider,
      models: await print('--prisma', language),
    })
  })
}

describe('keys that are not compared byte for byte', { skip }, () => {
  test('are refused where Prisma’s migration lacks what the printed file says to add', async () => {
    const { url, drop } = await own.postgres()
    const store = await storeFromUrl(url)
    try {
      await tools.Prisma?.('postgres', url)
      await runSql(url, 'alter table latchkey_accounts alter column subject type text collate "default"')
      await assert.rejects(store.pendingMigrations(), {
        code: 'store_unavailable',
        message: /latchkey_accounts\.subject must be text collate "C".*found/,
      })
      await runSql(url, 'alter table latchkey_accounts alter column subject type text collate "C"')
      assert.deepEqual(await store.pendingMigrations(), [])
    } finally {
      await store.close()
      await drop()
    }
  })
})

describe('the application’s own foreign keys to latchkey_users', { skip }, () => {
  test('as docs/stores.md shows it for Drizzle', async () => {
    const guide = await readFile(path.join(import.meta.dirname, '../../docs/stores.md'), 'utf8')
    const [, code = ''] = /^```ts\n(import \{ pgTable, text \}[\s\S]*?)^```$/m.exec(guide) ?? []
    const place = path.join(generated, 'guide')
    await mkdir(place)
    await writeFile(path.join(place, 'latchkey.ts'), await print('--drizzle', 'postgres'))
    await writeFile(path.join(place, 'notes.ts'), code)
    const [latchkey, notes] = await Promise.all(
      ['latchkey.ts', 'notes.ts'].map((name) => import(pathToFileURL(path.join(place, name)).href)),
    )
    const kit = await load('drizzle-kit/api')
    const all = kit.generateDrizzleJson({ ...latchkey, ...notes })
    const { url, drop } = await own.postgres()
    const store = await storeFromUrl(url)
    try {
      await runStatements('postgres', url, await kit.generateMigration(kit.generateDrizzleJson({}), all))
      const user = newUser()
      await store.users.create(user, newAccount(user.id))
      await runSql(url, `insert into notes values ('n', '${user.id}')`)
      assert.equal(await count('postgres', url, 'notes'), 1)
      await store.users.delete(user.id)
      assert.equal(await count('postgres', url, 'notes'), 0)
    } finally {
      await store.close()
      await drop()
    }
  })

  for (const language of languages) {
    test(`on ${language}: rows go with their user, stay without one, or keep the user, as their key says`, async () => {
      const { url, drop } = await own[language]()
      const store = await storeFromUrl(url)
      try {
        await store.migrate()
        const key = { postgres: 'text collate "C"', mysql: 'varbinary(1020)', sqlite: 'text' }[language]
        const refer = (table: string, ending: string): string =>
          `create table ${table} (id int primary key, user_id ${key}, foreign key (user_id) references latchkey_users (id) ${ending})`
        await runStatements(language, url, [
          refer('notes', 'on delete cascade'),
          refer('posts', 'on delete set null'),
          refer('invoices', ''),
        ])
        const [leaving, owing] = [newUser(), newUser()]
        for (const user of [leaving, owing]) await store.users.create(user, newAccount(user.id))
        await runStatements(language, url, [
          `insert into notes values (1, '${leaving.id}')`,
          `insert into posts values (1, '${leaving.id}')`,
          `insert into invoices values (1, '${owing.id}')`,
        ])
        await store.users.delete(leaving.id)
        assert.deepEqual(await count(language, url, 'notes'), 0)
        assert.deepEqual(await count(language, url, 'posts where user_id is null'), 1)
        await assert.rejects(store.users.delete(owing.id), {
          code: 'store_unavailable',
          message: /Rows of the application refer to this user.*ON DELETE CASCADE/,
        })
        assert.equal((await store.users.find(owing.id))?.id, owing.id)
        assert.equal((await store.users.listAccounts(owing.id)).length, 1)
        await runStatements(language, url, ['delete from invoices'])
        await store.users.delete(owing.id)
        assert.equal(await store.users.find(owing.id), null)
      } finally {
        await store.close()
        await drop()
      }
    })
  }
})

const command = path.join(import.meta.dirname, '../../src/cli/latchkey.ts')

async function print(...[form, dialect]: readonly string[]): Promise<string> {
  const args = ['--conditions=latchkey-source', command, 'schema', String(form), '--dialect', String(dialect)]
  return (await promisify(execFile)(process.execPath, args, { cwd: generated })).stdout
}

function providerOf(language: SqlLanguage): string {
  return language === 'postgres' ? 'postgresql' : language
}

async function prismaAdapter(language: SqlLanguage, url: string): Promise<object> {
  if (language === 'postgres')
    return new (await load('@prisma/adapter-pg')).PrismaPg({ connectionString: url })
  const { PrismaBetterSqlite3 } = await load('@prisma/adapter-better-sqlite3')
  return new PrismaBetterSqlite3({ url: `file:${url.slice('sqlite:'.length)}` })
}

async function runStatements(
  language: SqlLanguage,
  url: string,
  statements: readonly string[],
): Promise<void> {
  for (const statement of statements) await ask(language, url, statement)
}

async function count(language: SqlLanguage, url: string, what: string): Promise<number> {
  const [row] = await ask(language, url, `select count(*) as n from ${what}`)
  return Number(row?.n)
}

type Row = Readonly<Record<string, unknown>>

/** Runs any number of statements. Returns the rows of the last. */
async function ask(language: SqlLanguage, url: string, sql: string): Promise<readonly Row[]> {
  if (language === 'postgres') {
    const client = new pg.Client(url)
    await client.connect()
    try {
      const answers = [await client.query(sql)].flat()
      return answers.at(-1)?.rows ?? []
    } finally {
      await client.end()
    }
  }
  if (language === 'mysql') {
    const connection = await createConnection({ uri: url, multipleStatements: true })
    try {
      const [rows] = await connection.query(sql)
      return rows as unknown as Row[]
    } finally {
      await connection.end()
    }
  }
  const database = new DatabaseSync(url.slice('sqlite:'.length))
  try {
    if (/^(?:select|pragma)/.test(sql)) return database.prepare(sql).all() as Row[]
    database.exec(sql)
    return []
  } finally {
    database.close()
  }
}

/** The structure of Latchkey's tables, sorted. */
interface Shape {
  readonly columns: readonly Row[]
  readonly foreignKeys: readonly Row[]
  readonly indexes: readonly Row[]
  readonly tables: readonly Row[]
}

const look: Readonly<Record<SqlLanguage, (url: string) => Promise<Shape>>> = {
  async postgres(url) {
    const rows = (sql: string) => ask('postgres', url, sql)
    return {
      columns: await rows(
        `select table_name, column_name, data_type, collation_name, is_nullable, column_default
         from information_schema.columns
         where table_name like 'latchkey%' and table_name not like '%migrations%' order by 1, 2`,
      ),
      foreignKeys: await rows(
        `select conname, conrelid::regclass::text as own, pg_get_constraintdef(oid) as text
         from pg_constraint where contype = 'f' and conname like 'latchkey%' order by 1`,
      ),
      indexes: await rows(
        `select tablename, indexname, replace(indexdef, 'public.', '') as text
         from pg_indexes where tablename like 'latchkey%' and tablename not like '%migrations%' order by 1, 2`,
      ),
      tables: [],
    }
  },
  async mysql(url) {
    const rows = (sql: string) => ask('mysql', url, sql)
    return {
      columns: await rows(
        `select table_name as t, column_name as c, column_type as type, is_nullable as nullable, column_default as d
         from information_schema.columns
         where table_schema = database() and table_name not like '%migrations%' order by 1, 2`,
      ),
      foreignKeys: await rows(
        `select k.constraint_name as name, k.table_name as t, k.column_name as c, k.referenced_table_name as r,
           k.referenced_column_name as rc, x.delete_rule as d
         from information_schema.key_column_usage k join information_schema.referential_constraints x
           on x.constraint_schema = k.constraint_schema and x.constraint_name = k.constraint_name
         where k.table_schema = database() order by 1, k.ordinal_position`,
      ),
      indexes: await rows(
        `select table_name as t, index_name as name, non_unique as u, column_name as c, seq_in_index as n
         from information_schema.statistics
         where table_schema = database() and table_name not like '%migrations%' order by 1, 2, 5`,
      ),
      tables: [],
    }
  },
  async sqlite(url) {
    const rows = (sql: string) => ask('sqlite', url, sql)
    const tables = await rows(
      `select name, strict, wr from pragma_table_list where name like 'latchkey%' and name not like '%migrations%' order by 1`,
    )
    const ofEach = async (sql: (table: unknown) => string): Promise<Row[]> =>
      (await Promise.all(tables.map(({ name }) => rows(sql(name))))).flat()
    return {
      columns: (
        await ofEach(
          (table) =>
            `select '${table}' as t, name, upper(type) as type, "notnull", pk from pragma_table_info('${table}') order by name`,
        )
      ).map((row) => ({ ...row, type: affinityOf(String(row.type)) })),
      foreignKeys: await ofEach(
        (table) =>
          `select '${table}' as t, "table", "from", "to", on_delete from pragma_foreign_key_list('${table}') order by "from"`,
      ),
      indexes: await ofEach(
        (table) =>
          `select '${table}' as t, case when i.origin = 'c' and not i."unique" then i.name end as name, i."unique", i.partial,
             (select group_concat(name) from pragma_index_info(i.name)) as columns
           from pragma_index_list('${table}') i where i.origin <> 'pk' order by columns`,
      ),
      tables,
    }
  },
}

/** https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
function affinityOf(type: string): string {
  if (type.includes('INT')) return 'INTEGER'
  return type.includes('CHAR') || type.includes('TEXT') ? 'TEXT' : 'INTEGER'
}

function withoutEndings(shape: Shape): Shape {
  return { ...shape, tables: shape.tables.map(({ name }) => ({ name })) }
}

function withoutConditions(shape: Shape): Shape {
  return {
    ...shape,
    indexes: shape.indexes.map(({ partial: _, text, ...row }) =>
      text === undefined ? row : { ...row, text: String(text).replace(/ WHERE .*$/, '') },
    ),
  }
}
