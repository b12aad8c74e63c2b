// Records the statements that Kysely would run, in order, without opening a database.
import { type CompiledQuery, type DatabaseConnection, DummyDriver, Kysely, type QueryResult } from 'kysely'
import { compilerDialect } from './compiler-dialect.ts'
import type { SqlTraits } from './database.ts'

/** Tables are qualified with the schema, if the option is set. */
export async function recordStatements(
  { language, schema }: Pick<SqlTraits, 'language' | 'schema'>,
  steps: (db: Kysely<unknown>) => Promise<void>,
): Promise<readonly CompiledQuery[]> {
  const written: CompiledQuery[] = []
  const dialect = compilerDialect(language, () => new RecordingDriver(written))
  const db = new Kysely<unknown>({ dialect })
  await steps(schema === undefined ? db : db.withSchema(schema))
  return written
}

class RecordingDriver extends DummyDriver {
  readonly #written: CompiledQuery[]

  constructor(written: CompiledQuery[]) {
    super()
    this.#written = written
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    const executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      this.#written.push(query)
      return { rows: [] }
    }
    return Object.assign(connection, { executeQuery })
  }
}
