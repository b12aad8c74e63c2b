// Describes the tables independently of the database.

/** `key`: text that is compared byte by byte and may be indexed. */
export type ColumnType =
  | { readonly kind: 'key'; readonly characters: number }
  | { readonly kind: 'text' | 'flag' | 'milliseconds' | 'integer' }

export interface ColumnOutline {
  readonly name: string
  readonly type: ColumnType
  readonly isNullable: boolean
}

export interface ForeignKeyOutline {
  readonly name: string
  readonly columns: readonly string[]
  readonly table: string
  readonly foreignColumns: readonly string[]
}

export interface IndexOutline {
  readonly name: string
  readonly columns: readonly string[]
  /** The index may leave out rows without this value. */
  readonly onlyWhereSet: string | null
}

export interface TableOutline {
  readonly name: string
  readonly columns: readonly ColumnOutline[]
  /** `name`: `null` if one column is the key. */
  readonly primaryKey: { readonly name: string | null; readonly columns: readonly string[] }
  readonly uniques: readonly { readonly name: string; readonly columns: readonly string[] }[]
  /** Each deletes its rows along with the row that they refer to (ON DELETE CASCADE). */
  readonly foreignKeys: readonly ForeignKeyOutline[]
  readonly indexes: readonly IndexOutline[]
}
