// A store on any driver that runs a list of statements, all or none, in SQLite's or PostgreSQL's SQL.
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

/** What a database answers to one statement. */
export interface SqlAnswer {
  /** Objects with a property for each column. Empty where the statement answers none. */
  readonly rows: readonly object[]
  /** Rows inserted, matched by an update, or deleted; looked at for these statements only. */
  readonly changes: number
}

/** What `defineSqlStore` needs of a driver. */
export interface SqlStoreDescription {
  /** For logs and errors: `d1`. */
  readonly name: string
  /** Which SQL the statements are in. */
  readonly language: 'sqlite' | 'postgres'
  /**
   * Runs the statements in this order, all of them or none, preferably in one round trip. Answers one `SqlAnswer` for each. What
   * it throws becomes `store_unavailable` or `account_not_found`; errors of PostgreSQL carry its five-character `code`, those of
   * SQLite its words (`FOREIGN KEY constraint failed`, `no such table`) in `message`.
   */
  readonly batch: (statements: readonly SqlStatement[]) => Promise<readonly SqlAnswer[]>
  /** How many values one statement may have. Default: 1000. */
  readonly mostValues?: number | undefined
  /** Of PostgreSQL: the schema in which the tables are. Default: the first one of the connection's search path. */
  readonly schema?: string | undefined
  /** Of PostgreSQL: whether servers that listen learn of ended sessions, by NOTIFY. Default: true. */
  readonly notify?: boolean | undefined
  /** Closes what the store itself has opened. Default: nothing. */
  readonly close?: (() => Promise<void>) | undefined
}

/** Drivers over HTTP wait for as long as the server does. */
const ANSWER_MILLISECONDS = 10_000

/**
 * A store on a database that has no interactive transactions, or on any driver that takes a list of statements. It has its own
 * tables (`migrate`), and each method is one call of `batch`, but for ending many sessions and taking a lease, which are two.
 * Since other servers are not heard, every session check reads the database. A batch that takes ten seconds has failed.
 *
 * Throws `config_option_invalid` for another language.
 *
 * @example
 * ```ts
 * import { defineSqlStore, type Store } from 'latchkey/kit'
 *
 * // A service that runs SQLite and is asked over HTTP.
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
  // Some drivers of SQLite end a text at U+0000, which SQLite itself keeps; PostgreSQL's language writes it otherwise already.
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
