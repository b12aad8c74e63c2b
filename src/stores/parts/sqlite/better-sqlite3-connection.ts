// Uses the application's own handle of `better-sqlite3`, or of a package with its interface, such as `libsql`.
import type { SqliteConnection, SqliteRow, SqliteStatement } from './sqlite-connection.ts'

/** The part of a `Database` of `better-sqlite3` that the store uses. */
export interface BetterSqlite3Database {
  readonly name: string
  readonly inTransaction: boolean
  prepare(sql: string): BetterSqlite3Statement
  exec(sql: string): unknown
  pragma(source: string): unknown
}

export interface BetterSqlite3Statement {
  /** Whether it returns rows. */
  readonly reader: boolean
  raw(toggle?: boolean): unknown
  columns(): readonly { readonly name: string }[]
  all(...values: never[]): readonly unknown[]
  get(...values: never[]): unknown
  run(...values: never[]): { readonly changes: number }
}

export function betterSqlite3Connection(database: BetterSqlite3Database): SqliteConnection {
  return {
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql)
      if (statement.reader) statement.raw(true)
      return {
        columns: statement.reader ? statement.columns().map(({ name }) => name) : [],
        get: (value) => statement.get(...([value] as never[])) as SqliteRow | undefined,
        all: (values) => statement.all(...(values as never[])) as SqliteRow[],
        run: (values) => statement.run(...(values as never[])).changes,
      }
    },
    exec: (sql) => void database.exec(sql),
    isInTransaction: () => database.inTransaction,
    close() {},
  }
}
