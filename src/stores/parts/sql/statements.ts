// The queries for all databases, by topic. Kysely checks the columns and writes each database's SQL, once per store. The
// queries of session checks and starts are written by hand, so that they never wait for Kysely to load: find-session-sql.ts,
// find-issuer-sql.ts and list-applied.ts.
import type { Kysely } from 'kysely'
import { type AccountStatements, accountStatements } from './account-statements.ts'
import { type AuditStatements, auditStatements } from './audit-statements.ts'
import type { SqlTraits } from './database.ts'
import { type LeaseStatements, leaseStatements } from './lease-statements.ts'
import { type SessionStatements, sessionStatements } from './session-statements.ts'
import type { Tables } from './tables.ts'
import { type TokenStatements, tokenStatements } from './token-statements.ts'
import { type UsedMarkStatements, usedMarkStatements } from './used-mark-statements.ts'
import { type UserStatements, userStatements } from './user-statements.ts'

export type Statements = UserStatements &
  AccountStatements &
  SessionStatements &
  UsedMarkStatements &
  TokenStatements &
  LeaseStatements &
  AuditStatements

export function compileStatements(db: Kysely<Tables>, traits: SqlTraits): Statements {
  return {
    ...userStatements(db, traits),
    ...accountStatements(db, traits),
    ...sessionStatements(db, traits),
    ...usedMarkStatements(db, traits),
    ...tokenStatements(db, traits),
    ...leaseStatements(db, traits),
    ...auditStatements(db),
  }
}
