// Migrations as plain SQL, for those who apply it with tools of their own: the same steps, written down instead of
// run, and no database is opened.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  type QueryResult,
  sql,
} from 'kysely'
import { MIGRATIONS } from '../migrations/list.ts'
import type { SqlDatabase } from './database.ts'
import { MIGRATIONS_TABLE } from './migrate.ts'

/** All migrations, in order, each under a comment with its name. They may be run again where they were run before. */
export async function printMigrations(database: SqlDatabase, now: Date): Promise<string> {
  const dialect = await database.openDialect()
  const { schema } = database.traits
  const there = (db: Kysely<unknown>) => (schema === undefined ? db : db.withSchema(schema))
  const parts = [await record(dialect, (db) => createList(there(db)))]
  for (const { name, load } of MIGRATIONS) {
    const { up } = await load()
    const statements = await record(dialect, async (db) => {
      await up(there(db), database.traits)
      await noteApplied(there(db), name, now)
    })
    parts.push(`-- ${name}\n${statements}`)
  }
  return parts.join('\n')
}

/** The list that `latchkey migrate` reads, so that it knows what was applied by hand. */
async function createList(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable(MIGRATIONS_TABLE)
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute()
}

async function noteApplied(db: Kysely<unknown>, name: string, now: Date): Promise<void> {
  const columns = sql.join([sql.ref('name'), sql.ref('timestamp')])
  const values = sql.join([sql.lit(name), sql.lit(now.toISOString())])
  await sql`insert into ${sql.table(MIGRATIONS_TABLE)} (${columns}) values (${values})`.execute(db)
}

async function record(dialect: Dialect, steps: (db: Kysely<unknown>) => Promise<void>): Promise<string> {
  const written: string[] = []
  const createDriver = () => new RecordingDriver(written)
  await steps(
    new Kysely<unknown>({
      dialect: {
        createDriver,
        createAdapter: () => dialect.createAdapter(),
        createIntrospector: (db) => dialect.createIntrospector(db),
        createQueryCompiler: () => dialect.createQueryCompiler(),
      },
    }),
  )
  return written.map((statement) => `${statement};\n`).join('')
}

class RecordingDriver extends DummyDriver {
  readonly #written: string[]

  constructor(written: string[]) {
    super()
    this.#written = written
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    const executeQuery = async <Row>({ sql: text }: CompiledQuery): Promise<QueryResult<Row>> => {
      this.#written.push(text)
      return { rows: [] }
    }
    return Object.assign(connection, { executeQuery })
  }
}
