// What a database engine must offer to carry a store, and how engines differ. Nothing else in this folder knows
// which one it is talking to.
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
  /** Which SQL it speaks. */
  readonly language: SqlLanguage
  /** How the first value of a hand-written query is marked. */
  readonly firstPlaceholder: '?' | '$1'
  /** Whether INSERT knows ON CONFLICT. Where it does not, the engine answers a duplicate as no change. */
  readonly hasOnConflict: boolean
  /** Whether SELECT can lock rows. SQLite locks the whole file for a transaction instead. */
  readonly hasRowLocks: boolean
  /** Whether indexes are part of CREATE TABLE. Where they are not, they can leave out rows without a value. */
  readonly hasInlineIndexes: boolean
  /** Where the tables are; undefined: where the connection looks first. */
  readonly schema?: string | undefined
  /** Asks for that place's name, where a database has several, and makes a name that is found elsewhere count as missing. */
  readonly places?: SqlPlaces | undefined
  /** How many values one statement may have. */
  readonly mostValues: number
  readonly columns: SqlColumns
  /** What follows a table's definition, as SQL. */
  readonly tableEnding: { readonly standard: string; readonly keyed: string }
}

export interface SqlPlaces {
  /** Answers one row with `name`: where a new table would be made. */
  readonly current: string
  /** A condition: this table is there, and not further down the search path. */
  isCurrent(table: string): string
}

/** Column types, as SQL. All keep what they are given to the byte. */
export interface SqlColumns {
  /** Text that is compared byte for byte and may be indexed; at most `characters` long. */
  key(characters: number): string
  /** Text of any length. */
  readonly text: string
  readonly flag: string
  /** Milliseconds since 1970. */
  readonly milliseconds: string
}

export interface SqlDatabase {
  readonly traits: SqlTraits
  /** Runs one query on its own. Throws `store_unavailable`; `account_not_found` where a row's user is gone. */
  run<Row>(query: Query<Row>): Promise<Answer<Row>>
  /**
   * All of the steps or nothing, in this order and again from the first where the engine asks for that. One answer for each step.
   * Throws as `run` does.
   */
  atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]>
  /** The session check: at once where the engine can. Throws as `run` does. */
  findSession(sessionId: string): MaybePromise<StoredSessionRow | null>
  /**
   * How changes of other processes are heard: `tell` is called for each, and the answer says whether all of the last
   * second are known. Absent where they cannot be heard, so that nothing may be remembered.
   */
  readonly hearOthers?: ((tell: (change: SessionChange) => void) => () => boolean) | undefined
  /** The query that sends this message to the other servers, with the commit of its transaction. */
  readonly announcement?: ((message: string) => Query<unknown>) | undefined
  /** Kysely for its migrator, which takes a lock of its own. Absent where each migration is one unit of work. */
  readonly openMigrator?: (() => Promise<MigratorAccess>) | undefined
  /** Whether an error that `run` threw says that a table does not exist. */
  isMissingTable(error: unknown): boolean
  close(): Promise<void>
}

/** Closing it leaves the database open. */
export interface MigratorAccess {
  // biome-ignore lint/suspicious/noExplicitAny: of whatever tables an application has.
  readonly db: Kysely<any>
  close(): Promise<void>
}
