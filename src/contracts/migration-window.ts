// How to recognize existing users after a provider has issued new subjects, because of a new registration, tenant, team or
// issuer.
import type { Claims } from './claims.ts'

/**
 * One of the three options says how an existing person is recognized; each needs `until`.
 *
 * - `issuer`: the previous issuer; the provider has a new issuer but the same subjects.
 * - `subject`: reads the previous subject from the verified claims, such as `transfer_sub` or the old `sub` next to `oid`; null
 *   if there is none. The previous issuer is `issuer`, or the provider's current one.
 * - `provider`: for providers whose claims do not contain it. The id of the old registration, which must still be configured: a
 *   new person is asked once to sign in with it too, or to say that they are new. It has no button of its own.
 */
export interface MigrationWindow {
  readonly issuer?: string | undefined
  readonly subject?: ((claims: Claims) => string | null) | undefined
  readonly provider?: string | undefined
  /**
   * When the migration ends: a `Date`, or a day such as `2027-03-31` (its end in UTC). After that, old identities are not
   * matched.
   */
  readonly until: Date | string
}

/** `MigrationWindow`, checked. */
export interface OpenWindow extends Omit<MigrationWindow, 'until'> {
  /** Milliseconds since 1970. */
  readonly until: number
}
