// Translates a database's failure into a store's error.
import { LatchkeyError } from '../../../errors.ts'

export interface SqlFailure {
  /**
   * `conflict`: another transaction was in the way; the work may be run again. `foreign-key`: a referenced row does not exist, or a
   * row to be deleted is still referenced.
   */
  readonly kind: 'conflict' | 'missing-table' | 'foreign-key' | 'other'
  /** For the developer. Contains no values. */
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
