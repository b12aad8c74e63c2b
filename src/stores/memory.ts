// A store in this process's memory: for development, tests and trying things out. It forgets everything at exit.
// Each method runs to its end without waiting, so each is atomic.
import type { AuditEntry, AuditQuery } from '../contracts/audit.ts'
import type { IdentityKey } from '../contracts/identity.ts'
import type { SessionRecord, SessionRenewal } from '../contracts/session.ts'
import type { SessionWatch } from '../contracts/session-watch.ts'
import type { ProviderLogout, Store, StoredSession } from '../contracts/store.ts'
import type { Lease, SaveOutcome, StoredTokens } from '../contracts/tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import { MemoryAudit } from './parts/memory/memory-audit.ts'
import { MemorySessions } from './parts/memory/memory-sessions.ts'
import { MemoryTokens } from './parts/memory/memory-tokens.ts'
import { MemoryUsedMarks } from './parts/memory/memory-used-marks.ts'
import { SessionChanges } from './parts/session-changes.ts'
import { asciiLowerCase, verifiedEmailKey } from './parts/verified-email-key.ts'

/** A store that lives in memory and ends with the process. Needs no migrations. */
export function memory(): Store {
  return new MemoryStore()
}

class MemoryStore implements Store {
  readonly name = 'memory'
  readonly #changes = new SessionChanges()
  readonly watch: SessionWatch = this.#changes.watch
  readonly #users = new Map<string, User>()
  readonly #userFields = new Map<string, string>()
  readonly #accounts = new Map<string, LinkedAccount>()
  readonly #sessions = new MemorySessions()
  readonly #usedMarks = new MemoryUsedMarks()
  readonly #tokens = new MemoryTokens()
  readonly #audit = new MemoryAudit()

  async migrate(): Promise<readonly string[]> {
    return []
  }

  async pendingMigrations(): Promise<readonly string[]> {
    return []
  }

  async close(): Promise<void> {}

  async findUser(userId: string): Promise<User | null> {
    return this.#users.get(userId) ?? null
  }

  async findAccount(key: IdentityKey): Promise<LinkedAccount | null> {
    return this.#accounts.get(identityText(key)) ?? null
  }

  async createUser(user: User, account: LinkedAccount): Promise<{ user: User; created: boolean }> {
    const linked = this.#accounts.get(identityText(account))
    const existing = linked && this.#users.get(linked.userId)
    if (existing) return { user: existing, created: false }
    this.#users.set(user.id, freezeCopy(user))
    this.#accounts.set(identityText(account), freezeCopy(account))
    return { user, created: true }
  }

  async updateAccount(...[key, fields]: Parameters<Store['updateAccount']>): Promise<void> {
    const account = this.#accounts.get(identityText(key))
    if (!account) return
    const { provider, email, emailVerified, name, picture, lastUsedAt } = fields
    const news = { provider, email, emailVerified, name, picture, lastUsedAt }
    this.#accounts.set(identityText(key), Object.freeze({ ...account, ...news }))
  }

  async updateUser(...[userId, fields]: Parameters<Store['updateUser']>): Promise<void> {
    const user = this.#users.get(userId)
    if (!user) return
    const { email, emailVerified, name, picture } = fields
    this.#changes.tell({ kind: 'user', userId })
    this.#users.set(userId, Object.freeze({ ...user, email, emailVerified, name, picture }))
  }

  async findUserFields(userId: string): Promise<string | null> {
    return this.#userFields.get(userId) ?? null
  }

