// DATABASE_URL in, store out. Loads the store that is named, beside the default; opens nothing, since drivers load at its first use.
import type { Store } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
// The default, and its parts are most of what the other two need.
import { sqlite } from '../sqlite.ts'

export interface StoreUrlOptions {
  /** Of PostgreSQL: the schema in which the tables are. Default: that of the connection's search path. */
  readonly schema?: string | undefined
  /** Of libSQL: the token of the database. Default: the one in the URL. */
  readonly authToken?: string | undefined
}

/**
 * `sqlite:FILE` and `bun-sqlite:FILE` (a path as it stands, relative to the working directory), `postgres://…`, `neon://…` (the same
 * over HTTP), `mysql://…`, `libsql://…`, `memory:`.
 * Rejects with `config_option_invalid` for anything else; the URL may hold a password, so it is not repeated.
 */
export async function storeFromUrl(url: string, { schema, authToken }: StoreUrlOptions = {}): Promise<Store> {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+-]*):(.*)$/is.exec(url) ?? []
  if (schema !== undefined && !/^(?:postgres(?:ql)?|neon)$/i.test(scheme)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'DATABASE_SCHEMA is for PostgreSQL only: leave it out.',
    })
  }
  if (authToken !== undefined && !/^libsql$/i.test(scheme)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'DATABASE_AUTH_TOKEN is for libSQL only: leave it out.',
    })
  }
  switch (scheme.toLowerCase()) {
    case 'sqlite':
      if (rest !== '') return sqlite(rest)
      break
    case 'bun-sqlite':
      if (rest !== '') return (await import('../bun-sqlite.ts')).bunSqlite(rest)
      break
    case 'libsql':
      return (await import('../libsql.ts')).libsql(url, { authToken })
    case 'neon':
      return (await import('../neon.ts')).neon(`postgres:${rest}`, { schema })
    case 'memory':
      return (await import('../memory.ts')).memory()
    case 'postgres':
    case 'postgresql':
      return (await import('../postgres.ts')).postgres(url, { schema })
    case 'mysql':
    case 'mariadb':
      return (await import('../mysql.ts')).mysql(`mysql:${rest}`)
  }
  throw new LatchkeyError('config_option_invalid', {
    detail:
      'The database URL must be sqlite:FILE, postgres://…, mysql://…, libsql://…, neon://…, bun-sqlite:FILE or memory:',
  })
}
