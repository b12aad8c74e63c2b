// A store over any SQL database: each method is one statement, or one unit of work from the files beside this one.

import type { IdentityKey } from '../../contracts/identity.ts'
import { type MaybePromise, whenReady } from '../../contracts/maybe-promise.ts'
import type { SessionRecord } from '../../contracts/session.ts'
import type { ProviderLogout, Store, StoredSession } from '../../contracts/store.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../../contracts/user.ts'
import { asciiLowerCase, verifiedEmailKey } from '../verified-email-key.ts'
import { createUser, deleteUser, linkAccount, unlinkAccount } from './account-work.ts'
import type { SqlDatabase } from './database.ts'
import { applyMigrations, pendingMigrations } from './migrate.ts'
import { toAccount, toSession, toSessionRow, toStoredSession, toUser } from './rows.ts'
import { endSessionsOfProvider, endSessionsOfUser } from './session-work.ts'
import type { Statements } from './statements.ts'
import type { Work } from './work.ts'

/** Sorts after every text that starts with what stands before it, byte by byte. */
const LAST_CHARACTER = '\u{10FFFF}'

export class SqlStore implements Store {
  readonly name: string
  readonly #database: SqlDatabase
  #statements: Promise<Statements> | undefined

  constructor(database: SqlDatabase) {
    this.name = database.traits.name
    this.#database = database
  }

  migrate(): Promise<readonly string[]> {
    return applyMigrations(this.#database)
  }

  pendingMigrations(): Promise<readonly string[]> {
    return pendingMigrations(this.#database)
  }

  close(): Promise<void> {
    return this.#database.close()
  }

  async findUser(userId: string): Promise<User | null> {
    const { findUser } = await this.#compiled()
    const [row] = (await this.#database.run(findUser({ id: userId }))).rows
    return row ? toUser(row) : null
  }

  async findAccount({ issuer, subject }: IdentityKey): Promise<LinkedAccount | null> {
    const { findAccount } = await this.#compiled()
    const [row] = (await this.#database.run(findAccount({ issuer, subject }))).rows
    return row ? toAccount(row) : null
  }

  createUser(user: User, account: LinkedAccount): Promise<{ user: User; created: boolean }> {
    return this.#atomically((statements) => createUser(statements, user, account))
  }

  async updateAccount(...[key, fields]: Parameters<Store['updateAccount']>): Promise<void> {
    const { updateAccount } = await this.#compiled()
    await this.#database.run(
      updateAccount({
        issuer: key.issuer,
        subject: key.subject,
        provider: fields.provider,
        email: fields.email,
        email_verified: fields.emailVerified,
        verified_email_key: verifiedEmailKey(fields),
        name: fields.name,
        picture: fields.picture,
        last_used_at: fields.lastUsedAt,
      }),
    )
  }

  async updateUser(...[id, fields]: Parameters<Store['updateUser']>): Promise<void> {
    const { updateUser } = await this.#compiled()
    const { email, emailVerified, name, picture } = fields
    await this.#database.run(updateUser({ id, email, email_verified: emailVerified, name, picture }))
  }

  deleteUser(userId: string): Promise<readonly string[]> {
    return this.#atomically((statements) => deleteUser(statements, userId))
  }

  linkAccount(account: LinkedAccount): Promise<'linked' | 'already-linked' | 'taken'> {
    return this.#atomically((statements) => linkAccount(statements, account))
  }

  unlinkAccount(userId: string, accountId: string): Promise<'unlinked' | 'last-account' | 'not-found'> {
    return this.#atomically((statements) => unlinkAccount(statements, userId, accountId))
  }

  async listAccounts(userId: string): Promise<readonly LinkedAccount[]> {
    const { listAccounts } = await this.#compiled()
    return (await this.#database.run(listAccounts({ user_id: userId }))).rows.map(toAccount)
  }

  async listAccountsByVerifiedEmail(email: string, limit: number): Promise<readonly LinkedAccount[]> {
    const { listAccountsByVerifiedEmail } = await this.#compiled()
    const query = listAccountsByVerifiedEmail({ verified_email_key: asciiLowerCase(email), limit })
    return (await this.#database.run(query)).rows.map(toAccount)
  }

  async hasAccountWithIssuerPrefix(prefix: string): Promise<boolean> {
    const { findIssuerBetween } = await this.#compiled()
    // A range instead of LIKE: nothing to escape, and the index answers it.
    const query = findIssuerBetween({ from: prefix, below: prefix + LAST_CHARACTER, limit: 1 })
    return (await this.#database.run(query)).rows.length > 0
  }

  async insertSession(record: SessionRecord): Promise<void> {
    const { insertSession } = await this.#compiled()
    await this.#database.run(insertSession(toSessionRow(record)))
  }

  findSession(sessionId: string): MaybePromise<StoredSession | null> {
    return whenReady(this.#database.findSession(sessionId), (row) => (row ? toStoredSession(row) : null))
  }

  async extendSession(...[id, times]: Parameters<Store['extendSession']>): Promise<boolean> {
    const { extendSession } = await this.#compiled()
    const query = extendSession({ id, last_seen_at: times.lastSeenAt, expires_at: times.expiresAt })
    return (await this.#database.run(query)).changes > 0
  }

  async deleteSession(id: string): Promise<boolean> {
    const { deleteSession } = await this.#compiled()
    return (await this.#database.run(deleteSession({ id }))).changes > 0
  }

  deleteSessionsOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]> {
    return this.#atomically((statements) => endSessionsOfUser(statements, userId, exceptSessionId))
  }

  deleteSessionsOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    return this.#atomically((statements) => endSessionsOfProvider(statements, logout))
  }

  async listSessions(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    const { listSessions } = await this.#compiled()
    return (await this.#database.run(listSessions({ user_id: userId, now }))).rows.map(toSession)
  }

  async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    const { insertUsedMark } = await this.#compiled()
    return (await this.#database.run(insertUsedMark({ mark: key, expires_at: expiresAt }))).changes > 0
  }

  async sweep(now: EpochMilliseconds, limit: number): Promise<number> {
    const { sweepSessions, sweepUsedMarks } = await this.#compiled()
    const sessions = await this.#database.run(sweepSessions({ now, limit }))
    const marks = await this.#database.run(sweepUsedMarks({ now, limit }))
    return sessions.changes + marks.changes
  }

  async #atomically<Result>(work: (statements: Statements) => Work<Result>): Promise<Result> {
    const statements = await this.#compiled()
    return this.#database.atomically(() => work(statements))
  }

  /** Loads Kysely and compiles, once; a failed attempt is not remembered. */
  #compiled(): Promise<Statements> {
    this.#statements ??= loadStatements(this.#database).catch((error) => {
      this.#statements = undefined
      throw error
    })
    return this.#statements
  }
}

async function loadStatements(database: SqlDatabase): Promise<Statements> {
  const [{ Kysely }, { compileStatements }, dialect] = await Promise.all([
    import('kysely'),
    import('./statements.ts'),
    database.openDialect(),
  ])
  return compileStatements(new Kysely({ dialect }), database.traits)
}
