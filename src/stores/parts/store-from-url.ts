// Makes the store that a DATABASE_URL names. Loads only that store and the default one, and opens nothing: drivers load on first use.
import type { Store } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
// Imported statically: it is the default, and most of its code is shared with the other SQL stores.
import { sqlite } from '../sqlite.ts'

export interface StoreUrlOptions {
  /** PostgreSQL only: the schema that holds the tables. Default: the first one on the connection's search path. */
  readonly schema?: string | undefined
  /** libSQL only: the token of the database. Default: the one in the URL. */
  readonly authToken?: string | undefined
}

/**
 * Takes `sqlite:FILE` or `bun-sqlite:FILE` (a literal path, relative to the working directory), `postgres://…`, `neon://…`
 * (PostgreSQL over HTTP), `mysql://…`, `libsql://…`, or `memory:`. Rejects with `config_option_invalid` for anything else; the
 * message does not repeat the URL, which may contain a password.
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
  // The rest may hold a password.
  const found = scheme === '' ? 'a value without a scheme' : `"${scheme.slice(0, 20)}:"`
  throw new LatchkeyError('config_option_invalid', {
    detail: `The database URL must be sqlite:FILE, postgres://…, mysql://…, libsql://…, neon://…, bun-sqlite:FILE or memory:; found ${found}`,
  })
}
