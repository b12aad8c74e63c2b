// Writes the tables as a Prisma schema, so that Prisma can manage them. https://www.prisma.io/docs/orm/reference/prisma-schema-reference
import type { SqlLanguage } from '../sql/database.ts'
import { camelCase, pascalCase } from './camel-case.ts'
import type { ColumnOutline, TableOutline } from './outline.ts'

/** Returns the models, without `datasource` and `generator`. `schema`: PostgreSQL's, if it is not the default one. */
export function writePrisma(
  tables: readonly TableOutline[],
  language: SqlLanguage,
  schema: string | undefined,
): string {
  const header = [
    '// Latchkey’s tables for Prisma, as `latchkey schema --prisma` prints them. Print them again for a new version of Latchkey, and let',
    '// `prisma migrate dev` make the migration.',
    ...(language === 'postgres' ? collationsOf(tables, schema) : []),
  ]
  const models = tables.map((table) => writeModel(table, tables, language, schema))
  return `${header.join('\n')}\n\n${models.join('\n\n')}`
}

/** A Prisma schema cannot express a collation, but Prisma keeps one that a migration has set. */
function collationsOf(tables: readonly TableOutline[], schema: string | undefined): readonly string[] {
  return [
    '//',
    '// Keys are sorted byte for byte, for which Prisma has no word. Make the migration with --create-only, and add to its file:',
    '//',
    ...collationStatements(tables, schema).map((statement) => `// ${statement}`),
  ]
}

/** One statement per table. */
function collationStatements(tables: readonly TableOutline[], schema: string | undefined): readonly string[] {
  const place = schema === undefined ? '' : `"${schema.replaceAll('"', '""')}".`
  return tables.map(({ name, columns }) => {
    const changes = columns
      .filter(({ type }) => type.kind === 'key')
      .map((column) => `alter column "${column.name}" type text collate "C"`)
    return `alter table ${place}"${name}" ${changes.join(', ')};`
  })
}

function writeModel(
  table: TableOutline,
  tables: readonly TableOutline[],
  language: SqlLanguage,
  schema: string | undefined,
): string {
  // Prisma knows no names for SQLite's keys, and MySQL's primary keys have none.
  const named = (name: string): string => (language === 'sqlite' ? '' : `, map: "${name}"`)
  const lines = [
    ...table.columns.map((column) => writeField(table, column, language)),
    ...table.foreignKeys.map(({ name, columns, table: target, foreignColumns }) => {
      const ends = `fields: ${list(columns)}, references: ${list(foreignColumns)}, onDelete: Cascade, onUpdate: NoAction`
      const relation = relationOf(target).replace(/s$/, '')
      return `${relation} ${pascalCase(target)} @relation(${ends}${named(name)})`
    }),
    ...referrersOf(table, tables).map((referrer) => {
      const isOne = referrer.foreignKeys.some(({ columns }) => isKeyOf(referrer, columns))
      return `${relationOf(referrer.name)} ${pascalCase(referrer.name)}${isOne ? '?' : '[]'}`
    }),
    '',
    ...(table.primaryKey.name === null
      ? []
      : [
          `@@id(${list(table.primaryKey.columns)}${language === 'postgres' ? named(table.primaryKey.name) : ''})`,
        ]),
    ...table.uniques.map(({ name, columns }) => `@@unique(${list(columns)}, map: "${name}")`),
    ...table.indexes.map(({ name, columns }) => `@@index(${list(columns)}, map: "${name}")`),
    `@@map("${table.name}")`,
    ...(schema === undefined ? [] : [`@@schema(${JSON.stringify(schema)})`]),
  ]
  return [`model ${pascalCase(table.name)} {`, ...lines.map((line) => (line ? `  ${line}` : '')), '}'].join(
    '\n',
  )
}

function writeField(
  table: TableOutline,
  { name, type, isNullable }: ColumnOutline,
  language: SqlLanguage,
): string {
  const isKey = table.primaryKey.name === null && table.primaryKey.columns.includes(name)
  const [prismaType, native] = typeOf(type, language)
  const field = camelCase(name)
  return [
    `${field} ${prismaType}${isNullable ? '?' : ''}`,
    ...(isKey ? ['@id'] : []),
    ...(field === name ? [] : [`@map("${name}")`]),
    ...(native === null ? [] : [native]),
  ].join(' ')
}

function typeOf(type: ColumnOutline['type'], language: SqlLanguage): readonly [string, string | null] {
  if (type.kind === 'flag') return ['Boolean', null]
  if (type.kind === 'integer') return ['Int', null]
  if (type.kind === 'milliseconds') return ['BigInt', null]
  if (language !== 'mysql') return ['String', null]
  if (type.kind === 'key') return ['Bytes', `@db.VarBinary(${type.characters * 4})`]
  return ['String', '@db.MediumText']
}

function referrersOf({ name }: TableOutline, tables: readonly TableOutline[]): readonly TableOutline[] {
  return tables.filter(({ foreignKeys }) => foreignKeys.some(({ table }) => table === name))
}

function isKeyOf({ primaryKey }: TableOutline, columns: readonly string[]): boolean {
  return primaryKey.columns.join() === columns.join()
}

/** `latchkey_users` becomes `users`. */
function relationOf(table: string): string {
  return camelCase(table.replace(/^latchkey_/, ''))
}

function list(columns: readonly string[]): string {
  return `[${columns.map(camelCase).join(', ')}]`
}
