// A store over any SQL database: each method is one statement, or one unit of work from the files beside this one.

import type { AuditEntry, AuditQuery } from '../../../contracts/audit.ts'
import type { IdentityKey } from '../../../contracts/identity.ts'
import { type MaybePromise, whenReady } from '../../../contracts/maybe-promise.ts'
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { SessionChange, SessionWatch } from '../../../contracts/session-watch.ts'
import type { ProviderLogout, Store, StoredSession } from '../../../contracts/store.ts'
import type { Lease, SaveOutcome, StoredTokens } from '../../../contracts/tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../../../contracts/user.ts'
import { LEASE_MEMORY_MILLISECONDS } from '../lease-memory.ts'
import { SessionChanges } from '../session-changes.ts'
import { asciiLowerCase, verifiedEmailKey } from '../verified-email-key.ts'
import { createUser, deleteUser, linkAccount, unlinkAccount } from './account-work.ts'
import { announce } from './announce.ts'
import type { SqlDatabase } from './database.ts'
import { findIssuerSql } from './find-issuer-sql.ts'
import {
  toAccount,
  toAuditEntry,
  toAuditRow,
  toRenewalRow,
  toSession,
  toSessionRow,
  toStoredSession,
  toStoredTokens,
  toUser,
} from './rows.ts'
import { endSessionsOfProvider, endSessionsOfUser } from './session-work.ts'
import { StatementRunner } from './statement-runner.ts'
import type { Statements } from './statements.ts'
import { acquireLease, saveTokens } from './token-work.ts'
import { ask, type Query, type Work } from './work.ts'

/** Sorts after every text that starts with what stands before it, byte by byte. */
const LAST_CHARACTER = '\u{10FFFF}'

export class SqlStore extends StatementRunner implements Store {
  readonly name: string
  readonly watch: SessionWatch | null
  readonly #changes: SessionChanges
  constructor(database: SqlDatabase) {
    super(database)
    this.name = database.traits.name
    const isTrusted = database.hearOthers?.((change) => this.#changes.tell(change))
    this.#changes = new SessionChanges(isTrusted)
    this.watch = isTrusted ? this.#changes.watch : null
  }

  async findUser(userId: string): Promise<User | null> {
    return this.first(({ findUser }) => findUser({ id: userId }), toUser)
  }

  async findAccount({ issuer, subject }: IdentityKey): Promise<LinkedAccount | null> {
    return this.first(({ findAccount }) => findAccount({ issuer, subject }), toAccount)
  }

  createUser(user: User, account: LinkedAccount): Promise<{ user: User; created: boolean }> {
    return this.atomically((statements) => createUser(statements, user, account))
  }

  async updateAccount(...[key, fields]: Parameters<Store['updateAccount']>): Promise<void> {
    await this.run(({ updateAccount }) =>
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
    const { email, emailVerified: email_verified, name, picture } = fields
    const values = { id, email, email_verified, name, picture }
    await this.#changing({ kind: 'user', userId: id }, ({ updateUser }) => updateUser(values))
  }

  async findUserFields(id: string): Promise<string | null> {
    return this.first(
      ({ findUserFields }) => findUserFields({ id }),
      ({ fields }) => fields,
    )
  }

  async saveUserFields(id: string, fields: string, ifFields: string | null): Promise<boolean> {
    const values = { id, fields, if_fields: ifFields ?? '' }
    return this.#changing({ kind: 'user', userId: id }, ({ saveUserFields }) => saveUserFields(values))
  }

  deleteUser(userId: string): Promise<readonly string[]> {
    return this.#ending((statements) => deleteUser(statements, userId))
  }

  linkAccount(account: LinkedAccount): Promise<'linked' | 'already-linked' | 'taken'> {
    return this.atomically((statements) => linkAccount(statements, account))
  }

  unlinkAccount(userId: string, accountId: string): Promise<'unlinked' | 'last-account' | 'not-found'> {
    return this.atomically((statements) => unlinkAccount(statements, userId, accountId))
  }

  async listAccounts(userId: string): Promise<readonly LinkedAccount[]> {
    return this.all(({ listAccounts }) => listAccounts({ user_id: userId }), toAccount)
  }

  async listAccountsByVerifiedEmail(email: string, limit: number): Promise<readonly LinkedAccount[]> {
    const values = { verified_email_key: asciiLowerCase(email), limit }
    return this.all((statements) => statements.listAccountsByVerifiedEmail(values), toAccount)
  }

  async hasAccountWithIssuerPrefix(prefix: string): Promise<boolean> {
    const query = { sql: findIssuerSql(this.database.traits), values: [prefix], orNothing: false }
    const { rows } = await this.database.run<{ issuer: string | null }>(query)
    // What starts with a prefix follows right behind it.
    return rows[0]?.issuer?.startsWith(prefix) ?? false
  }

  async insertSession(record: SessionRecord): Promise<void> {
    await this.run(({ insertSession }) => insertSession(toSessionRow(record)))
  }

  findSession(sessionId: string): MaybePromise<StoredSession | null> {
    return whenReady(this.database.findSession(sessionId), (row) => (row ? toStoredSession(row) : null))
  }

  async extendSession(id: string, renewal: SessionRenewal): Promise<boolean> {
    const { changes } = await this.run(({ extendSession }) => extendSession(toRenewalRow(id, renewal)))
    this.#changes.ended([id])
    return changes > 0
  }

  async deleteSession(id: string): Promise<boolean> {
    return this.#changing({ kind: 'sessions', sessionIds: [id] }, ({ deleteSession }) =>
      deleteSession({ id }),
    )
  }

  deleteSessionsOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]> {
    return this.#ending((statements) => endSessionsOfUser(statements, userId, exceptSessionId))
  }

  deleteSessionsOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    return this.#ending((statements) => endSessionsOfProvider(statements, logout))
  }

  async listSessions(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    return this.all(({ listSessions }) => listSessions({ user_id: userId, now }), toSession)
  }

  async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    return (
      (await this.run(({ insertUsedMark }) => insertUsedMark({ mark: key, expires_at: expiresAt }))).changes >
      0
    )
  }

  async findTokens(accountId: string): Promise<StoredTokens | null> {
    return this.first(({ findTokens }) => findTokens({ account_id: accountId }), toStoredTokens)
  }

  saveTokens(...[tokens, condition]: Parameters<Store['saveTokens']>): Promise<SaveOutcome> {
    return this.atomically((statements) => saveTokens(statements, tokens, condition))
  }

  async deleteTokens(accountId: string): Promise<boolean> {
    return (await this.run(({ deleteTokens }) => deleteTokens({ account_id: accountId }))).changes > 0
  }

  async listTokens(afterAccountId: string | null, limit: number): Promise<readonly StoredTokens[]> {
    const values = { after_account_id: afterAccountId ?? '', limit }
    return this.all(({ listTokens }) => listTokens(values), toStoredTokens)
  }

  acquireLease(...[key, ownerId, times]: Parameters<Store['acquireLease']>): Promise<Lease | null> {
    return this.stepByStep((statements) => acquireLease(statements, { key, ownerId, ...times }))
  }

  async renewLease(lease: Lease, expiresAt: EpochMilliseconds): Promise<boolean> {
    const values = { name: lease.key, owner_id: lease.ownerId, fence: lease.fence, expires_at: expiresAt }
    return (await this.run(({ renewLease }) => renewLease(values))).changes > 0
  }

  async releaseLease(lease: Lease): Promise<void> {
    // The row stays until it is swept, so that the fence goes on from where it was.
    await this.renewLease(lease, 0)
  }

  async appendAudit(entry: AuditEntry): Promise<void> {
    await this.run(({ insertAudit }) => insertAudit(toAuditRow(entry)))
  }

  async listAudit({ userId, before = LAST_CHARACTER, limit }: AuditQuery): Promise<readonly AuditEntry[]> {
    return this.all(
      ({ listAudit, listAuditOfUser }) =>
        userId === undefined
          ? listAudit({ before, limit })
          : listAuditOfUser({ user_id: userId, before, limit }),
      toAuditEntry,
    )
  }

  async deleteAuditBefore(id: string, limit: number): Promise<number> {
    return this.#deleting(({ deleteAuditBefore }) => deleteAuditBefore({ before: id, limit }))
  }

  async sweep(now: EpochMilliseconds, limit: number): Promise<number> {
    const forgotten = now - LEASE_MEMORY_MILLISECONDS
    return (
      (await this.#deleting(({ sweepSessions }) => sweepSessions({ now, limit }))) +
      (await this.#deleting(({ sweepUsedMarks }) => sweepUsedMarks({ now, limit }))) +
      (await this.#deleting(({ sweepLeases }) => sweepLeases({ now: forgotten, limit })))
    )
  }

  /** Many rows at a level of our choice: at MySQL's own, a DELETE also locks what stands between and beside them. */
  #deleting(choose: (statements: Statements) => Query<unknown>): Promise<number> {
    return this.atomically(function* deleteMany(statements) {
      return (yield* ask(choose(statements))).changes
    })
  }

  /** What ended is told before the call answers. */
  async #ending(work: (statements: Statements) => Work<readonly string[]>): Promise<readonly string[]> {
    const { database } = this
    const ended = await this.atomically(function* endAndAnnounce(statements) {
      const sessionIds = yield* work(statements)
      yield* announce(database, { kind: 'sessions', sessionIds })
      return sessionIds
    })
    this.#changes.ended(ended)
    return ended
  }

  /** One statement and the word of it, told to others with its commit and here before the call answers. */
  async #changing(
    change: SessionChange,
    choose: (statements: Statements) => Query<unknown>,
  ): Promise<boolean> {
    const { database } = this
    const hasChanged = await this.atomically(function* changeAndAnnounce(statements) {
      const { changes } = yield* ask(choose(statements))
      if (changes > 0) yield* announce(database, change)
      return changes > 0
    })
    this.#changes.tell(change)
    return hasChanged
  }
}
