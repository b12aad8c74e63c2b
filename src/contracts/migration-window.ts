// How the people of a provider were known before it issued its subjects anew: a new registration, tenant, team or issuer.
import type { Claims } from './claims.ts'

/**
 * One of the three says how a person of before is recognized; each needs `until`.
 *
 * - `issuer`: the provider has another issuer now and the same subjects.
 * - `subject`: the verified claims say the subject of before, such as `transfer_sub` or the old `sub` beside `oid`. Null: none.
 *   The issuer of before is `issuer`, else the provider's own.
 * - `provider`: nothing in the answer says it. The id of the old registration, still configured: new people are asked once to
 *   sign in with it too, or say that they are new. It has no button of its own.
 */
export interface MigrationWindow {
  readonly issuer?: string | undefined
  readonly subject?: ((claims: Claims) => string | null) | undefined
  readonly provider?: string | undefined
  /** When the window closes: a `Date`, or a day such as `2027-03-31` (its end in UTC). After it, old keys are old keys. */
  readonly until: Date | string
}

/** The same, checked. */
export interface OpenWindow extends Omit<MigrationWindow, 'until'> {
  /** Milliseconds since 1970. */
  readonly until: number
}
