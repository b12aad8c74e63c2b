// What PostgreSQL's error codes mean to a store. https://www.postgresql.org/docs/current/errcodes-appendix.html
import type { SqlFailure } from '../sql/sql-failure.ts'

const KINDS: Readonly<Record<string, SqlFailure['kind']>> = {
  '40001': 'conflict',
  '40P01': 'conflict',
  '42P01': 'missing-table',
  '23503': 'foreign-key',
}

export function classifyPostgresError(error: unknown): SqlFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code ?? '') : ''
  return { kind: KINDS[code] ?? 'other', reason: code || 'it does not answer' }
}
