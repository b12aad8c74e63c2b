// Opens a SQLite file with settings for servers: readers do not wait for the writer, and commits do not wait for the
// disk. After a power cut the last commits may be missing, but the file is intact.
import { makeOwnFolder } from '../../../contracts/state-folder.ts'
import { LatchkeyError } from '../../../errors.ts'
import { type BunDatabase, bunSqliteConnection } from './bun-sqlite-connection.ts'
import { nodeSqliteConnection } from './node-sqlite-connection.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** How long a query waits for another process's transaction. */
const BUSY_MILLISECONDS = 5_000

/** SQLite's default of 2 MiB holds about 5,000 sessions; beyond that, a check that is not remembered reads the file twice. */
const CACHE_KIBIBYTES = 32_768

const SETTINGS: readonly string[] = [
  `busy_timeout = ${BUSY_MILLISECONDS}`,
  'foreign_keys = on',
  'journal_mode = wal',
  'synchronous = normal',
  `cache_size = -${CACHE_KIBIBYTES}`,
]

/** The runtime whose SQLite is used. */
export type SqliteRuntime = 'node' | 'bun'

/**
 * Creates the file and its folder if they are missing, accessible to their owner only. Throws the errors of the driver and of
 * `node:fs`, and `store_unavailable` if the current runtime is another.
 */
export function openSqliteFile(file: string, runtime: SqliteRuntime): SqliteConnection {
  const open = OPENERS[runtime]()
  if (file !== ':memory:') makeOwnFile(file)
  const connection = open(file)
  try {
    for (const setting of SETTINGS) connection.exec(`pragma ${setting}`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Loaded at run time: a bundle for another platform may contain this store without using it. */
const OPENERS: Readonly<Record<SqliteRuntime, () => (file: string) => SqliteConnection>> = {
  node() {
    const sqlite = globalThis.process?.getBuiltinModule?.('node:sqlite')
    if (!sqlite) throw missing('The SQLite store needs Node 22.18 or newer, which carries SQLite.')
    return (file) => nodeSqliteConnection(new sqlite.DatabaseSync(file))
  },
  bun() {
    const sqlite = globalThis.process?.getBuiltinModule?.('bun:sqlite') as BunSqlite | undefined
    if (!sqlite) throw missing('bunSqlite() needs Bun 1.2 or newer, which carries SQLite.')
    return (file) => bunSqliteConnection(new sqlite.Database(file, { create: true, readwrite: true }))
  },
}

interface BunSqlite {
  readonly Database: new (file: string, options: object) => BunDatabase
}

function missing(what: string): LatchkeyError {
  const detail = `${what} Name a database server: DATABASE_URL=postgres://…`
  return new LatchkeyError('store_unavailable', { detail })
}

/** SQLite itself would create the file readable by all users. Its companions (`-wal`, `-shm`) get the file's permissions. */
function makeOwnFile(file: string): void {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  const path = globalThis.process?.getBuiltinModule?.('node:path')
  // Every runtime with a built-in SQLite has both.
  if (!fs || !path) return
  makeOwnFolder(fs, path.dirname(file))
  try {
    fs.closeSync(fs.openSync(file, 'wx', 0o600))
  } catch (error) {
    // An existing file keeps its mode.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
