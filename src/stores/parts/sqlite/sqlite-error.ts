// The one place that translates errors of SQLite and the file system into Latchkey's. https://www.sqlite.org/rescode.html
import { LatchkeyError } from '../../../errors.ts'
import type { SqlFailure } from '../sql/sql-failure.ts'

const FOREIGN_KEY = 787
/** Disk I/O error, damaged, cannot be opened, not a database. */
const BEYOND_REPAIR: ReadonlySet<number> = new Set([10, 11, 14, 26])

/** The codes of drivers that report names instead of numbers. */
const CODES: Readonly<Record<string, number>> = {
  SQLITE_CONSTRAINT_FOREIGNKEY: FOREIGN_KEY,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
}

/** Codes of the file system, and SQLite's messages. */
const NOT_WRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'attempt to write a readonly database',
  'unable to open database file',
])

/** For drivers over a network or behind another library: all they have in common is SQLite's message. */
export function classifySqliteError(error: unknown): SqlFailure {
  const text = error instanceof Error ? error.message : ''
  if (text.includes('no such table')) return { kind: 'missing-table', reason: 'the tables are missing' }
  const kind = /FOREIGN KEY constraint failed/i.test(text)
    ? 'foreign-key'
    : /\bSQLITE_BUSY|\b40001\b|database (?:table )?is locked/.test(`${codeText(error)} ${text}`)
      ? 'conflict'
      : 'other'
  const code = codeText(error)
  return { kind, reason: /\bSQLITE_[A-Z_]+/.exec(`${code} ${text}`)?.[0] ?? (code || 'it does not answer') }
}

function codeText(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code ?? '') : ''
}

export function translateSqliteError(error: unknown, file: string): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  if (codeOf(error) === FOREIGN_KEY) {
    // The user was deleted while this request was under way; nothing may be stored for them.
    return new LatchkeyError('account_not_found', { detail: 'The user does not exist.', cause: error })
  }
  return new LatchkeyError('store_unavailable', {
    detail: `${file}: ${reason(error)}.${remedy(error)}`,
    cause: error,
  })
}

export function isMissingTable(error: unknown): boolean {
  return codeOf(error) !== null && /^no such table/.test((error as Error).message)
}

/** Whether the connection can no longer be used. */
export function isBeyondRepair(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && BEYOND_REPAIR.has(code & 0xff)
}

function remedy(error: unknown): string {
  if (isMissingTable(error)) return ' Apply the migrations: latchkey migrate'
  // Containers and serverless functions often have a read-only file system.
  return NOT_WRITABLE.has(reason(error))
    ? ' It cannot be written: name another place by DATABASE_URL=sqlite:FILE, or a database server.'
    : ''
}

function reason(error: unknown): string {
  if (isMissingTable(error)) return 'the tables are missing'
  if (error instanceof Error && 'errstr' in error) return String(error.errstr)
  return error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
}

/** SQLite's result code: `errcode` in Node, `errno` in Bun, a name in `better-sqlite3`. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null
  const { errcode, errno, code } = error as { errcode?: unknown; errno?: unknown; code?: unknown }
  if (typeof errcode === 'number') return errcode
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return null
  return typeof errno === 'number' ? errno : (CODES[code] ?? 1)
}
