// The SQLite that is built into Node. Rows are read as arrays: `node:sqlite` creates row objects as hash tables, which cost more
// than the query.
import type { DatabaseSync } from 'node:sqlite'
import type { SqliteConnection, SqliteRow, SqliteStatement } from './sqlite-connection.ts'

type Bound = (string | number | null)[]

export function nodeSqliteConnection(database: DatabaseSync): SqliteConnection {
  return {
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql)
      statement.setReturnArrays(true)
      return {
        columns: statement.columns().map(({ name }) => name),
        get: (value) => statement.get(value) as SqliteRow | undefined,
        all: (values) => statement.all(...(values as Bound)) as unknown as SqliteRow[],
        run: (values) => Number(statement.run(...(values as Bound)).changes),
      }
    },
    exec: (sql) => database.exec(sql),
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  }
}
