// What MySQL's error codes mean to a store. https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
import type { SqlFailure } from '../sql/sql-failure.ts'

const KINDS: Readonly<Record<string, SqlFailure['kind']>> = {
  // Some drivers report numbers. The first is the SQLSTATE.
  '40001': 'conflict',
  '1213': 'conflict',
  '1205': 'conflict',
  '1146': 'missing-table',
  '1452': 'foreign-key',
  '1451': 'foreign-key',
  ER_LOCK_DEADLOCK: 'conflict',
  ER_LOCK_WAIT_TIMEOUT: 'conflict',
  ER_NO_SUCH_TABLE: 'missing-table',
  ER_NO_REFERENCED_ROW_2: 'foreign-key',
  ER_ROW_IS_REFERENCED_2: 'foreign-key',
}

export function classifyMysqlError(error: unknown): SqlFailure {
  const code = codeOf(error)
  return { kind: KINDS[code] ?? 'other', reason: code || 'it does not answer' }
}

/** Whether an INSERT failed because its row already exists. Only that statement was rolled back, not its transaction. */
export function isMysqlDuplicate(error: unknown): boolean {
  return ['ER_DUP_ENTRY', '1062'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code ?? '') : ''
}
