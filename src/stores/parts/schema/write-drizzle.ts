// Writes the tables as a Drizzle schema, so that drizzle-kit can manage them. https://orm.drizzle.team/docs/sql-schema-declaration
import type { SqlLanguage } from '../sql/database.ts'
import { camelCase } from './camel-case.ts'
import type { ColumnOutline, TableOutline } from './outline.ts'

interface DrizzleWords {
  readonly module: string
  readonly table: string
  /** Definitions of column types that Drizzle lacks. */
  readonly ownTypes: readonly string[]
  /** The column's type with name and options, without `.notNull()`. */
  readonly typeOf: (column: ColumnOutline) => string
  /** Whether indexes can be partial. */
  readonly hasConditions: boolean
  /** The functions of the module that `typeOf` names. */
  readonly imports: readonly string[]
}

const numberMode = "{ mode: 'number' }"

const WORDS: Readonly<Record<SqlLanguage, DrizzleWords>> = {
  postgres: {
    module: 'drizzle-orm/pg-core',
    table: 'pgTable',
    hasConditions: true,
    imports: ['bigint', 'boolean', 'customType', 'integer', 'text'],
    ownTypes: [
      '/** Text that is compared and sorted byte for byte. */',
      'const key = customType<{ data: string }>({ dataType: () => \'text collate "C"\' })',
    ],
    typeOf({ name, type: { kind } }) {
      if (kind === 'milliseconds') return `bigint('${name}', ${numberMode})`
      return `${kind === 'flag' ? 'boolean' : kind}('${name}')`
    },
  },
  mysql: {
    module: 'drizzle-orm/mysql-core',
    table: 'mysqlTable',
    hasConditions: false,
    imports: ['bigint', 'boolean', 'customType', 'int'],
    ownTypes: [
      '/** Text that is kept as bytes, since every other collation takes different texts for the same one. */',
      'const key = customType<{ data: string; driverData: Uint8Array; config: { length: number } }>({',
      `  dataType: (config) => \`varbinary(\${config?.length})\`,`,
      '  fromDriver: (bytes) => new TextDecoder().decode(bytes),',
      '})',
      'const longText = customType<{ data: string }>({',
      "  dataType: () => 'mediumtext character set utf8mb4 collate utf8mb4_bin',",
      '})',
    ],
    typeOf({ name, type }) {
      if (type.kind === 'key') return `key('${name}', { length: ${type.characters * 4} })`
      if (type.kind === 'text') return `longText('${name}')`
      if (type.kind === 'flag') return `boolean('${name}')`
      return type.kind === 'integer' ? `int('${name}')` : `bigint('${name}', ${numberMode})`
    },
  },
  sqlite: {
    module: 'drizzle-orm/sqlite-core',
    table: 'sqliteTable',
    hasConditions: true,
    imports: ['integer', 'text'],
    ownTypes: [],
    typeOf({ name, type: { kind } }) {
      if (kind === 'flag') return `integer('${name}', { mode: 'boolean' })`
      return kind === 'key' || kind === 'text' ? `text('${name}')` : `integer('${name}')`
    },
  },
}

/** Returns a TypeScript module. `schema`: PostgreSQL's, if it is not the default one. */
export function writeDrizzle(
  tables: readonly TableOutline[],
  language: SqlLanguage,
  schema: string | undefined,
): string {
  const words = WORDS[language]
  const maker = schema === undefined ? words.table : 'latchkeySchema.table'
  const parts = tables.map((table) => writeTable(table, words, maker))
  const used = parts.join('\n')
  const names = [
    ...words.imports,
    ...['foreignKey', 'index', 'primaryKey', 'unique'].filter((name) => used.includes(` ${name}(`)),
    schema === undefined ? words.table : 'pgSchema',
  ]
  const header = [
    '// Latchkey’s tables for Drizzle, as `latchkey schema --drizzle` prints them. Print them again for a new version of Latchkey, and',
    '// let drizzle-kit make the migration.',
    ...(used.includes('sql`') ? ["import { sql } from 'drizzle-orm'"] : []),
    `import { ${names.sort().join(', ')} } from '${words.module}'`,
    ...(words.ownTypes.length > 0 ? ['', ...words.ownTypes] : []),
    ...(schema === undefined
      ? []
      : ['', `export const latchkeySchema = pgSchema(${JSON.stringify(schema)})`]),
  ]
  return `${header.join('\n')}\n\n${parts.join('\n\n')}`
}

function writeTable(table: TableOutline, words: DrizzleWords, maker: string): string {
  const columns = table.columns.map((column) => {
    const isKey = table.primaryKey.name === null && table.primaryKey.columns.includes(column.name)
    const ending = `${column.isNullable ? '' : '.notNull()'}${isKey ? '.primaryKey()' : ''}`
    return `    ${camelCase(column.name)}: ${words.typeOf(column)}${ending},`
  })
  const extras = writeExtras(table, words)
  const lines = ['  {', ...columns, '  },']
  if (extras.length > 0) lines.push('  (table) => [', ...extras.map((extra) => `    ${extra},`), '  ],')
  return [`export const ${camelCase(table.name)} = ${maker}(`, `  '${table.name}',`, ...lines, ')'].join('\n')
}

function writeExtras(
  { primaryKey, uniques, foreignKeys, indexes }: TableOutline,
  { hasConditions }: DrizzleWords,
): readonly string[] {
  return [
    ...(primaryKey.name === null
      ? []
      : [`primaryKey({ name: '${primaryKey.name}', columns: [${own(primaryKey.columns)}] })`]),
    ...uniques.map(({ name, columns }) => `unique('${name}').on(${own(columns)})`),
    ...foreignKeys.map(({ name, columns, table, foreignColumns }) => {
      const foreign = foreignColumns.map((column) => `${camelCase(table)}.${camelCase(column)}`).join(', ')
      return `foreignKey({ name: '${name}', columns: [${own(columns)}], foreignColumns: [${foreign}] }).onDelete('cascade')`
    }),
    ...indexes.map(({ name, columns, onlyWhereSet }) => {
      const where =
        onlyWhereSet === null || !hasConditions
          ? ''
          : `.where(sql\`\${table.${camelCase(onlyWhereSet)}} is not null\`)`
      return `index('${name}').on(${own(columns)})${where}`
    }),
  ]
}

function own(columns: readonly string[]): string {
  return columns.map((column) => `table.${camelCase(column)}`).join(', ')
}
