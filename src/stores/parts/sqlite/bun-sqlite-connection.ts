// The SQLite that is built into Bun: https://bun.com/docs/runtime/sqlite
import type { SqliteConnection, SqliteRow, SqliteStatement } from './sqlite-connection.ts'

/** The part of `bun:sqlite`'s `Database` that the store uses. */
export interface BunDatabase {
  readonly filename: string
  readonly inTransaction: boolean
  prepare(sql: string): BunStatement
  exec(sql: string): unknown
  close(): void
}

export interface BunStatement {
  readonly columnNames: readonly string[]
  values(...values: never[]): readonly unknown[]
  run(...values: never[]): { readonly changes: number | bigint }
}

export function bunSqliteConnection(database: BunDatabase): SqliteConnection {
  return {
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql)
      const all = (values: readonly unknown[]): SqliteRow[] =>
        statement.values(...(values as never[])) as SqliteRow[]
      return {
        columns: statement.columnNames,
        get: (value) => all([value])[0],
        all,
        run: (values) => Number(statement.run(...(values as never[])).changes),
      }
    },
    exec: (sql) => void database.exec(sql),
    isInTransaction: () => database.inTransaction,
    close: () => database.close(),
  }
}
