// Writes tokens. The lease is checked in the same transaction as the version, so that an owner that lost it a moment ago
// cannot write.
import type { SaveCondition, SaveOutcome, StoredTokens } from '../../../contracts/tokens.ts'
import { toTokenRow } from './rows.ts'
import type { Statements } from './statements.ts'
import { type Unit, unit } from './unit.ts'

export function saveTokens(
  statements: Statements,
  tokens: StoredTokens,
  { ifVersion, lease }: SaveCondition,
): Unit<SaveOutcome> {
  const row = toTokenRow(tokens)
  if (!lease) {
    const query =
      ifVersion === null
        ? statements.insertTokens(row)
        : statements.updateTokens({ ...row, if_version: ifVersion })
    return unit([{ query }], ([{ changes }]) => (changes > 0 ? 'saved' : 'changed'))
  }
  const held = { name: lease.key, owner_id: lease.ownerId, fence: lease.fence }
  const query =
    ifVersion === null
      ? statements.insertTokensUnderLease({ ...row, ...held })
      : statements.updateTokensUnderLease({ ...row, ...held, if_version: ifVersion })
  return unit(
    [{ query: statements.lockLease(held) }, { query, isIdle: (answers) => answers[0]?.rows.length === 0 }],
    ([{ rows }, { changes }]) => {
      if (rows.length === 0) return 'lease-lost'
      return changes > 0 ? 'saved' : 'changed'
    },
  )
}