  async saveUserFields(userId: string, fields: string, ifFields: string | null): Promise<boolean> {
    if (!this.#users.has(userId) || (this.#userFields.get(userId) ?? null) !== ifFields) return false
    this.#userFields.set(userId, fields)
    this.#changes.tell({ kind: 'user', userId })
    return true
  }

  async deleteUser(userId: string): Promise<readonly string[]> {
    this.#users.delete(userId)
    this.#userFields.delete(userId)
    for (const account of this.#accountsOf(userId)) this.#deleteAccount(account)
    return this.#endSessions((session) => session.userId === userId)
  }

  async linkAccount(account: LinkedAccount): Promise<'linked' | 'already-linked' | 'taken'> {
    const linked = this.#accounts.get(identityText(account))
    if (linked) return linked.userId === account.userId ? 'already-linked' : 'taken'
    this.#requireUser(account.userId)
    this.#accounts.set(identityText(account), freezeCopy(account))
    return 'linked'
  }

  async unlinkAccount(userId: string, accountId: string): Promise<'unlinked' | 'last-account' | 'not-found'> {
    const accounts = this.#accountsOf(userId)
    const account = accounts.find(({ id }) => id === accountId)
    if (!account) return 'not-found'
    if (accounts.length === 1) return 'last-account'
    this.#deleteAccount(account)
    return 'unlinked'
  }

  async listAccounts(userId: string): Promise<readonly LinkedAccount[]> {
    return this.#accountsOf(userId)
  }

  async listAccountsByVerifiedEmail(email: string, limit: number): Promise<readonly LinkedAccount[]> {
    const key = asciiLowerCase(email)
    return this.#selectAccounts((account) => verifiedEmailKey(account) === key).slice(0, limit)
  }

  async hasAccountWithIssuerPrefix(prefix: string): Promise<boolean> {
    return [...this.#accounts.values()].some(({ issuer }) => issuer.startsWith(prefix))
  }

  async insertSession(record: SessionRecord): Promise<void> {
    this.#requireUser(record.userId)
    this.#usedMarks.sweepOldest(record.createdAt)
    this.#sessions.insert(record)
  }

  findSession(sessionId: string): StoredSession | null {
    const session = this.#sessions.find(sessionId)
    const user = session && this.#users.get(session.userId)
    return user ? { session, user, userFields: this.#userFields.get(user.id) ?? null } : null
  }

  async extendSession(sessionId: string, renewal: SessionRenewal): Promise<boolean> {
    this.#changes.ended([sessionId])
    return this.#sessions.extend(sessionId, renewal)
  }

  async deleteSession(sessionId: string): Promise<boolean> {
    this.#changes.ended([sessionId])
    return this.#sessions.delete(sessionId)
  }

  async deleteSessionsOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]> {
    return this.#endSessions((session) => session.userId === userId && session.id !== exceptSessionId)
  }

  async deleteSessionsOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    const { issuer, subject, providerSessionId, startedBefore } = logout
    if (subject === null && providerSessionId === null) return []
    return this.#endSessions(
      (session) =>
        session.issuer === issuer &&
        (subject === null || session.subject === subject) &&
        (providerSessionId === null || session.providerSessionId === providerSessionId) &&
        session.createdAt <= startedBefore,
    )
  }

  async listSessions(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    return this.#sessions.list(userId, now)
  }

  async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    return this.#usedMarks.useOnce(key, expiresAt)
  }

  async findTokens(accountId: string): Promise<StoredTokens | null> {
    return this.#tokens.find(accountId)
  }

  async saveTokens(...[tokens, condition]: Parameters<Store['saveTokens']>): Promise<SaveOutcome> {
    if (!this.#accountsOf(tokens.userId).some(({ id }) => id === tokens.accountId)) {
      throw new LatchkeyError('account_not_found', { detail: 'The account does not exist (any more).' })
    }
    return this.#tokens.save(tokens, condition)
  }

  async deleteTokens(accountId: string): Promise<boolean> {
    return this.#tokens.delete(accountId)
  }

  async listTokens(afterAccountId: string | null, limit: number): Promise<readonly StoredTokens[]> {
    return this.#tokens.list(afterAccountId, limit)
  }

  async acquireLease(...request: Parameters<Store['acquireLease']>): Promise<Lease | null> {
    return this.#tokens.acquire(...request)
  }

  async renewLease(lease: Lease, expiresAt: EpochMilliseconds): Promise<boolean> {
    return this.#tokens.renew(lease, expiresAt)
  }

  async releaseLease(lease: Lease): Promise<void> {
    this.#tokens.release(lease)
  }

  async appendAudit(entry: AuditEntry): Promise<void> {
    this.#audit.append(entry)
  }

  async listAudit(query: AuditQuery): Promise<readonly AuditEntry[]> {
    return this.#audit.list(query)
  }

  async deleteAuditBefore(id: string, limit: number): Promise<number> {
    return this.#audit.deleteBefore(id, limit)
  }

  async sweep(now: EpochMilliseconds, limit: number): Promise<number> {
    const parts = [this.#sessions, this.#usedMarks, this.#tokens]
    return parts.reduce((sum, part) => sum + part.sweep(now, limit), 0)
  }

  #requireUser(userId: string): void {
    if (this.#users.has(userId)) return
    // The user was deleted while this request was under way; nothing may be stored for them.
    throw new LatchkeyError('account_not_found', { detail: 'The user does not exist (any more).' })
  }

  #deleteAccount(account: LinkedAccount): void {
    this.#accounts.delete(identityText(account))
    this.#tokens.delete(account.id)
  }

  #accountsOf(userId: string): LinkedAccount[] {
    return this.#selectAccounts((account) => account.userId === userId)
  }

  #selectAccounts(matches: (account: LinkedAccount) => boolean): LinkedAccount[] {
    return [...this.#accounts.values()]
      .filter(matches)
      .sort((a, b) => a.linkedAt - b.linkedAt || compareText(a.id, b.id))
  }

  #endSessions(matches: (session: SessionRecord) => boolean): readonly string[] {
    const ended = this.#sessions.deleteWhere(matches)
    this.#changes.ended(ended)
    return ended
  }
}

/** One text for the pair, such that two pairs never share one. */
function identityText({ issuer, subject }: IdentityKey): string {
  return `${issuer.length}:${issuer}${subject}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function freezeCopy<T extends object>(value: T): T {
  return Object.freeze({ ...value })
}
