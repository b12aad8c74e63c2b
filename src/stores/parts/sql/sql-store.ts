// A store over any SQL database: each method is one statement, or one unit of work from the files beside this one.
import type { Store } from '../../../contracts/store.ts'
import { SessionChanges } from '../session-changes.ts'
import { ChangeWriter } from './change-writer.ts'
import type { SqlDatabase } from './database.ts'
import { sqlAudit } from './sql-audit.ts'
import { sqlMarks } from './sql-marks.ts'
import { sqlSessions } from './sql-sessions.ts'
import { sqlTokens } from './sql-tokens.ts'
import { sqlUsers } from './sql-users.ts'
import { StatementRunner } from './statement-runner.ts'

/** A store with tables of its own. */
export interface SqlStore extends Store {
  /** Takes back the newest migration, and what its tables hold. Answers its name, or nothing where none is left. */
  revertMigration(): Promise<readonly string[]>
  /** All migrations as SQL; opens no database. */
  printMigrations(now: Date): Promise<string>
}

export function sqlStore(database: SqlDatabase): SqlStore {
  const runner = new StatementRunner(database)
  const isTrusted = database.hearOthers?.((change) => changes.tell(change))
  const changes: SessionChanges = new SessionChanges(isTrusted)
  const writer = new ChangeWriter(runner, changes)
  return {
    name: database.traits.name,
    watch: isTrusted ? changes.watch : null,
    migrate: () => runner.migrate(),
    pendingMigrations: () => runner.pendingMigrations(),
    revertMigration: () => runner.revertMigration(),
    printMigrations: (now) => runner.printMigrations(now),
    close: () => database.close(),
    users: sqlUsers(runner, writer),
    sessions: sqlSessions(runner, writer),
    marks: sqlMarks(runner),
    tokens: sqlTokens(runner),
    audit: sqlAudit(runner),
  }
}

export function isSqlStore(store: Store): store is SqlStore {
  return 'revertMigration' in store && 'printMigrations' in store
}
