// Users and accounts in memory. Session checks read the same maps of users and their fields.
import type { UserStore } from '../../../contracts/store.ts'
import type { LinkedAccount } from '../../../contracts/user.ts'
import { asciiLowerCase, verifiedEmailKey } from '../verified-email-key.ts'
import type { MemoryRecords } from './memory-records.ts'

export function memoryUsers(records: MemoryRecords): UserStore {
  const { users, userFields, accounts, tokens, changes } = records

  function deleteAccount(account: LinkedAccount): void {
    accounts.delete(account)
    tokens.delete(account.id)
  }

  return {
    find: async (userId) => users.get(userId) ?? null,
    async list({ search, before, limit }) {
      const text = search?.toLowerCase() ?? ''
      const has = (field: string | null) => field?.toLowerCase().includes(text) ?? false
      return [...users.values()]
        .filter(({ id }) => before === null || id < before)
        .filter(({ id, name, email }) => search === null || id === search || has(name) || has(email))
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .map((user) => ({ user, userFields: userFields.get(user.id) ?? null }))
    },
    findAccount: async (key) => accounts.find(key),
    async create(user, account) {
      const linked = accounts.find(account)
      const existing = linked && users.get(linked.userId)
      if (existing) return { user: existing, created: false }
      users.set(user.id, Object.freeze({ ...user }))
      accounts.put(account)
      return { user, created: true }
    },
    async updateAccount(key, { provider, email, emailVerified, name, picture, lastUsedAt }) {
      const account = accounts.find(key)
      if (account) accounts.put({ ...account, provider, email, emailVerified, name, picture, lastUsedAt })
    },
    async update(userId, { email, emailVerified, name, picture }) {
      const user = users.get(userId)
      if (!user) return
      users.set(userId, Object.freeze({ ...user, email, emailVerified, name, picture }))
      changes.tell({ kind: 'user', userId })
    },
    findFields: async (userId) => userFields.get(userId) ?? null,
    async saveFields(userId, fields, ifFields) {
      if (!users.has(userId) || (userFields.get(userId) ?? null) !== ifFields) return false
      userFields.set(userId, fields)
      changes.tell({ kind: 'user', userId })
      return true
    },
    async delete(userId) {
      users.delete(userId)
      userFields.delete(userId)
      for (const account of accounts.ofUser(userId)) deleteAccount(account)
      return records.endSessions((session) => session.userId === userId)
    },
    async linkAccount(account) {
      const linked = accounts.find(account)
      if (linked) return linked.userId === account.userId ? 'already-linked' : 'taken'
      records.requireUser(account.userId)
      accounts.put(account)
      return 'linked'
    },
    async unlinkAccount(userId, accountId) {
      const own = accounts.ofUser(userId)
      const account = own.find(({ id }) => id === accountId)
      if (!account) return 'not-found'
      if (own.length === 1) return 'last-account'
      deleteAccount(account)
      return 'unlinked'
    },
    listAccounts: async (userId) => accounts.ofUser(userId),
    async listAccountsByVerifiedEmail(email, limit) {
      const key = asciiLowerCase(email)
      return accounts.select((account) => verifiedEmailKey(account) === key).slice(0, limit)
    },
    hasAccountWithIssuerPrefix: async (prefix) => accounts.some(({ issuer }) => issuer.startsWith(prefix)),
  }
}
