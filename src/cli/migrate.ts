// `latchkey migrate`: brings the tables in DATABASE_URL up to date, shows what is pending, or reverts a migration.
import { parseArgs } from 'node:util'
import { databaseFromEnvironment, type Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { isSqlStore, type SqlStore } from '../stores/parts/sql/sql-store.ts'
import { Misuse, readOrComplain } from './usage.ts'

export interface MigrateSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}

/** Returns the exit code: 0, 1 if it failed, 2 for wrong arguments. */
export async function migrate(args: readonly string[], surroundings: MigrateSurroundings): Promise<number> {
  const { environment, write, complain } = surroundings
  const action = readOrComplain('migrate', () => readAction(args), complain)
  if (action === null) return 2
  try {
    const store = await databaseFromEnvironment(environment)
    if (!isSqlStore(store)) {
      write(`The ${store.name} store has no tables.`)
      return 0
    }
    if (!environment.DATABASE_URL && action !== 'print') complain(usualDatabase)
    try {
      write(await ACTIONS[action](store))
      return 0
    } finally {
      await store.close()
    }
  } catch (error) {
    complain(error instanceof LatchkeyError ? describe(error) : String(error))
    return 1
  }
}

const usualDatabase =
  'DATABASE_URL is not set, so this is .latchkey/app.db. If your code names another database, set DATABASE_URL to that one.'

/** Tools such as `drizzle-kit push` drop tables that they do not know, with all users in them. */
const ORM_ADVICE =
  'Does another tool manage this database (Drizzle, Prisma)? Take the tables latchkey_* out of its view, or let it make them (latchkey schema): docs/stores.md, "Beside an ORM".'

const ACTIONS = {
  up: async (store: SqlStore): Promise<string> => {
    const applied = await store.migrate()
    if (applied.length === 0) return 'Nothing to do: the tables are up to date.'
    return [...applied.map((name) => `Applied ${name}`), ORM_ADVICE].join('\n')
  },
  down: async (store: SqlStore): Promise<string> => {
    const reverted = await store.revertMigration()
    return reverted.map((name) => `Took back ${name}`).join('\n') || 'Nothing to do: no migration is applied.'
  },
  status: async (store: SqlStore): Promise<string> => {
    const pending = await store.pendingMigrations()
    return pending.map((name) => `Pending ${name}`).join('\n') || 'The tables are up to date.'
  },
  print: (store: SqlStore): Promise<string> => store.printMigrations(new Date()),
}

function readAction(args: readonly string[]): keyof typeof ACTIONS {
  const options = {
    status: { type: 'boolean' },
    print: { type: 'boolean' },
    down: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const [action = 'up', ...others] = Object.keys(values) as (keyof typeof options)[]
  if (others.length > 0) throw new Misuse(`--${action} and --${others[0]} exclude each other.`)
  return action
}

function describe(error: LatchkeyError): string {
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : ''
  return `${error.message}${cause}`
}
