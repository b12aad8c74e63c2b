// Options that decide what a user is to the application: fields beside ours, or rows of its own table.
import type { IdentityContext } from './gate.ts'
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { OwnUsers } from './own-users.ts'
import type { StandardSchema } from './standard-schema.ts'
import type { AnyUser } from './user.ts'

/** With fields of the application's own for each user. */
export interface UserFieldOptions<Fields extends object> {
  /**
   * Any schema after Standard Schema (Valibot, Zod, ArkType …) for an object. It must accept `{}`: a new user has no
   * fields yet, so each has a default or is optional. Needs a store, or `fieldsFrom` (docs/users.md).
   */
  readonly userFields: StandardSchema<Fields>
  /**
   * The fields that follow the provider, such as a role by groups: asked at each sign-in, before its session starts. What it
   * names is checked by the schema and stored, what it does not name stays; name a field always, so that leaving a group takes the role away. Without a
   * store the fields live in the sealed session, for as long as it does. What it throws refuses the sign-in (`refuseSignIn`).
   */
  readonly fieldsFrom?:
    | ((
        identity: Identity,
        context: IdentityContext,
      ) => MaybePromise<{ readonly [Name in keyof NoInfer<Fields>]?: unknown }>)
    | undefined
}

/** With users who are rows of the application's own table. */
export interface OwnUserOptions<U extends AnyUser> {
  /** Needs a store, for accounts and sessions (docs/users.md). */
  readonly users: OwnUsers<U>
}
