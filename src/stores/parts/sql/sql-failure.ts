// What went wrong in a database, in the words of a store.
import { LatchkeyError } from '../../../errors.ts'

export interface SqlFailure {
  /**
   * `conflict`: another transaction stood in the way, and the work may be begun anew. `foreign-key`: a row that is referred to is not
   * there, or a row that goes is referred to.
   */
  readonly kind: 'conflict' | 'missing-table' | 'foreign-key' | 'other'
  /** For the developer; without values. */
  readonly reason: string
}

/** The error that a store's method throws. */
export function toStoreError(name: string, { kind, reason }: SqlFailure, cause: unknown): LatchkeyError {
  if (cause instanceof LatchkeyError) return cause
  if (kind === 'foreign-key') {
    // The user was deleted while this request was under way; nothing may be stored for them.
    return new LatchkeyError('account_not_found', { detail: 'The user does not exist.', cause })
  }
  const remedy = kind === 'missing-table' ? ' The tables are missing: latchkey migrate' : ''
  return new LatchkeyError('store_unavailable', { detail: `${name}: ${reason}.${remedy}`, cause })
}
