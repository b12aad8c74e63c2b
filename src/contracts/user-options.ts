// Options that define the application's users: additional fields, or rows of its own table.
import type { IdentityContext } from './gate.ts'
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { OwnUsers } from './own-users.ts'
import type { StandardSchema } from './standard-schema.ts'
import type { AnyUser } from './user.ts'

/** Adds fields of the application to each user. */
export interface UserFieldOptions<Fields extends object> {
  /**
   * A Standard Schema (Valibot, Zod, ArkType …) for an object. It must accept `{}`: a new user has no fields yet, so each field
   * needs a default or is optional. Needs a store, or `fieldsFrom` (docs/users.md).
   */
  readonly userFields: StandardSchema<Fields>
  /**
   * Derives fields from the provider's data, such as a role from groups: called at each sign-in, before its session starts. The
   * returned fields are checked by the schema and stored; fields that are not returned keep their value, so always return a
   * field that must be reset, such as the role after leaving a group. Without a store, the fields are kept in the sealed
   * session only. An error refuses the sign-in (`refuseSignIn`).
   */
  readonly fieldsFrom?:
    | ((
        identity: Identity,
        context: IdentityContext,
      ) => MaybePromise<{ readonly [Name in keyof NoInfer<Fields>]?: unknown }>)
    | undefined
}

/** Uses rows of the application's own table as users. */
export interface OwnUserOptions<U extends AnyUser> {
  /** Needs a store, for accounts and sessions (docs/users.md). */
  readonly users: OwnUsers<U>
}
