// A store in libSQL: Turso, a self-hosted server (sqld), or a local file or replica, through `@libsql/client`.
import type { Client } from '@libsql/client'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { loadLibsql } from './parts/libsql/load-libsql.ts'
import { defineSqlStore } from './parts/sql/define-sql-store.ts'

/** The part of a client of `@libsql/client` that the store uses. */
export type LibsqlClient = Pick<Client, 'execute' | 'batch'>

/** Options of `libsql()`. */
export interface LibsqlOptions {
  /** The token of the database. Default: the one in the URL (`?authToken=…`), if any. */
  readonly authToken?: string | undefined
}

/**
 * A store in this libSQL database: `libsql://NAME.turso.io`, `https://…`, `http://…`, `file:app.db`, or the application's own
 * client, which stays open when the store is closed. Needs the package `@libsql/client`. Each method is one request.
 *
 * Throws `config_option_invalid` for any other value. Methods throw `store_unavailable` while the server does not answer or has
 * foreign keys turned off, and work again as soon as that is fixed.
 */
export function libsql(urlOrClient: string | LibsqlClient, { authToken }: LibsqlOptions = {}): Store {
  const isUrl = typeof urlOrClient === 'string'
  if (
    isUrl ? !/^(?:libsql|https?|wss?|file):/i.test(urlOrClient) : typeof urlOrClient?.batch !== 'function'
  ) {
    // The URL may contain a token, so the message does not repeat it.
    const detail =
      'libsql() takes libsql://…, https://…, http://…, wss://…, ws://… or file:…, or a client of @libsql/client.'
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  let opened: Promise<Client> | undefined
  let hasForeignKeys = false

  async function open(): Promise<LibsqlClient> {
    if (!isUrl) return urlOrClient
    opened ??= loadLibsql().then(({ createClient }) =>
      createClient({ url: urlOrClient, ...(authToken !== undefined && { authToken }) }),
    )
    return opened
  }

  return defineSqlStore({
    name: 'libsql',
    language: 'sqlite',
    async batch(statements) {
      const client = await open()
      const wanted = statements.map(({ sql, values }) => ({ sql, args: [...values] }))
      const [only] = wanted
      // Foreign keys delete a user's rows along with the user. Checked once, before the first unit of work.
      if (wanted.length > 1 && !hasForeignKeys) hasForeignKeys = await checkForeignKeys(client)
      const answers =
        wanted.length === 1 && only ? [await client.execute(only)] : await client.batch(wanted, 'write')
      return answers.map(({ columns, rows, rowsAffected }) => ({
        rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
        changes: rowsAffected,
      }))
    },
    async close() {
      ;(await opened)?.close()
    },
  })
}

async function checkForeignKeys(client: LibsqlClient): Promise<true> {
  const { rows } = await client.execute('pragma foreign_keys')
  if (Number(rows[0]?.[0]) === 1) return true
  const detail =
    'Foreign keys are off in this libSQL database, so accounts and sessions would stay when their user is deleted.'
  throw new LatchkeyError('store_unavailable', { detail })
}
