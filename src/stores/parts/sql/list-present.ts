// Finds the migrations whose tables and columns already exist, for tables that another tool created.
import { LatchkeyError } from '../../../errors.ts'
import type { ColumnOutline } from '../schema/outline.ts'
import type { SqlDatabase, SqlLanguage, SqlTraits } from './database.ts'

interface PresentColumn {
  readonly table_name: string
  readonly column_name: string
  /** PostgreSQL's collation or MySQL's type, which says whether a key is compared byte by byte. */
  readonly comparison: string | null
}

/** Returns `table_name`, `column_name` and `comparison` of Latchkey's tables. */
const COLUMNS_SQL: Readonly<Record<SqlLanguage, (schema: string) => string>> = {
  sqlite: () =>
    `select t.name as table_name, c.name as column_name, null as comparison
     from sqlite_master t join pragma_table_info(t.name) c
     where t.type = 'table' and t.name like 'latchkey%'`,
  postgres: (schema) =>
    `select table_name::text, column_name::text, collation_name::text as comparison
     from information_schema.columns where table_schema = ${schema} and table_name like 'latchkey%'`,
  mysql: () =>
    `select table_name as table_name, column_name as column_name, data_type as comparison
     from information_schema.columns where table_schema = database() and table_name like 'latchkey%'`,
}

/** How a key must be compared. */
const KEY_COMPARISON: Readonly<Record<SqlLanguage, { readonly is: string; readonly words: string } | null>> =
  {
    sqlite: null,
    postgres: { is: 'C', words: 'text collate "C"' },
    mysql: { is: 'varbinary', words: 'varbinary' },
  }

/** Returns `null` if Latchkey's tables do not exist. Throws `store_unavailable` if a key is not compared byte by byte. */
export async function listPresent(database: SqlDatabase): Promise<ReadonlySet<string> | null> {
  const { traits } = database
  const { rows } = await database.run<PresentColumn>({
    sql: COLUMNS_SQL[traits.language](schemaOf(traits)),
    values: [],
    orNothing: false,
  })
  const present = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row.comparison]))
  if (!present.has('latchkey_users.id')) return null
  const { outlineMigrations } = await import('../schema/outline-tables.ts')
  const done: string[] = []
  for (const { name, tables, columns } of await outlineMigrations()) {
    const made = [
      ...tables.flatMap((table) => table.columns.map((column) => ({ table: table.name, column }))),
      ...columns,
    ]
    if (!made.every(({ table, column }) => present.has(`${table}.${column.name}`))) continue
    for (const { table, column } of made)
      checkKey(traits.language, `${table}.${column.name}`, column, present)
    done.push(name)
  }
  return new Set(done)
}

function schemaOf({ schema }: SqlTraits): string {
  return schema === undefined ? 'current_schema()' : `'${schema.replaceAll("'", "''")}'`
}

/** Another collation could treat two people as one, or sort keys so that they are not found. */
function checkKey(
  language: SqlLanguage,
  column: string,
  { type }: ColumnOutline,
  present: ReadonlyMap<string, string | null>,
): void {
  const wanted = KEY_COMPARISON[language]
  if (type.kind !== 'key' || wanted === null) return
  const found = present.get(column) ?? null
  if (found === wanted.is) return
  const detail = `${column} must be ${wanted.words}, so that it is compared byte for byte; found ${found ?? 'the default collation'}. See: latchkey schema`
  throw new LatchkeyError('store_unavailable', { detail })
}
