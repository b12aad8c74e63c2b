// The one place where errors of SQLite and of the file system become ours. https://www.sqlite.org/rescode.html
import { LatchkeyError } from '../../../errors.ts'
import type { SqlFailure } from '../sql/sql-failure.ts'

const FOREIGN_KEY = 787
/** Disk I/O error, damaged, cannot be opened, not a database. */
const BEYOND_REPAIR: ReadonlySet<number> = new Set([10, 11, 14, 26])

/** Of the file system, and SQLite's own words. */
const NOT_WRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'attempt to write a readonly database',
  'unable to open database file',
])

interface SqliteError extends Error {
  readonly errcode: number
  readonly errstr: string
}

/** Of drivers that are asked over a network, or by another driver's words: what they have in common is SQLite's own text. */
export function classifySqliteError(error: unknown): SqlFailure {
  const text = error instanceof Error ? error.message : ''
  if (text.includes('no such table')) return { kind: 'missing-table', reason: 'the tables are missing' }
  const kind = /FOREIGN KEY constraint failed/i.test(text)
    ? 'missing-user'
    : /\bSQLITE_BUSY|database (?:table )?is locked/.test(text)
      ? 'conflict'
      : 'other'
  const code = error instanceof Error && 'code' in error ? String(error.code ?? '') : ''
  return { kind, reason: /\bSQLITE_[A-Z_]+/.exec(`${code} ${text}`)?.[0] ?? (code || 'it does not answer') }
}

export function translateSqliteError(error: unknown, file: string): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  if (isSqliteError(error) && error.errcode === FOREIGN_KEY) {
    // The user was deleted while this request was under way; nothing may be stored for them.
    return new LatchkeyError('account_not_found', { detail: 'The user does not exist.', cause: error })
  }
  return new LatchkeyError('store_unavailable', {
    detail: `${file}: ${reason(error)}.${remedy(error)}`,
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

function remedy(error: unknown): string {
  if (isMissingTable(error)) return ' Apply the migrations: latchkey migrate'
  // Containers and functions often have a read-only file system.
  return NOT_WRITABLE.has(reason(error))
    ? ' It cannot be written: name another place by DATABASE_URL=sqlite:FILE, or a database server.'
    : ''
}

function reason(error: unknown): string {
  if (isMissingTable(error)) return 'the tables are missing'
  if (isSqliteError(error)) return error.errstr
  return error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
}
