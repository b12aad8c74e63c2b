// Provider tokens and leases in memory.
import type { TokenStore } from '../../../contracts/store.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { MemoryRecords } from './memory-records.ts'

export function memoryTokens({ accounts, tokens: kept }: MemoryRecords): TokenStore {
  return {
    find: async (accountId) => kept.find(accountId),
    async save(tokens, condition) {
      // The account was unlinked while this request was under way; nothing may be stored for it.
      if (!accounts.ofUser(tokens.userId).some(({ id }) => id === tokens.accountId)) {
        throw new LatchkeyError('account_not_found', { detail: 'The account does not exist (any more).' })
      }
      return kept.save(tokens, condition)
    },
    delete: async (accountId) => kept.delete(accountId),
    list: async (afterAccountId, limit) => kept.list(afterAccountId, limit),
    acquireLease: async (...given) => kept.acquire(...given),
    renewLease: async (lease, expiresAt) => kept.renew(lease, expiresAt),
    releaseLease: async (lease) => kept.release(lease),
    sweep: async (now, limit) => kept.sweep(now, limit),
  }
}
