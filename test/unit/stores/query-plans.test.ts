// No query that a request waits for scans a whole table: a query that is fast with a thousand rows must be fast with five million.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Kysely } from 'kysely'
import { PostgresEngine } from '../../../src/stores/parts/postgres/postgres-engine.ts'
import { compilerDialect } from '../../../src/stores/parts/sql/compiler-dialect.ts'
import type { SqlDatabase } from '../../../src/stores/parts/sql/database.ts'
import { findIssuerSql } from '../../../src/stores/parts/sql/find-issuer-sql.ts'
import { findSessionSql } from '../../../src/stores/parts/sql/find-session-sql.ts'
import { NetworkDatabase } from '../../../src/stores/parts/sql/network-database.ts'
import type { Query } from '../../../src/stores/parts/sql/query.ts'
import { sqlStore } from '../../../src/stores/parts/sql/sql-store.ts'
import { compileStatements, type Statements } from '../../../src/stores/parts/sql/statements.ts'
import { SqliteDatabase } from '../../../src/stores/parts/sqlite/sqlite-database.ts'
import { sqliteSource } from '../../../src/stores/parts/sqlite/sqlite-source.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../../support/database-servers.ts'

const ROWS = 20_000
const key = { issuer: 'https://accounts.example.com', subject: 'subject-7' }
const owned = { id: 'account-7', user_id: 'user-7' }
const lease = { name: 'lease-7', owner_id: 'owner', fence: 1 }
const tokens = {
  account_id: 'account-7',
  user_id: 'user-7',
  version: 2,
  sealed_access_token: null,
  sealed_refresh_token: null,
  sealed_id_token: null,
  scopes: '',
  expires_at: null,
  revoked_at: null,
  updated_at: 1,
}

/** Each query that a request waits for, and the sweeps. */
const queries: Readonly<Record<string, (statements: Statements) => Query<unknown>>> = {
  findUser: ({ findUser }) => findUser({ id: 'user-7' }),
  lockUser: ({ lockUser }) => lockUser({ id: 'user-7' }),
  deleteUser: ({ deleteUser }) => deleteUser({ id: 'user-7' }),
  findAccount: ({ findAccount }) => findAccount(key),
  listAccounts: ({ listAccounts }) => listAccounts({ user_id: 'user-7' }),
  listAccountsByVerifiedEmail: ({ listAccountsByVerifiedEmail }) =>
    listAccountsByVerifiedEmail({ verified_email_key: 'user-7@example.com', limit: 10 }),
  findUserOfIdentity: ({ findUserOfIdentity }) => findUserOfIdentity(key),
  deleteUserWithoutAccount: ({ deleteUserWithoutAccount }) => deleteUserWithoutAccount({ id: 'user-7' }),
  deleteAccountUnlessLast: ({ deleteAccountUnlessLast }) => deleteAccountUnlessLast(owned),
  insertFormerAccountUnlessLast: ({ insertFormerAccountUnlessLast }) => insertFormerAccountUnlessLast(owned),
  extendSession: ({ extendSession }) =>
    extendSession({
      id: 'session-7',
      last_seen_at: 1,
      expires_at: 2,
      user_agent: null,
      client_address: null,
    }),
  deleteSession: ({ deleteSession }) => deleteSession({ id: 'session-7' }),
  deleteSessions: ({ deleteSessions }) => deleteSessions(['session-7', 'session-8']),
  listSessions: ({ listSessions }) => listSessions({ user_id: 'user-7', now: 1 }),
  lockSessions: ({ lockSessions }) => lockSessions(['session-7', 'session-8']),
  lockSessionsOfUser: ({ lockSessionsOfUser }) => lockSessionsOfUser({ user_id: 'user-7' }),
  findSessionsOfUser: ({ findSessionsOfUser }) => findSessionsOfUser({ user_id: 'user-7' }),
  findSessionsOfSubject: ({ findSessionsOfSubject }) => findSessionsOfSubject({ ...key, started_before: 9 }),
  findSessionsOfProviderSession: ({ findSessionsOfProviderSession }) =>
    findSessionsOfProviderSession({ issuer: key.issuer, provider_session_id: 'sid-7', started_before: 9 }),
  sweepSessions: ({ sweepSessions }) => sweepSessions({ now: 1_000, limit: 100 }),
  sweepUsedMarks: ({ sweepUsedMarks }) => sweepUsedMarks({ now: 1_000, limit: 100 }),
  findTokens: ({ findTokens }) => findTokens({ account_id: 'account-7' }),
  updateTokensUnderLease: ({ updateTokensUnderLease }) =>
    updateTokensUnderLease({ ...tokens, ...lease, if_version: 1 }),
  lockLease: ({ lockLease }) => lockLease(lease),
  findLease: ({ findLease }) => findLease({ name: 'lease-7' }),
}

