// Provider tokens and leases in SQL.
import type { TokenStore } from '../../../contracts/store.ts'
import type { Lease } from '../../../contracts/tokens.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'
import { LEASE_MEMORY_MILLISECONDS } from '../lease-memory.ts'
import { toStoredTokens } from './rows.ts'
import type { StatementRunner } from './statement-runner.ts'
import { saveTokens } from './token-work.ts'

export function sqlTokens(runner: StatementRunner): TokenStore {
  async function renewLease(lease: Lease, expires_at: EpochMilliseconds): Promise<boolean> {
    const values = { name: lease.key, owner_id: lease.ownerId, fence: lease.fence, expires_at }
    return (await runner.run((statements) => statements.renewLease(values))).changes > 0
  }

  /** Uses no transaction: each query is safe on its own, so many concurrent callers do not wait for each other's locks. */
  async function acquireLease(
    name: string,
    owner_id: string,
    { now, expiresAt: expires_at }: Parameters<TokenStore['acquireLease']>[2],
  ): Promise<Lease | null> {
    const [held] = (await runner.run(({ findLease }) => findLease({ name }))).rows
    if (held && Number(held.expires_at) > now) return null
    const fence = held ? held.fence + 1 : 1
    const lease = { name, owner_id, expires_at, fence }
    const { changes } = await runner.run(({ takeLease, insertLease }) =>
      held ? takeLease({ ...lease, if_fence: held.fence, now }) : insertLease(lease),
    )
    // 0 changes: another owner was faster.
    return changes > 0 ? { key: name, ownerId: owner_id, fence } : null
  }

  return {
    find: (account_id) => runner.first(({ findTokens }) => findTokens({ account_id }), toStoredTokens),
    save: (tokens, condition) => runner.atomically((statements) => saveTokens(statements, tokens, condition)),
    async delete(account_id) {
      return (await runner.run(({ deleteTokens }) => deleteTokens({ account_id }))).changes > 0
    },
    list(afterAccountId, limit) {
      const values = { after_account_id: afterAccountId ?? '', limit }
      return runner.all(({ listTokens }) => listTokens(values), toStoredTokens)
    },
    acquireLease,
    renewLease,
    async releaseLease(lease) {
      // Keeps the row until it is swept, so that the fence continues to count up.
      await renewLease(lease, 0)
    },
    sweep(moment, limit) {
      const now = moment - LEASE_MEMORY_MILLISECONDS
      return runner.deleteMany(({ sweepLeases }) => sweepLeases({ now, limit }))
    },
  }
}
