// A store on any driver that can run a list of statements, all or none, in the SQL of SQLite or PostgreSQL.
import type { Store } from '../../../contracts/store.ts'
import { LatchkeyError } from '../../../errors.ts'
import { within } from '../../../outbound/within.ts'
import { postgresAnnouncement } from '../postgres/postgres-announcement.ts'
import { BatchDatabase } from './batch-database.ts'
import { LANGUAGES } from './languages.ts'
import type { Answer, SqlValue } from './query.ts'
import { sqlStore } from './sql-store.ts'
import { restoreNul, withoutNul } from './text-without-nul.ts'
import type { Step } from './unit.ts'

/** One statement with its values, in order. */
export interface SqlStatement {
  /** Placeholders are `?` in SQLite's SQL, `$1`, `$2` … in PostgreSQL's. */
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** A database's answer to one statement. */
export interface SqlAnswer {
  /** Objects with a property for each column. Empty if the statement returns no rows. */
  readonly rows: readonly object[]
  /** Rows inserted, matched by an update, or deleted. Ignored for other statements. */
  readonly changes: number
}

/** What `defineSqlStore` needs to know about a driver. */
export interface SqlStoreDescription {
  /** Name for logs and errors, such as `d1`. */
  readonly name: string
  /** The SQL dialect of the statements. */
  readonly language: 'sqlite' | 'postgres'
  /**
   * Runs the statements in this order, all of them or none, preferably in one round trip. Returns one `SqlAnswer` per statement.
   * Its errors become `store_unavailable` or `account_not_found`: PostgreSQL's errors must have their five-character `code`,
   * SQLite's their text (`FOREIGN KEY constraint failed`, `no such table`) in `message`.
   */
  readonly batch: (statements: readonly SqlStatement[]) => Promise<readonly SqlAnswer[]>
  /** The highest number of values in one statement. Default: 1000. */
  readonly mostValues?: number | undefined
  /** PostgreSQL only: the schema that holds the tables. Default: the first one on the connection's search path. */
  readonly schema?: string | undefined
  /** PostgreSQL only: whether to notify listening servers of ended sessions, through NOTIFY. Default: true. */
  readonly notify?: boolean | undefined
  /** Closes whatever the store itself opened. Default: does nothing. */
  readonly close?: (() => Promise<void>) | undefined
}

/** Drivers over HTTP have no time limit of their own. */
const ANSWER_MILLISECONDS = 10_000

/**
 * Defines a store on a database without interactive transactions, or on any driver that takes a list of statements. The store has
 * its own tables (`migrate`). Each method calls `batch` once; ending many sessions and taking a lease call it twice. The store
 * cannot hear other servers, so every session check reads the database. A batch fails after ten seconds.
 *
 * Throws `config_option_invalid` for any other language.
 *
 * @example
 * ```ts
 * import { defineSqlStore, type Store } from 'latchkey/kit'
 *
 * // A service that runs SQLite and answers over HTTP.
 * export function acme(service: Service): Store {
 *   return defineSqlStore({
 *     name: 'acme',
 *     language: 'sqlite',
 *     batch: (statements) => service.transaction(statements.map(({ sql, values }) => ({ sql, args: values }))),
 *   })
 * }
 *
 * interface Service {
 *   transaction(statements: readonly object[]): Promise<readonly { rows: object[]; changes: number }[]>
 * }
 * ```
 */
export function defineSqlStore(description: SqlStoreDescription): Store {
  const { name, language, batch, mostValues, schema, notify = true, close } = description
  const { traits, write, classify } = LANGUAGES[checkLanguage(language)]
  // Some SQLite drivers cut a text off at U+0000, although SQLite itself stores it. For PostgreSQL, `write` already escapes it.
  const toText = language === 'sqlite' ? withoutNul : (value: SqlValue): SqlValue => value

  async function runAll(steps: readonly Step[]): Promise<readonly Answer<unknown>[]> {
    const statements = steps.map(({ query: { sql, values } }) => ({
      sql,
      values: values.map((value) => toText(write(value))),
    }))
    const answers = await within(ANSWER_MILLISECONDS, batch(statements))
    if (answers.length !== statements.length) {
      throw new TypeError(`batch was given ${statements.length} statements and answered ${answers.length}`)
    }
    return answers.map(({ rows, changes }) => ({
      rows: rows.map((row) => restoreNul(row as Record<string, unknown>)),
      changes,
    }))
  }

  return sqlStore(
    new BatchDatabase({
      traits: { ...traits, name, schema, mostValues: mostValues ?? traits.mostValues },
      classify,
      close,
      announcement: language === 'postgres' && notify ? postgresAnnouncement : undefined,
      batch: runAll,
    }),
  )
}

function checkLanguage(language: SqlStoreDescription['language']): SqlStoreDescription['language'] {
  if (language === 'sqlite' || language === 'postgres') return language
  const detail = `defineSqlStore({ language }) must be "sqlite" or "postgres"; found ${JSON.stringify(language)}.`
  throw new LatchkeyError('config_option_invalid', { detail })
}