type Plan = Readonly<Record<string, unknown>>

interface Engine {
  readonly name: string
  readonly explain: string
  /** What a plan contains if a whole table is scanned. */
  readonly wholeTable: RegExp
  /** A table of the numbers from 1, in a column `n`. */
  readonly numbers: string
  readonly skip: string | false
  readonly make: () => Promise<{ database: SqlDatabase; drop: () => Promise<void> }>
}

const engines: readonly Engine[] = [
  {
    name: 'SQLite',
    explain: 'explain query plan',
    wholeTable: /^SCAN latchkey/,
    numbers: `(with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${ROWS})
      select n from counted)`,
    skip: false,
    make: async () => ({
      database: new SqliteDatabase(sqliteSource(':memory:', 'node')),
      drop: async () => {},
    }),
  },
  {
    name: 'PostgreSQL',
    explain: 'explain',
    wholeTable: /Seq Scan/,
    numbers: `(select n from generate_series(1, ${ROWS}) as n)`,
    skip: await skipWithout(postgresUrl),
    make: async () => {
      const { url, drop } = await ownPostgresDatabase()
      return { database: new NetworkDatabase(new PostgresEngine(url, { notify: false })), drop }
    },
  },
]

for (const { name, explain, wholeTable, numbers, skip, make } of engines) {
  describe(`on ${name}`, { skip }, () => {
    let made: Awaited<ReturnType<typeof make>> | undefined
    let statements: Statements | undefined
    before(async () => {
      made = await make()
      await sqlStore(made.database).migrate()
      await fill(made.database, numbers)
      statements = compileStatements(
        new Kysely({ dialect: compilerDialect(made.database.traits.language) }),
        made.database.traits,
      )
    })
    after(async () => {
      await made?.database.close()
      await made?.drop()
    })

    async function planOf(query: Query<unknown>): Promise<string[]> {
      assert.ok(made)
      const sql = `${explain} ${query.sql}`
      const { rows } = await made.database.run<Plan>({ sql, values: query.values, orNothing: false })
      return rows.map((row) => String(row.detail ?? row['QUERY PLAN']))
    }

    for (const write of [findSessionSql, findIssuerSql]) {
      test(`${write.name} reads no whole table`, async () => {
        assert.ok(made)
        const sql = write(made.database.traits)
        assertReadsNoTable(await planOf({ sql, values: ['session-7'], orNothing: false }), wholeTable)
      })
    }
    for (const [title, choose] of Object.entries(queries)) {
      test(`${title} reads no whole table`, async () => {
        assert.ok(statements)
        assertReadsNoTable(await planOf(choose(statements)), wholeTable)
      })
    }
  })
}

function assertReadsNoTable(plan: readonly string[], wholeTable: RegExp): void {
  assert.ok(plan.length > 0)
  assert.deepEqual(
    plan.filter((line) => wholeTable.test(line)),
    [],
    plan.join('\n'),
  )
}

async function fill(database: SqlDatabase, numbers: string): Promise<void> {
  const inserts = [
    `insert into latchkey_users (id, email_verified, created_at) select 'user-' || n, true, n`,
    `insert into latchkey_accounts
      (id, user_id, provider, issuer, subject, email_verified, verified_email_key, linked_at, last_used_at)
      select 'account-' || n, 'user-' || n, 'example', '${key.issuer}', 'subject-' || n, true,
        'user-' || n || '@example.com', n, n`,
    `insert into latchkey_former_accounts (issuer, subject, user_id)
      select '${key.issuer}', 'former-' || n, 'user-' || n`,
    `insert into latchkey_sessions (id, secret_hash, user_id, provider, issuer, subject, provider_session_id,
      created_at, authenticated_at, last_seen_at, expires_at, ends_at)
      select 'session-' || n, 'hash', 'user-' || n, 'example', '${key.issuer}', 'subject-' || n, 'sid-' || n,
        n, n, n, n, n`,
    `insert into latchkey_used_marks (mark, expires_at) select 'mark-' || n, n`,
    `insert into latchkey_tokens (account_id, user_id, version, scopes, updated_at)
      select 'account-' || n, 'user-' || n, 1, '', n`,
    `insert into latchkey_leases (name, owner_id, fence, expires_at) select 'lease-' || n, 'owner', 1, n`,
  ]
  const statements = [
    ...inserts.map((insert) => `${insert} from ${numbers} as counted_to_the_last`),
    'analyze',
  ]
  for (const sql of statements) await database.run({ sql, values: [], orNothing: false })
}
