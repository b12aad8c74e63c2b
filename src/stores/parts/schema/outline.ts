// What the tables are, whatever database they are in.

/** `key`: text that is compared byte for byte and may be indexed. */
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
  /** Rows without this value may be left out. */
  readonly onlyWhereSet: string | null
}

export interface TableOutline {
  readonly name: string
  readonly columns: readonly ColumnOutline[]
  /** `name`: null where the key is one column's. */
  readonly primaryKey: { readonly name: string | null; readonly columns: readonly string[] }
  readonly uniques: readonly { readonly name: string; readonly columns: readonly string[] }[]
  /** All delete with what they refer to. */
  readonly foreignKeys: readonly ForeignKeyOutline[]
  readonly indexes: readonly IndexOutline[]
}
