// Opens a SQLite file the way a server wants it: readers do not wait for the writer, and a commit costs no wait
// for the disk. After a power cut the last commits may be missing; the file is whole.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How long a query waits for another process's transaction. */
const BUSY_MILLISECONDS = 5_000

/** SQLite's own 2 MiB hold about 5,000 sessions; beyond, a check that is not remembered reads the file twice. */
const CACHE_KIBIBYTES = 32_768

/** Makes the file and its folder where they are missing. Throws what `node:sqlite` and `node:fs` throw. */
export function openSqliteFile(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const connection = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS, enableForeignKeyConstraints: true })
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
