// Opens a SQLite file the way a server wants it: readers do not wait for the writer, and a commit costs no wait
// for the disk. After a power cut the last commits may be missing; the file is whole.
import type { DatabaseSync } from 'node:sqlite'
import { makeOwnFolder } from '../../../contracts/state-folder.ts'
import { LatchkeyError } from '../../../errors.ts'

/** How long a query waits for another process's transaction. */
const BUSY_MILLISECONDS = 5_000

/** SQLite's own 2 MiB hold about 5,000 sessions; beyond, a check that is not remembered reads the file twice. */
const CACHE_KIBIBYTES = 32_768

/** Makes the file and its folder where they are missing, for their owner only. Throws what `node:sqlite` and `node:fs` throw. */
export function openSqliteFile(file: string): DatabaseSync {
  const { fs, path, sqlite } = nodeModules()
  if (file !== ':memory:') makeOwnFile(fs, path.dirname(file), file)
  const connection = new sqlite.DatabaseSync(file, {
    timeout: BUSY_MILLISECONDS,
    enableForeignKeyConstraints: true,
  })
  try {
    connection.exec('pragma journal_mode = wal')
    connection.exec('pragma synchronous = normal')
    connection.exec(`pragma cache_size = -${CACHE_KIBIBYTES}`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** SQLite itself would make the file readable for everybody; those beside it (`-wal`, `-shm`) get what the file has. */
function makeOwnFile(fs: typeof import('node:fs'), folder: string, file: string): void {
  makeOwnFolder(fs, folder)
  try {
    fs.closeSync(fs.openSync(file, 'wx', 0o600))
  } catch (error) {
    // What is there keeps the mode that it was given.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Asked for at run time: what is bundled for other platforms may name this store among others, and must not need it. */
function nodeModules() {
  const builtin = globalThis.process?.getBuiltinModule
  const fs = builtin?.('node:fs')
  const path = builtin?.('node:path')
  const sqlite = builtin?.('node:sqlite')
  if (fs && path && sqlite) return { fs, path, sqlite }
  const detail =
    'The SQLite store needs Node 22.18 or newer, which carries SQLite. Name a database server: DATABASE_URL=postgres://…'
  throw new LatchkeyError('store_unavailable', { detail })
}
