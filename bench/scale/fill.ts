// Fills a migrated database with users, each with an account and some sessions, as fast as the engine takes them:
// without the secondary indexes, which are built at the end.
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

export interface Crowd {
  readonly users: number
  readonly sessions: number
  /** Whose accounts these are. */
  readonly issuer: string
  /** Of the one secret that opens every session. */
  readonly secretHash: string
}

/** Ids as scattered as real ones are; both databases know this function. */
export const sessionIdOf = (n: number): string => md5(`s${n}`).slice(0, 22)
export const userIdOf = (n: number): string => md5(`u${n}`).slice(0, 22)

/** Each tenth session ended half an hour ago; that is short enough for the sweeper to leave it to the measurement. */
export const hasExpired = (n: number): boolean => n % 10 === 0

export async function fillPostgres(url: string, crowd: Crowd): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // As restoring a dump does: keys are not checked row by row.
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'")
    const { rows: indexes } = await client.query<{ name: string; sql: string }>(
      `select indexname as name, indexdef as sql from pg_indexes
        where tablename like 'latchkey_%' and indexname like '%\\_by\\_%'`,
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    const numbers = (last: number): string => `generate_series(1, ${last}) as counted(n)`
    for (const sql of insertsOf(crowd, numbers)) await client.query(sql)
    for (const { sql } of indexes) await client.query(sql)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

export function fillSqlite(file: string, crowd: Crowd): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    database.exec('pragma synchronous = off; pragma cache_size = -200000')
    database.function('md5', { deterministic: true }, (text) => md5(String(text)))
    const indexes = database
      .prepare(
        "select name, sql from sqlite_master where type = 'index' and name like '%\\_by\\_%' escape '\\'",
      )
      .all()
    for (const { name } of indexes) database.exec(`drop index ${name}`)
    const numbers = (last: number): string => `(with recursive counted(n) as
      (select 1 union all select n + 1 from counted where n < ${last}) select n from counted)`
    for (const sql of insertsOf(crowd, numbers)) database.exec(sql)
    for (const { sql } of indexes) database.exec(String(sql))
    database.exec('analyze; pragma wal_checkpoint(truncate)')
  } finally {
    database.close()
  }
}

function insertsOf(
  { users, sessions, issuer, secretHash }: Crowd,
  numbers: (last: number) => string,
): readonly string[] {
  const now = Date.now()
  const userId = (n: string): string => `substr(md5('u' || (${n})), 1, 22)`
  return [
    `insert into latchkey_users (id, email, email_verified, name, created_at)
      select ${userId('n')}, 'person-' || n || '@example.com', true, 'Person ' || n, ${now}
      from ${numbers(users)}`,
    `insert into latchkey_accounts (id, user_id, provider, issuer, subject, email, email_verified,
        verified_email_key, name, linked_at, last_used_at)
      select substr(md5('a' || n), 1, 22), ${userId('n')}, 'h', '${issuer}', 'subject-' || n,
        'person-' || n || '@example.com', true, 'person-' || n || '@example.com', 'Person ' || n, ${now}, ${now}
      from ${numbers(users)}`,
    `insert into latchkey_sessions (id, secret_hash, user_id, provider, issuer, subject, created_at,
        authenticated_at, last_seen_at, expires_at, ends_at, user_agent, client_address)
      select substr(md5('s' || n), 1, 22), '${secretHash}', ${userId(`(n - 1) % ${users} + 1`)}, 'h', '${issuer}',
        'subject-' || ((n - 1) % ${users} + 1), ${now}, ${now}, ${now},
        case when n % 10 = 0 then ${now - 1_800_000} else ${now + 7 * 86_400_000} end,
        ${now + 30 * 86_400_000}, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '192.0.2.7'
      from ${numbers(sessions)}`,
  ]
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
