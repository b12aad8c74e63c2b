// What the application can do with its users outside of any request: find, list, change, delete and link them.
import { accountOf } from '../accounts/account-of.ts'
import { deleteUser } from '../accounts/delete-user.ts'
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Provider } from '../contracts/provider.ts'
import type { Store } from '../contracts/store.ts'
import type { AnyUser, LinkedAccount, User, UserProfile } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { Events } from '../events/events.ts'
import { isStorable } from '../web/plain-text.ts'
import type { People } from './people.ts'
import type { UserFields } from './user-fields.ts'

/** The fields that may be changed: those of the profile, and the application's own. */
export type UserChanges<U extends AnyUser = User> = Partial<Omit<U, 'id' | 'createdAt'>>

/** The users, outside of any request: `auth.users`. */
export interface Users<U extends AnyUser = User> {
  /** Returns the user; null if there is none with this id. */
  find(userId: string): Promise<U | null>
  /**
   * Returns a page of users, newest first, and the cursor of the next page; null at the end. `search` is text that the name or the
   * e-mail address contains (ASCII case is ignored), or a whole id: the store reads users until it has enough, which may be all of them.
   * @throws LatchkeyError `config_option_invalid` if the limit is not a whole number from 1 to 1,000, or if the users are rows of the
   * application's own table: list them there.
   */
  list(query?: UserListQuery): Promise<UserPage<U>>
  /**
   * Changes the profile and the application's own fields; fields that are not named stay. Values that are set here are not overwritten
   * at the next sign-in. A new e-mail address counts as unverified unless `emailVerified` is also given. The change is visible from
   * the user's next session check.
   * @throws LatchkeyError `user_not_found`; `user_fields_invalid` if the schema refuses the fields.
   */
  update(userId: string, changes: UserChanges<U>): Promise<U>
  /**
   * Deletes the user with accounts, tokens and sessions; the audit trail stays. Returns false if there was no such user. Kept tokens
   * are also revoked at their providers if possible, for at most three seconds.
   */
  delete(userId: string): Promise<boolean>
  /** The linked accounts, oldest first. */
  accounts(userId: string): Promise<readonly LinkedAccount[]>
  /**
   * Links an identity to the user without a sign-in: for people whose provider has issued a new subject, and for imports. The
   * caller vouches that this is the same person. Returns false if the identity was already linked to this user.
   * @throws LatchkeyError `user_not_found`, `provider_unknown`, `account_linked_elsewhere`; `config_option_invalid` for a subject
   * that no provider can send.
   */
  link(userId: string, account: NewAccount): Promise<boolean>
}

/** Which users to list. */
export interface UserListQuery {
  /** Default: all users. */
  readonly search?: string | undefined
  /** The `cursor` of the previous page. Default: the first page. */
  readonly cursor?: string | null | undefined
  /** Default: 100. */
  readonly limit?: number | undefined
}

/** One page of the list of users, and the cursor of the next one. */
export interface UserPage<U extends AnyUser = User> {
  readonly users: readonly U[]
  /** Pass it to the next `list()`; null on the last page. */
  readonly cursor: string | null
}

/** An identity for `auth.users.link`. */
export interface NewAccount {
  /** The id of a configured provider. */
  readonly provider: string
  /** The provider's id of the person (`sub`), byte for byte. */
  readonly subject: string
  /** Default: the provider's own. Set it if each tenant has its own issuer. */
  readonly issuer?: string | undefined
  /** For the account page. Default: the provider's value at the next sign-in. */
  readonly email?: string | null | undefined
  readonly name?: string | null | undefined
}

export interface UserParts {
  readonly store: () => Store
  readonly people: People
  readonly fields: UserFields | null
  readonly ownUsers: OwnUsers<AnyUser> | null
  readonly events: Events
  /** Reads the tokens of these accounts. The function that it resolves to revokes them at the providers. */
  readonly prepareRevocation: (accounts: readonly LinkedAccount[]) => Promise<() => Promise<void>>
  readonly providers: readonly Pick<Provider, 'id' | 'issuer'>[]
  readonly now: () => number
  readonly newId: () => string
}

const MOST_SUBJECT_CHARACTERS = 255
const MOST_LISTED = 1_000

