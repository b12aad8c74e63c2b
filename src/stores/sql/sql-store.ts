// A store over any SQL database: each method is one statement, or one unit of work from the files beside this one.

import type { IdentityKey } from '../../contracts/identity.ts'
import { type MaybePromise, whenReady } from '../../contracts/maybe-promise.ts'
import type { SessionRecord } from '../../contracts/session.ts'
import type { SessionWatch } from '../../contracts/session-watch.ts'
import type { ProviderLogout, Store, StoredSession } from '../../contracts/store.ts'
import type { Lease, SaveOutcome, StoredTokens } from '../../contracts/tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../../contracts/user.ts'
import { LEASE_MEMORY_MILLISECONDS } from '../lease-memory.ts'
import { SessionChanges } from '../session-changes.ts'
import { asciiLowerCase, verifiedEmailKey } from '../verified-email-key.ts'
import { createUser, deleteUser, linkAccount, unlinkAccount } from './account-work.ts'
import type { SqlDatabase } from './database.ts'
import { applyMigrations, pendingMigrations, revertMigration } from './migrate.ts'
import { toAccount, toSession, toSessionRow, toStoredSession, toStoredTokens, toUser } from './rows.ts'
import { endSessionsOfProvider, endSessionsOfUser } from './session-work.ts'
import type { Statements } from './statements.ts'
import { acquireLease, saveTokens } from './token-work.ts'
import type { Work } from './work.ts'

/** Sorts after every text that starts with what stands before it, byte by byte. */
const LAST_CHARACTER = '\u{10FFFF}'

export class SqlStore implements Store {
  readonly name: string
  readonly watch: SessionWatch | null
  readonly #changes: SessionChanges
  readonly #database: SqlDatabase
  #statements: Promise<Statements> | undefined
  // The lock that migrations take is against other processes; in this one they come one after the other.
  #migrating: Promise<unknown> = Promise.resolve()

  constructor(database: SqlDatabase) {
    this.name = database.traits.name
    this.#database = database
    const isTrusted = database.hearOthers?.((change) => this.#changes.tell(change))
    this.#changes = new SessionChanges(isTrusted)
    this.watch = isTrusted ? this.#changes.watch : null
  }

  migrate(): Promise<readonly string[]> {
    return this.#migrateAlone(() => applyMigrations(this.#database))
  }

  pendingMigrations(): Promise<readonly string[]> {
    return pendingMigrations(this.#database)
  }

  /** Takes back the newest migration, and what its tables hold. Answers its name, or nothing where none is left. */
  revertMigration(): Promise<readonly string[]> {
    return this.#migrateAlone(() => revertMigration(this.#database))
  }

  /** All migrations as SQL; opens no database. */
  async printMigrations(now: Date): Promise<string> {
    const { printMigrations } = await import('./print-migrations.ts')
    return printMigrations(this.#database, now)
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
    this.#changes.tell({ kind: 'user', userId: id })
  }

  deleteUser(userId: string): Promise<readonly string[]> {
    return this.#ending((statements) => deleteUser(statements, userId))
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
    const { changes } = await this.#database.run(query)
    this.#changes.ended([id])
    return changes > 0
  }

  async deleteSession(id: string): Promise<boolean> {
    const { deleteSession } = await this.#compiled()
    const { changes } = await this.#database.run(deleteSession({ id }))
    this.#changes.ended([id])
    return changes > 0
  }

  deleteSessionsOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]> {
    return this.#ending((statements) => endSessionsOfUser(statements, userId, exceptSessionId))
  }

  deleteSessionsOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    return this.#ending((statements) => endSessionsOfProvider(statements, logout))
  }

  async listSessions(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    const { listSessions } = await this.#compiled()
    return (await this.#database.run(listSessions({ user_id: userId, now }))).rows.map(toSession)
  }

  async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    const { insertUsedMark } = await this.#compiled()
    return (await this.#database.run(insertUsedMark({ mark: key, expires_at: expiresAt }))).changes > 0
  }

  async findTokens(accountId: string): Promise<StoredTokens | null> {
    const { findTokens } = await this.#compiled()
    const [row] = (await this.#database.run(findTokens({ account_id: accountId }))).rows
    return row ? toStoredTokens(row) : null
  }

  saveTokens(...[tokens, condition]: Parameters<Store['saveTokens']>): Promise<SaveOutcome> {
    return this.#atomically((statements) => saveTokens(statements, tokens, condition))
  }

  async deleteTokens(accountId: string): Promise<boolean> {
    const { deleteTokens } = await this.#compiled()
    return (await this.#database.run(deleteTokens({ account_id: accountId }))).changes > 0
  }

  async listTokens(afterAccountId: string | null, limit: number): Promise<readonly StoredTokens[]> {
    const { listTokens } = await this.#compiled()
    const query = listTokens({ after_account_id: afterAccountId ?? '', limit })
    return (await this.#database.run(query)).rows.map(toStoredTokens)
  }

  acquireLease(...[key, ownerId, times]: Parameters<Store['acquireLease']>): Promise<Lease | null> {
    return this.#atomically((statements) => acquireLease(statements, { key, ownerId, ...times }))
  }

  async renewLease(lease: Lease, expiresAt: EpochMilliseconds): Promise<boolean> {
    const { renewLease } = await this.#compiled()
    const { key: name, ownerId: owner_id, fence } = lease
    return (
      (await this.#database.run(renewLease({ name, owner_id, fence, expires_at: expiresAt }))).changes > 0
    )
  }

  async releaseLease(lease: Lease): Promise<void> {
    // The row stays until it is swept, so that the fence goes on from where it was.
    await this.renewLease(lease, 0)
  }

  async sweep(now: EpochMilliseconds, limit: number): Promise<number> {
    const { sweepSessions, sweepUsedMarks, sweepLeases } = await this.#compiled()
    const sessions = await this.#database.run(sweepSessions({ now, limit }))
    const marks = await this.#database.run(sweepUsedMarks({ now, limit }))
    const leases = await this.#database.run(sweepLeases({ now: now - LEASE_MEMORY_MILLISECONDS, limit }))
    return sessions.changes + marks.changes + leases.changes
  }

  /** What ended is told before the call answers. */
  async #ending(work: (statements: Statements) => Work<readonly string[]>): Promise<readonly string[]> {
    const ended = await this.#atomically(work)
    this.#changes.ended(ended)
    return ended
  }

  async #atomically<Result>(work: (statements: Statements) => Work<Result>): Promise<Result> {
    const statements = await this.#compiled()
    return this.#database.atomically(() => work(statements))
  }

  #migrateAlone(run: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const outcome = this.#migrating.then(run)
    this.#migrating = Promise.allSettled([outcome])
    return outcome
  }

  /** Loads Kysely and compiles, once; a failed attempt is not remembered. Waits for a migration under way. */
  async #compiled(): Promise<Statements> {
    await this.#migrating
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
