// A database whose connections belong to a library of the application, such as Kysely or Prisma: the library runs a query, or a
// function inside a transaction.
import { isMysqlDuplicate } from '../mysql/mysql-error.ts'
import { BatchDatabase } from './batch-database.ts'
import type { SqlDatabase, SqlLanguage } from './database.ts'
import { LANGUAGES } from './languages.ts'
import type { Answer, Query, SqlValue } from './query.ts'
import { runSteps } from './run-steps.ts'
import type { SqlFailure } from './sql-failure.ts'

/** Runs one statement. Rows are objects; integers may be bigints, and keys bytes. */
export type RunStatement = (sql: string, values: readonly SqlValue[]) => Promise<Answer<object>>

export interface CallbackLibrary {
  readonly name: string
  readonly language: SqlLanguage
  readonly schema?: string | undefined
  readonly run: RunStatement
  /** Commits if `work` returns and rolls back if it throws. Each statement sees what other transactions have committed before it. */
  readonly transaction: <Result>(work: (run: RunStatement) => Promise<Result>) => Promise<Result>
  readonly openMigrator?: SqlDatabase['openMigrator']
  readonly announcement?: SqlDatabase['announcement']
  /** Finds the database's error inside the library's. Default: returns the error itself. */
  readonly causeOf?: ((error: unknown) => unknown) | undefined
}

export function callbackDatabase(library: CallbackLibrary): SqlDatabase {
  const { name, language, schema, openMigrator, announcement, causeOf = (error) => error } = library
  const { traits, write, read, classify } = LANGUAGES[language]

  async function ask(run: RunStatement, query: Query<unknown>): Promise<Answer<unknown>> {
    try {
      const { rows, changes } = await run(query.sql, query.values.map(write))
      return { rows: rows.map((row) => read(readColumns(row as Record<string, unknown>))), changes }
    } catch (error) {
      if (query.orNothing && isMysqlDuplicate(causeOf(error))) return { rows: [], changes: 0 }
      throw error
    }
  }

  return new BatchDatabase({
    traits: { ...traits, name, schema },
    announcement,
    openMigrator,
    classify: (error): SqlFailure => classify(causeOf(error)),
    run: (query) => ask(library.run, query),
    batch: (steps) => library.transaction((run) => runSteps(steps, (query) => ask(run, query))),
  })
}

const decoder = new TextDecoder()

function readColumns(row: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const column in row) {
    const value = row[column]
    read[column] =
      typeof value === 'bigint' ? Number(value) : value instanceof Uint8Array ? decoder.decode(value) : value
  }
  return read
}
