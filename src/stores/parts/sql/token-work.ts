// Changing tokens: who holds the lease is looked at in the same transaction as the version, so that an owner that lost
// it a moment ago cannot write.
import type { Lease, SaveCondition, SaveOutcome, StoredTokens } from '../../../contracts/tokens.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'
import { toTokenRow } from './rows.ts'
import type { Statements } from './statements.ts'
import { ask, type Work } from './work.ts'

export function* saveTokens(
  statements: Statements,
  tokens: StoredTokens,
  { ifVersion, lease }: SaveCondition,
): Work<SaveOutcome> {
  if (lease && !(yield* isHeld(statements, lease))) return 'lease-lost'
  const row = toTokenRow(tokens)
  const { changes } = yield* ask(
    ifVersion === null
      ? statements.insertTokens(row)
      : statements.updateTokens({ ...row, if_version: ifVersion }),
  )
  return changes > 0 ? 'saved' : 'changed'
}

interface LeaseRequest {
  readonly key: string
  readonly ownerId: string
  readonly now: EpochMilliseconds
  readonly expiresAt: EpochMilliseconds
}

/** No transaction: each step holds by itself, so that of many who come at once none waits for another's locks. */
export function* acquireLease(statements: Statements, request: LeaseRequest): Work<Lease | null> {
  const { key, ownerId, now, expiresAt } = request
  const lease = { name: key, owner_id: ownerId, expires_at: expiresAt }
  const [held] = (yield* ask(statements.findLease({ name: key }))).rows
  if (held && Number(held.expires_at) > now) return null
  const fence = held ? held.fence + 1 : 1
  const { changes } = yield* ask(
    held
      ? statements.takeLease({ ...lease, fence, if_fence: held.fence, now })
      : statements.insertLease({ ...lease, fence }),
  )
  // Another owner was faster by a moment.
  return changes > 0 ? { key, ownerId, fence } : null
}

function* isHeld(statements: Statements, { key, ownerId, fence }: Lease): Work<boolean> {
  const [held] = (yield* ask(statements.lockLease({ name: key }))).rows
  return held?.owner_id === ownerId && held.fence === fence
}
