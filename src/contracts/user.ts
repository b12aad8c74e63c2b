// The user, and the accounts: the identities that may sign in as the user.
import type { IdentityFields, IdentityKey } from './identity.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number

/** A user of the application. */
export interface User {
  readonly id: string
  /** Contact data, never a key: it is not unique and may be absent. */
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  readonly picture: string | null
  readonly createdAt: EpochMilliseconds
}

/** The fields that the application may change and a provider keeps up to date. */
export type UserProfile = Pick<User, 'email' | 'emailVerified' | 'name' | 'picture'>

/** The id of a row in the application's own table: text (such as a UUID) or an integer. */
export type UserId = string | number | bigint

/** The minimum of a user: rows of the application's own table need an `id`; other columns are up to the application. */
export interface AnyUser {
  readonly id: UserId
}

/** A stored link between an identity and a user. At most one for each (issuer, subject). */
export interface LinkedAccount extends IdentityKey, IdentityFields {
  /** An id for pages and logs; reveals nothing about the identity. */
  readonly id: string
  readonly userId: string
  /** The provider's id in the application's configuration when the account was last used. */
  readonly provider: string
  readonly linkedAt: EpochMilliseconds
  readonly lastUsedAt: EpochMilliseconds
}
