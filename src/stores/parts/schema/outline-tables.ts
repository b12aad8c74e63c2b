// Reads the tables from the migrations, so that they are described in one place: the migrations run on a driver that only records
// its queries, with column types that name their meaning.
import type {
  AlterTableNode,
  ColumnDefinitionNode,
  ConstraintNode,
  CreateIndexNode,
  CreateTableNode,
  ForeignKeyConstraintNode,
  OperationNode,
} from 'kysely'
import { MIGRATIONS } from '../migrations/list.ts'
import { recordStatements } from '../sql/record-statements.ts'
import { sqliteTraits } from '../sqlite/sqlite-traits.ts'
import type { ColumnOutline, ColumnType, ForeignKeyOutline, IndexOutline, TableOutline } from './outline.ts'

/** Column types as this file names them. */
const WORDS = {
  ...sqliteTraits,
  columns: {
    key: (characters: number) => `key(${characters})`,
    text: 'text',
    flag: 'flag',
    milliseconds: 'milliseconds',
  },
  tableEnding: { standard: '', keyed: '' },
}

/** What one migration creates: tables, and columns of existing tables. */
export interface MigrationOutline {
  readonly name: string
  readonly tables: readonly TableOutline[]
  readonly columns: readonly { readonly table: string; readonly column: ColumnOutline }[]
}

/** The tables after all migrations. */
export async function outlineTables(): Promise<readonly TableOutline[]> {
  const tables = new Map<string, TableOutline>()
  for (const migration of await outlineMigrations()) {
    for (const table of migration.tables) tables.set(table.name, table)
    for (const { table: name, column } of migration.columns) {
      const table = tables.get(name)
      if (table) tables.set(name, { ...table, columns: [...table.columns, column] })
    }
  }
  return [...tables.values()]
}

export function outlineMigrations(): Promise<readonly MigrationOutline[]> {
  return Promise.all(
    MIGRATIONS.map(async ({ name, load }) => {
      const { up } = await load()
      const statements = await recordStatements(WORDS, (db) => up(db, WORDS))
      return outlineOf(
        name,
        statements.map(({ query }) => query),
      )
    }),
  )
}

function outlineOf(name: string, nodes: readonly OperationNode[]): MigrationOutline {
  const indexes = nodes.filter((node): node is CreateIndexNode => node.kind === 'CreateIndexNode')
  const tables = nodes
    .filter((node): node is CreateTableNode => node.kind === 'CreateTableNode')
    .map((node) => tableOf(node, indexes))
  const columns = nodes
    .filter((node): node is AlterTableNode => node.kind === 'AlterTableNode')
    .flatMap(({ table, columnAlterations = [] }) =>
      columnAlterations.flatMap((alteration) =>
        alteration.kind === 'AddColumnNode'
          ? [{ table: table.table.identifier.name, column: columnOf(alteration.column) }]
          : [],
      ),
    )
  const read = tables.length + indexes.length + columns.length
  // This file must first learn any other kind of statement; otherwise the printed schema would lack it.
  if (read !== nodes.length) throw new TypeError(`The migration ${name} does what no outline shows.`)
  return { name, tables, columns }
}

function tableOf(
  { table, columns, constraints = [] }: CreateTableNode,
  indexes: readonly CreateIndexNode[],
): TableOutline {
  const name = table.table.identifier.name
  const ofKind = <Kind extends ConstraintNode['kind']>(kind: Kind) =>
    constraints.filter((each): each is Extract<ConstraintNode, { kind: Kind }> => each.kind === kind)
  const [primaryKey] = ofKind('PrimaryKeyConstraintNode')
  return {
    name,
    columns: columns.map(columnOf),
    primaryKey: {
      name: primaryKey?.name?.name ?? null,
      columns: primaryKey
        ? primaryKey.columns.map(({ column }) => column.name)
        : columns.filter(({ primaryKey: isKey }) => isKey).map(({ column }) => column.column.name),
    },
    uniques: ofKind('UniqueConstraintNode').map((each) => ({
      name: each.name?.name ?? '',
      columns: each.columns.map((column) => nameOf(column)),
    })),
    foreignKeys: ofKind('ForeignKeyConstraintNode').map(foreignKeyOf),
    indexes: indexes.filter((index) => index.table?.table.identifier.name === name).map(indexOf),
  }
}

function columnOf({ column, dataType, notNull }: ColumnDefinitionNode): ColumnOutline {
  const type = nameOfType(dataType)
  return { name: column.column.name, type: typeOf(type), isNullable: notNull !== true }
}

function typeOf(word: string): ColumnType {
  const [, characters] = /^key\((\d+)\)$/.exec(word) ?? []
  if (characters !== undefined) return { kind: 'key', characters: Number(characters) }
  if (word === 'text' || word === 'flag' || word === 'milliseconds' || word === 'integer')
    return { kind: word }
  throw new TypeError(`No outline knows the column type ${word}.`)
}

function nameOfType(dataType: OperationNode): string {
  if ('sqlFragments' in dataType) return (dataType.sqlFragments as readonly string[]).join('')
  return 'dataType' in dataType ? String(dataType.dataType) : dataType.kind
}

function foreignKeyOf({ name, columns, references }: ForeignKeyConstraintNode): ForeignKeyOutline {
  return {
    name: name?.name ?? '',
    columns: columns.map(({ column }) => column.name),
    table: references.table.table.identifier.name,
    foreignColumns: references.columns.map(({ column }) => column.name),
  }
}

function indexOf({ name, columns = [], where }: CreateIndexNode): IndexOutline {
  const names = columns.map((column) => nameOf(column))
  return { name: name.name, columns: names, onlyWhereSet: where ? (names.at(-1) ?? null) : null }
}

/** The name in a reference to a column, at any depth of the node. */
function nameOf(node: OperationNode): string {
  if (node.kind === 'IdentifierNode' && 'name' in node) return String(node.name)
  if ('column' in node) return nameOf(node.column as OperationNode)
  throw new TypeError(`No outline knows a column that is a ${node.kind}.`)
}
