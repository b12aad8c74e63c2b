// The application's person, and the bonds between a person and the identities that may sign in as them.
import type { IdentityFields, IdentityKey } from './identity.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number

/** The application's person. */
export interface User {
  readonly id: string
  /** Contact data, never a key: it is not unique and may be absent. */
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  readonly picture: string | null
  readonly createdAt: EpochMilliseconds
}

/** What is the application's to change, and a provider's to keep up to date. */
export type UserProfile = Pick<User, 'email' | 'emailVerified' | 'name' | 'picture'>

/** An id of a row of an application's own table: text (UUIDs among it), or an integer. */
export type UserId = string | number | bigint

/** The least that a user is: rows of an application's own table have an id, and the rest is theirs. */
export interface AnyUser {
  readonly id: UserId
}

/** The stored bond of an identity to a user. At most one for each (issuer, subject). */
export interface LinkedAccount extends IdentityKey, IdentityFields {
  /** A handle for pages and logs; says nothing about the identity. */
  readonly id: string
  readonly userId: string
  /** The provider's id in the application's configuration when it was last used. */
  readonly provider: string
  readonly linkedAt: EpochMilliseconds
  readonly lastUsedAt: EpochMilliseconds
}
