// `latchkey schema`: prints the tables as an ORM schema or as SQL, for applications whose own migrations create them.
import { parseArgs } from 'node:util'
import type { Environment } from '../environment.ts'
import type { SqlLanguage } from '../stores/parts/sql/database.ts'
import type { MigrateSurroundings } from './migrate.ts'
import { Misuse, quoted, readOrComplain } from './usage.ts'

const LANGUAGES: readonly SqlLanguage[] = ['sqlite', 'postgres', 'mysql']

/** By the scheme of `DATABASE_URL`. */
const LANGUAGE_OF_SCHEME: Readonly<Record<string, SqlLanguage>> = {
  sqlite: 'sqlite',
  'bun-sqlite': 'sqlite',
  memory: 'sqlite',
  libsql: 'sqlite',
  postgres: 'postgres',
  postgresql: 'postgres',
  neon: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
}

const FORMS = ['sql', 'drizzle', 'prisma'] as const
type Form = (typeof FORMS)[number]

/** Returns the exit code: 0, or 2 for wrong arguments. */
export async function schema(args: readonly string[], surroundings: MigrateSurroundings): Promise<number> {
  const { environment, write, complain } = surroundings
  const wanted = readOrComplain('schema', () => readArguments(args), complain)
  if (wanted === null) return 2
  if (wanted.dialect !== undefined && !LANGUAGES.includes(wanted.dialect)) {
    complain(
      `config_option_invalid: --dialect must be sqlite, postgres or mysql; found ${quoted(wanted.dialect)}.`,
    )
    return 2
  }
  const language = wanted.dialect ?? languageOf(environment)
  if (language === null) {
    complain(
      'config_option_invalid: DATABASE_URL names no database that is known: correct it, or say --dialect.',
    )
    return 2
  }
  const place = language === 'postgres' ? environment.DATABASE_SCHEMA || undefined : undefined
  write(await WRITERS[wanted.form](language, place))
  return 0
}

const WRITERS: Readonly<
  Record<Form, (language: SqlLanguage, schema: string | undefined) => Promise<string>>
> = {
  async sql(language, place) {
    const [{ writeSql }, { LANGUAGES: languages }] = await Promise.all([
      import('../stores/parts/schema/write-sql.ts'),
      import('../stores/parts/sql/languages.ts'),
    ])
    return writeSql({ ...languages[language].traits, schema: place })
  },
  async drizzle(language, place) {
    const [{ outlineTables }, { writeDrizzle }] = await Promise.all([
      import('../stores/parts/schema/outline-tables.ts'),
      import('../stores/parts/schema/write-drizzle.ts'),
    ])
    return writeDrizzle(await outlineTables(), language, place)
  },
  async prisma(language, place) {
    const [{ outlineTables }, { writePrisma }] = await Promise.all([
      import('../stores/parts/schema/outline-tables.ts'),
      import('../stores/parts/schema/write-prisma.ts'),
    ])
    return writePrisma(await outlineTables(), language, place)
  },
}

function readArguments(args: readonly string[]): { form: Form; dialect: SqlLanguage | undefined } {
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { sql: flag, drizzle: flag, prisma: flag, dialect: { type: 'string' } },
  })
  const [form = 'sql', ...others] = FORMS.filter((each) => values[each])
  if (others.length > 0) throw new Misuse(`--${form} and --${others[0]} exclude each other.`)
  return { form, dialect: values.dialect as SqlLanguage | undefined }
}

/** Null for an unknown database. */
function languageOf({ DATABASE_URL }: Environment): SqlLanguage | null {
  if (!DATABASE_URL) return 'sqlite'
  const [scheme = ''] = DATABASE_URL.split(':')
  return LANGUAGE_OF_SCHEME[scheme.toLowerCase()] ?? null
}
