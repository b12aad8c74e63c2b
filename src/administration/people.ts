// What a user is to the application: our user, our user with the application's own fields, or a row of the application's own table.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Session } from '../contracts/session.ts'
import type { ListedUser, Store } from '../contracts/store.ts'
import type { AnyUser, User } from '../contracts/user.ts'
import type { UserFields } from './user-fields.ts'

export interface People {
  /** Whether the users are ours, without fields of the application. */
  readonly arePlain: boolean
  /** Called at each session check. Null: the user no longer exists, so the session is invalid. */
  readonly ofSession: (session: Session, userFields: string | null) => MaybePromise<AnyUser | null>
  /** Whether the user still exists. The application's own fields are not read. */
  readonly has: (session: Session) => MaybePromise<boolean>
  readonly find: (userId: string) => MaybePromise<AnyUser | null>
  /** Converts a user from the store's list; null if the users are rows of the application's own table. */
  readonly ofList: ((listed: ListedUser) => MaybePromise<AnyUser>) | null
}

export interface PeopleSettings {
  readonly store: Store | null
  readonly users: OwnUsers<AnyUser> | null
}

/** Chooses the kind of users by the options. */
export function createPeople({ store, users }: PeopleSettings, fields: UserFields | null): People {
  if (users) return ownPeople(users)
  return fields ? peopleWithFields(store, fields) : plainPeople(store)
}

/** Our users, without fields of the application. */
function plainPeople(store: Store | null): People {
  return {
    arePlain: true,
    ofSession: (session) => session.user,
    has: () => true,
    find: (userId) => store?.users.find(userId) ?? null,
    ofList: ({ user }) => user,
  }
}

/** Without a store, the fields are in the sealed session, and no user can be looked up. */
function peopleWithFields(store: Store | null, fields: UserFields): People {
  // The same session object always has the same user and fields, so the schema runs once for each object.
  const known = new WeakMap<Session, AnyUser>()
  const join = (user: User, stored: string | null) =>
    whenReady(fields.read(stored), (own) => Object.freeze({ ...own, ...user }))

  return {
    arePlain: false,
    ofSession(session, userFields) {
      const before = known.get(session)
      if (before) return before
      return whenReady(join(session.user, userFields), (user) => {
        known.set(session, user)
        return user
      })
    },
    has: () => true,
    async find(userId) {
      if (!store) return null
      const [user, stored] = await Promise.all([store.users.find(userId), store.users.findFields(userId)])
      return user && join(user, stored)
    },
    ofList: ({ user, userFields }) => join(user, userFields),
  }
}

/** Looked up at each check, because the application may change its table at any time. */
function ownPeople(users: OwnUsers<AnyUser>): People {
  return {
    arePlain: false,
    ofSession: (session) => users.find(session.user.id),
    has: ({ user }) => whenReady(users.find(user.id), (found) => found !== null),
    find: (userId) => users.find(userId),
    ofList: null,
  }
}
