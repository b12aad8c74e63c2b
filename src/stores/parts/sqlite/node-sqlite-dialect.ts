// Kysely on `node:sqlite`, for migrations. Kysely's own dialect expects another driver's `reader` flag, opens
// transactions without the write lock, and does not use that SQLite can undo CREATE TABLE.
import type { DatabaseSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  type SqliteDatabase as SqliteHandle,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** `keepOpen`: the connection belongs to somebody else. */
export function nodeSqliteDialect(
  open: () => DatabaseSync,
  { keepOpen = false }: { readonly keepOpen?: boolean } = {},
): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new LockingDriver({ database: async () => handleOf(open(), keepOpen) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class LockingDriver extends SqliteDriver {
  /** The lock over all processes that migrations need. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

function handleOf(connection: DatabaseSync, keepOpen: boolean): SqliteHandle {
  return {
    close: () => {
      if (!keepOpen) connection.close()
    },
    prepare: (sql) => {
      const statement = connection.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as string[])),
        run: (values) => statement.run(...(values as string[])),
        iterate: (values) => statement.iterate(...(values as string[])),
      }
    },
  }
}
