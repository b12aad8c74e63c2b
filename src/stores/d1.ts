// A store in Cloudflare D1, for Workers. D1 has no interactive transactions; each method is one request to it.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { defineSqlStore } from './parts/sql/define-sql-store.ts'

/** The part of a D1 binding (or of its session) that the store uses. */
export interface D1Database {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<readonly D1Answer[]>
}

/** The part of D1's prepared statement that the store uses. */
export interface D1Statement {
  bind(...values: unknown[]): D1Statement
  all(): Promise<D1Answer>
}

/** The part of D1's answer to a statement that the store uses. */
export interface D1Answer {
  readonly results: readonly object[]
  readonly meta: { readonly changes?: number | undefined }
}

/** https://developers.cloudflare.com/d1/platform/limits */
const MOST_VALUES = 100

/**
 * A store in the D1 database of this binding: `d1(env.DB)`. It sends no query before the first use; a session check is one query.
 *
 * Throws `config_option_invalid` if the binding is missing. Methods throw `store_unavailable` while D1 does not answer, and
 * work again as soon as it does.
 *
 * @example
 * ```ts
 * import { latchkey } from 'latchkey'
 * import { google } from 'latchkey/providers/google'
 * import { type D1Database, d1 } from 'latchkey/stores/d1'
 *
 * export function authOf(env: { readonly DB: D1Database }) {
 *   return latchkey({ providers: [google()], store: d1(env.DB) })
 * }
 * ```
 */
export function d1(database: D1Database): Store {
  if (typeof database?.prepare !== 'function' || typeof database.batch !== 'function') {
    const found = database === undefined ? 'undefined' : typeof database
    const detail = `d1() takes the binding of a D1 database, such as env.DB; found ${found}. Is it listed under "d1_databases" in wrangler.jsonc?`
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  return defineSqlStore({
    name: 'd1',
    language: 'sqlite',
    mostValues: MOST_VALUES,
    async batch(statements) {
      const bound = statements.map(({ sql, values }) => database.prepare(sql).bind(...values))
      const [only] = bound
      const answers = bound.length === 1 && only ? [await only.all()] : await database.batch(bound)
      return answers.map(({ results, meta }) => ({ rows: results, changes: meta.changes ?? 0 }))
    },
  })
}
