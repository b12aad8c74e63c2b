// Creates a table together with its indexes, so that an interrupted migration can be run again: if DDL is not
// transactional (MySQL), one statement creates both.
import { type CreateTableBuilder, type SchemaModule, sql } from 'kysely'
import type { SqlTraits } from '../sql/database.ts'

export interface IndexDescription {
  readonly name: string
  readonly columns: readonly string[]
  /** Leaves out rows without this value, if the engine supports partial indexes. */
  readonly onlyWhereSet?: string
}

export interface TableDescription {
  readonly name: string
  readonly columns: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>
  readonly indexes: readonly IndexDescription[]
  /** `keyed`: small rows that are found by their key, or inserted in key order. */
  readonly kind: keyof SqlTraits['tableEnding']
}

/** The parts of Kysely that migrations use. */
export interface SchemaAccess {
  readonly schema: SchemaModule
}

export async function createTable(
  db: SchemaAccess,
  traits: SqlTraits,
  { name, columns, indexes, kind }: TableDescription,
): Promise<void> {
  let table = columns(db.schema.createTable(name).ifNotExists())
  if (traits.hasInlineIndexes) {
    for (const index of indexes) table = table.addIndex(index.name, [...index.columns])
  }
  const ending = traits.tableEnding[kind]
  await (ending ? table.modifyEnd(sql.raw(ending)) : table).execute()
  if (traits.hasInlineIndexes) return
  for (const { name: indexName, columns: indexed, onlyWhereSet } of indexes) {
    const index = db.schema
      .createIndex(indexName)
      .ifNotExists()
      .on(name)
      .columns([...indexed])
    await (onlyWhereSet ? index.where(sql.ref(onlyWhereSet), 'is not', null) : index).execute()
  }
}
