// Runs the compiled queries and units of work of an SQL store, and migrates its schema. Kysely is loaded on first use.
import { loadOnce } from '../../../contracts/load-once.ts'
import type { SqlDatabase } from './database.ts'
import { applyMigrations, pendingMigrations, revertMigration } from './migrate.ts'
import type { Answer, Query } from './query.ts'
import type { Statements } from './statements.ts'
import type { Tables } from './tables.ts'
import { type Unit, unit } from './unit.ts'

/** Picks a query and passes it its values. */
type Choose<Row> = (statements: Statements) => Query<Row>

export class StatementRunner {
  readonly database: SqlDatabase
  #loaded = loadOnce(() => loadStatements(this.database))
  /** Set while the statements can be used without waiting. */
  #ready: Statements | undefined
  // The migrations' lock only excludes other processes. Within this process they run one after another.
  #migrating: Promise<unknown> = Promise.resolve()

  constructor(database: SqlDatabase) {
    this.database = database
  }

  migrate(): Promise<readonly string[]> {
    return this.#migrateAlone(() => applyMigrations(this.database))
  }

  pendingMigrations(): Promise<readonly string[]> {
    return pendingMigrations(this.database)
  }

  /** Reverts the newest migration and deletes its data. Returns its name, or an empty list if none is left. */
  revertMigration(): Promise<readonly string[]> {
    return this.#migrateAlone(() => revertMigration(this.database))
  }

  /** Returns all migrations as SQL, without opening the database. */
  async printMigrations(now: Date): Promise<string> {
    const { printMigrations } = await import('./print-migrations.ts')
    return printMigrations(this.database.traits, now)
  }

  async run<Row>(choose: Choose<Row>): Promise<Answer<Row>> {
    return this.database.run(choose(this.#ready ?? (await this.#compiled())))
  }

  async all<Row, Result>(choose: Choose<Row>, toResult: (row: Row) => Result): Promise<readonly Result[]> {
    return (await this.run(choose)).rows.map(toResult)
  }

  async first<Row, Result>(choose: Choose<Row>, toResult: (row: Row) => Result): Promise<Result | null> {
    const [row] = (await this.run(choose)).rows
    return row ? toResult(row) : null
  }

  async atomically<Result>(choose: (statements: Statements) => Unit<Result>): Promise<Result> {
    const { steps, read } = choose(this.#ready ?? (await this.#compiled()))
    return read(await this.database.atomically(steps))
  }

  /** Uses a transaction for its isolation level: at MySQL's default level, a DELETE also locks the gaps around the rows. */
  deleteMany(choose: Choose<unknown>): Promise<number> {
    return this.atomically((statements) => unit([{ query: choose(statements) }], ([{ changes }]) => changes))
  }

  #migrateAlone(run: () => Promise<readonly string[]>): Promise<readonly string[]> {
    this.#ready = undefined
    const outcome = this.#migrating.then(run)
    this.#migrating = Promise.allSettled([outcome])
    return outcome
  }

  /** Loads Kysely and compiles the statements, once. Waits for a running migration. */
  async #compiled(): Promise<Statements> {
    const migrating = this.#migrating
    await migrating
    const statements = await this.#loaded()
    // Another migration may have begun in the meantime.
    if (migrating === this.#migrating) this.#ready = statements
    return statements
  }
}

async function loadStatements(database: SqlDatabase): Promise<Statements> {
  const [{ Kysely }, { compileStatements }, { compilerDialect }] = await Promise.all([
    import('kysely'),
    import('./statements.ts'),
    import('./compiler-dialect.ts'),
  ])
  const { language, schema } = database.traits
  const db = new Kysely<Tables>({ dialect: compilerDialect(language) })
  return compileStatements(schema === undefined ? db : db.withSchema(schema), database.traits)
}
