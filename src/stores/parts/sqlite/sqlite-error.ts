// The one place where errors of SQLite and of the file system become ours. https://www.sqlite.org/rescode.html
import { LatchkeyError } from '../../../errors.ts'

const FOREIGN_KEY = 787
/** Disk I/O error, damaged, cannot be opened, not a database. */
const BEYOND_REPAIR: ReadonlySet<number> = new Set([10, 11, 14, 26])

interface SqliteError extends Error {
  readonly errcode: number
  readonly errstr: string
}

export function translateSqliteError(error: unknown, file: string): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  if (isSqliteError(error) && error.errcode === FOREIGN_KEY) {
    // The user was deleted while this request was under way; nothing may be stored for them.
    return new LatchkeyError('account_not_found', { detail: 'The user does not exist.', cause: error })
  }
  const remedy = isMissingTable(error) ? ' Apply the migrations: latchkey migrate' : ''
  return new LatchkeyError('store_unavailable', {
    detail: `${file}: ${reason(error)}.${remedy}`,
    cause: error,
  })
}

export function isMissingTable(error: unknown): boolean {
  return isSqliteError(error) && error.message.startsWith('no such table')
}

/** Whether the connection is of no more use. */
export function isBeyondRepair(error: unknown): boolean {
  return isSqliteError(error) && BEYOND_REPAIR.has(error.errcode & 0xff)
}

function reason(error: unknown): string {
  if (isMissingTable(error)) return 'the tables are missing'
  if (isSqliteError(error)) return error.errstr
  return error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
}
