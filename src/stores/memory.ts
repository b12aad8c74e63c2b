// A store in this process's memory: for development, tests and trying things out. It forgets everything at exit.
// Each method runs to its end without waiting, so each is atomic.
import type { IdentityKey } from '../contracts/identity.ts'
import type { SessionRecord } from '../contracts/session.ts'
import type { SessionWatch } from '../contracts/session-watch.ts'
import type { ProviderLogout, Store, StoredSession } from '../contracts/store.ts'
import type { Lease, SaveOutcome, StoredTokens } from '../contracts/tokens.ts'
import type { EpochMilliseconds, LinkedAccount, User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import { MemoryTokens } from './memory/memory-tokens.ts'
import { SessionChanges } from './session-changes.ts'
import { asciiLowerCase, verifiedEmailKey } from './verified-email-key.ts'

/** A store that lives in memory and ends with the process. Needs no migrations. */
export function memory(): Store {
  return new MemoryStore()
}

class MemoryStore implements Store {
  readonly name = 'memory'
  readonly #changes = new SessionChanges()
  readonly watch: SessionWatch = this.#changes.watch
  readonly #users = new Map<string, User>()
  readonly #accounts = new Map<string, LinkedAccount>()
  // Least recently used first: extending a session moves it to the end.
  readonly #sessions = new Map<string, SessionRecord>()
  readonly #usedMarks = new Map<string, EpochMilliseconds>()
  readonly #tokens = new MemoryTokens()

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

  async deleteUser(userId: string): Promise<readonly string[]> {
    this.#users.delete(userId)
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
    // Memory stays bounded even if nobody sweeps.
    this.#sweepOldest(record.createdAt)
    this.#sessions.set(record.id, freezeCopy(record))
  }

  findSession(sessionId: string): StoredSession | null {
    const session = this.#sessions.get(sessionId)
    const user = session && this.#users.get(session.userId)
    return user ? { session, user } : null
  }

  async extendSession(...[sessionId, times]: Parameters<Store['extendSession']>): Promise<boolean> {
    const session = this.#sessions.get(sessionId)
    if (!session) return false
    const { lastSeenAt, expiresAt } = times
    this.#changes.ended([sessionId])
    this.#sessions.delete(sessionId)
    this.#sessions.set(sessionId, Object.freeze({ ...session, lastSeenAt, expiresAt }))
    return true
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
    return [...this.#sessions.values()]
      .filter((session) => session.userId === userId && session.expiresAt > now)
      .sort((a, b) => b.createdAt - a.createdAt || compareText(a.id, b.id))
  }

  async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    if (this.#usedMarks.has(key)) return false
    this.#usedMarks.set(key, expiresAt)
    return true
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

  async sweep(now: EpochMilliseconds, limit: number): Promise<number> {
    const sessions = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt <= now).slice(0, limit)
    const marks = [...this.#usedMarks].filter(([, expiresAt]) => expiresAt <= now).slice(0, limit)
    for (const { id } of sessions) this.#sessions.delete(id)
    for (const [key] of marks) this.#usedMarks.delete(key)
    return sessions.length + marks.length + this.#tokens.sweep(now, limit)
  }

  /** Stops at the first that has not expired, so that its cost does not grow with the store. */
  #sweepOldest(now: EpochMilliseconds): void {
    for (const { id, expiresAt } of this.#sessions.values()) {
      if (expiresAt > now) break
      this.#sessions.delete(id)
    }
    for (const [key, expiresAt] of this.#usedMarks) {
      if (expiresAt > now) break
      this.#usedMarks.delete(key)
    }
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
    const ended = [...this.#sessions.values()].filter(matches).map(({ id }) => id)
    for (const id of ended) this.#sessions.delete(id)
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