export function createUsers(parts: UserParts): Users<AnyUser> {
  const { store, people, fields, ownUsers, events, prepareRevocation, providers, now, newId } = parts

  async function saveFields(userId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    if (!fields) {
      throw new LatchkeyError('user_fields_invalid', {
        detail: `There are no such fields without userFields: ${Object.keys(changes).join(', ')}.`,
      })
    }
    await fields.save(store(), userId, changes)
  }

  return {
    async find(userId) {
      store()
      return people.find(userId)
    },

    async list({ search, cursor, limit = 100 } = {}) {
      if (!people.ofList) throw tableOfTheirOwn('list them there')
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED) {
        throw new LatchkeyError('config_option_invalid', {
          detail: `limit must be a whole number from 1 to ${MOST_LISTED}.`,
        })
      }
      const text = search?.trim() ?? ''
      // One more than wanted shows whether there are more.
      const query = { search: text === '' ? null : text, before: cursor ?? null, limit: limit + 1 }
      const listed = await store().users.list(query)
      const users = await Promise.all(listed.slice(0, limit).map(people.ofList))
      return { users, cursor: listed.length > limit ? (listed[limit - 1]?.user.id ?? null) : null }
    },

    async update(userId, changes) {
      if (ownUsers) throw tableOfTheirOwn('change them there')
      const { profile, own } = splitChanges(changes)
      const user = await store().users.find(userId)
      if (!user) throw new LatchkeyError('user_not_found')
      // The fields first, since they may be refused: a refused change changes nothing.
      if (Object.keys(own).length > 0) await saveFields(userId, own)
      if (Object.keys(profile).length > 0) await store().users.update(userId, changedProfile(user, profile))
      await events.emit({ type: 'user_updated', userId, changed: Object.keys(changes) })
      const changed = await people.find(userId)
      if (!changed) throw new LatchkeyError('user_not_found')
      return changed
    },

    async delete(userId) {
      const isThere = (await store().users.find(userId)) !== null
      const revokeTokens = await prepareRevocation(await store().users.listAccounts(userId))
      const sessionIds = await deleteUser({ store: store(), ownUsers }, userId)
      if (isThere) await events.emit({ type: 'user_deleted', userId, sessionIds })
      await revokeTokens()
      return isThere
    },

    accounts: async (userId) => store().users.listAccounts(userId),

    async link(userId, { provider: id, subject, issuer, email = null, name = null }) {
      const provider = providers.find((each) => each.id === id)
      if (!provider) throw new LatchkeyError('provider_unknown')
      if (subject === '' || subject.length > MOST_SUBJECT_CHARACTERS || !isStorable(subject)) {
        throw new LatchkeyError('config_option_invalid', {
          detail: `subject must be text of 1 to ${MOST_SUBJECT_CHARACTERS} characters without control characters.`,
        })
      }
      if (!(await store().users.find(userId))) throw new LatchkeyError('user_not_found')
      const identity = { provider: id, issuer: issuer ?? provider.issuer, subject, email, name }
      // The caller's e-mail address is not verified by any provider.
      const account = accountOf({ now, newId }, { ...identity, emailVerified: false, picture: null }, userId)
      const outcome = await store().users.linkAccount(account)
      if (outcome === 'taken') throw new LatchkeyError('account_linked_elsewhere')
      if (outcome === 'linked') await events.emit({ type: 'linked', userId, provider: id })
      return outcome === 'linked'
    },
  }
}

const PROFILE: ReadonlySet<string> = new Set<keyof UserProfile>(['email', 'emailVerified', 'name', 'picture'])

function splitChanges(changes: object): {
  readonly profile: Partial<UserProfile>
  readonly own: Readonly<Record<string, unknown>>
} {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined)
  for (const [name] of entries) {
    if (name === 'id' || name === 'createdAt') {
      throw new LatchkeyError('user_fields_invalid', { detail: `${name} never changes.` })
    }
  }
  return {
    profile: Object.fromEntries(entries.filter(([name]) => PROFILE.has(name))),
    own: Object.fromEntries(entries.filter(([name]) => !PROFILE.has(name))),
  }
}

function changedProfile(user: User, changes: Partial<UserProfile>): UserProfile {
  const { email, emailVerified, name, picture } = { ...user, ...changes }
  const isNewAddress = email !== user.email
  return {
    email,
    // A new address is not verified yet.
    emailVerified: isNewAddress ? (changes.emailVerified ?? false) : emailVerified,
    name,
    picture,
  }
}

function tableOfTheirOwn(remedy: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', {
    detail: `These users are rows of the application’s own table: ${remedy}.`,
  })
}
