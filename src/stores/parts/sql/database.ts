// What a database engine must implement to back a store, and how engines differ. Nothing else in this folder depends on the
// engine.
import type { Kysely } from 'kysely'
import type { MaybePromise } from '../../../contracts/maybe-promise.ts'
import type { SessionChange } from '../../../contracts/session-watch.ts'
import type { Answer, Query } from './query.ts'
import type { StoredSessionRow } from './rows.ts'
import type { Step } from './unit.ts'

export type SqlLanguage = 'sqlite' | 'postgres' | 'mysql'

/** The differences between engines, declared as data. */
export interface SqlTraits {
  /** For logs: `sqlite`, `postgres`, `mysql`. */
  readonly name: string
  /** The SQL dialect. */
  readonly language: SqlLanguage
  /** The placeholder of the first value in hand-written queries. */
  readonly firstPlaceholder: '?' | '$1'
  /** Whether INSERT supports ON CONFLICT. If not, the engine reports a duplicate as no change. */
  readonly hasOnConflict: boolean
  /** Whether SELECT can lock rows. SQLite instead locks the whole file for a transaction. */
  readonly hasRowLocks: boolean
  /** Whether CREATE TABLE contains the indexes. Engines where it does not have partial indexes. */
  readonly hasInlineIndexes: boolean
  /** The schema that holds the tables. `undefined`: the first one on the connection's search path. */
  readonly schema?: string | undefined
  /** For databases with several schemas: queries about the current one. A table found in another schema counts as missing. */
  readonly places?: SqlPlaces | undefined
  /** The highest number of values in one statement. */
  readonly mostValues: number
  readonly columns: SqlColumns
  /** SQL after a table's definition. */
  readonly tableEnding: { readonly standard: string; readonly keyed: string }
}

export interface SqlPlaces {
  /** SQL that returns one row with `name`: the schema in which a new table would be created. */
  readonly current: string
  /** An SQL condition: this table exists in that schema, not only further down the search path. */
  isCurrent(table: string): string
}

/** Column types, as SQL. All store values exactly, byte by byte. */
export interface SqlColumns {
  /** Text that is compared byte by byte and may be indexed; at most `characters` long. */
  key(characters: number): string
  /** Text of any length. */
  readonly text: string
  readonly flag: string
  /** Milliseconds since 1970. */
  readonly milliseconds: string
}

export interface SqlDatabase {
  readonly traits: SqlTraits
  /** Runs one query on its own. Throws `store_unavailable`, or `account_not_found` if a row's user no longer exists. */
  run<Row>(query: Query<Row>): Promise<Answer<Row>>
  /**
   * Runs all of the steps or none, in this order, and starts over if the engine reports a conflict. Returns one answer per step.
   * Throws as `run` does.
   */
  atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]>
  /** The session check. Synchronous if the engine is. Throws as `run` does. */
  findSession(sessionId: string): MaybePromise<StoredSessionRow | null>
  /**
   * Listens to changes by other processes. Calls `tell` for each, and returns a function that says whether all changes older than
   * a second are known. Absent if changes cannot be heard; then nothing may be remembered.
   */
  readonly hearOthers?: ((tell: (change: SessionChange) => void) => () => boolean) | undefined
  /** The query that sends this message to the other servers when its transaction commits. */
  readonly announcement?: ((message: string) => Query<unknown>) | undefined
  /** Opens Kysely for its migrator, which takes its own lock. Absent if each migration is one unit of work. */
  readonly openMigrator?: (() => Promise<MigratorAccess>) | undefined
  /** Whether an error thrown by `run` means that a table does not exist. */
  isMissingTable(error: unknown): boolean
  close(): Promise<void>
}

/** `close` leaves the database open. */
export interface MigratorAccess {
  // biome-ignore lint/suspicious/noExplicitAny: of whatever tables an application has.
  readonly db: Kysely<any>
  close(): Promise<void>
}
