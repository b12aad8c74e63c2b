// Where the store gets its SQLite connection: a file that it opens itself, or a handle that the application opened.
import type { DatabaseSync } from 'node:sqlite'
import { LatchkeyError } from '../../../errors.ts'
import { type BetterSqlite3Database, betterSqlite3Connection } from './better-sqlite3-connection.ts'
import { type BunDatabase, bunSqliteConnection } from './bun-sqlite-connection.ts'
import { nodeSqliteConnection } from './node-sqlite-connection.ts'
import { openSqliteFile, type SqliteRuntime } from './open-sqlite-file.ts'
import type { SqliteConnection, SqliteSource } from './sqlite-connection.ts'

/** A handle of `node:sqlite`, `bun:sqlite`, `better-sqlite3`, or of a driver with the interface of one of them. */
export type SqliteHandle = DatabaseSync | BunDatabase | BetterSqlite3Database

/** Throws `config_option_invalid` for any other value. */
export function sqliteSource(fileOrHandle: string | SqliteHandle, runtime: SqliteRuntime): SqliteSource {
  if (typeof fileOrHandle === 'string' && fileOrHandle !== '') {
    return { place: fileOrHandle, isOurs: true, open: () => openSqliteFile(fileOrHandle, runtime) }
  }
  const connection = connectionOf(fileOrHandle)
  return {
    place: 'the application’s SQLite handle',
    isOurs: false,
    open() {
      refuseWithoutForeignKeys(connection)
      return connection
    },
  }
}

function connectionOf(handle: unknown): SqliteConnection {
  if (isBetterSqlite3(handle)) return betterSqlite3Connection(handle)
  if (isBun(handle)) return bunSqliteConnection(handle)
  if (isNode(handle)) return nodeSqliteConnection(handle)
  const found = handle === '' ? '""' : typeof handle
  const detail = `sqlite() takes a file, or a Database of node:sqlite, bun:sqlite or better-sqlite3; found ${found}.`
  throw new LatchkeyError('config_option_invalid', { detail })
}

function isBetterSqlite3(handle: unknown): handle is BetterSqlite3Database {
  return hasMethods(handle, ['prepare', 'exec', 'pragma']) && 'inTransaction' in handle
}

function isBun(handle: unknown): handle is BunDatabase {
  return hasMethods(handle, ['prepare', 'exec', 'query']) && 'inTransaction' in handle
}

function isNode(handle: unknown): handle is DatabaseSync {
  return hasMethods(handle, ['prepare', 'exec']) && 'isTransaction' in handle
}

function hasMethods(handle: unknown, names: readonly string[]): handle is object {
  if (typeof handle !== 'object' || handle === null) return false
  return names.every((name) => typeof (handle as Record<string, unknown>)[name] === 'function')
}

/** Foreign keys delete a user's rows along with the user. */
function refuseWithoutForeignKeys(connection: SqliteConnection): void {
  const [row] = connection.prepare('pragma foreign_keys').all([])
  if (row?.[0] === 1) return
  const detail =
    'Foreign keys are off on the application’s SQLite handle, so accounts and sessions would stay when their user is deleted. Turn them on where it is opened: pragma foreign_keys = on'
  throw new LatchkeyError('store_unavailable', { detail })
}
