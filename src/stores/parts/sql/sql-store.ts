// A store on any SQL database: each method is one statement, or one unit of work from the other files of this folder.
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

/** A store with its own tables. */
export interface SqlStore extends Store {
  /** Reverts the newest migration and deletes its data. Returns its name, or an empty list if none is left. */
  revertMigration(): Promise<readonly string[]>
  /** Returns all migrations as SQL, without opening the database. */
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
