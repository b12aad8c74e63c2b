// What the application does with its users outside of any request: find, change, delete.
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Store } from '../contracts/store.ts'
import type { AnyUser, LinkedAccount, User, UserProfile } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { Events } from '../events/events.ts'
import type { People } from './people.ts'
import type { UserFields } from './user-fields.ts'

/** How often a change is tried again that another one crossed. */
const MOST_TRIES = 10

/** What may be changed: the profile, and the application's own fields. */
export type UserChanges<U extends AnyUser = User> = Partial<Omit<U, 'id' | 'createdAt'>>

export interface Users<U extends AnyUser = User> {
  find(userId: string): Promise<U | null>
  /**
   * Changes the profile and the application's own fields; what is not named stays. What is set here is not overwritten at
   * the next sign-in. A new e-mail address counts as not verified unless `emailVerified` is given too. The next session
   * check of the user sees it.
   * @throws LatchkeyError `user_not_found`; `user_fields_invalid` when the schema refuses them.
   */
  update(userId: string, changes: UserChanges<U>): Promise<U>
  /**
   * Deletes the user with accounts, tokens and sessions; the audit trail stays. False when there was none. Kept tokens are
   * revoked at their providers as well as it goes, for three seconds at most.
   */
  delete(userId: string): Promise<boolean>
  /** The linked accounts, oldest first. */
  accounts(userId: string): Promise<readonly LinkedAccount[]>
}

export interface UserParts {
  readonly store: () => Store
  readonly people: People
  readonly fields: UserFields | null
  readonly ownUsers: OwnUsers<AnyUser> | null
  readonly events: Events
  /** Reads the tokens of these accounts; what it answers tells the providers that they are not needed any more. */
  readonly prepareRevocation: (accounts: readonly LinkedAccount[]) => Promise<() => Promise<void>>
}

export function createUsers(parts: UserParts): Users<AnyUser> {
  const { store, people, fields, ownUsers, events, prepareRevocation } = parts

  async function saveFields(userId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    if (!fields) {
      throw new LatchkeyError('user_fields_invalid', {
        detail: `There are no such fields without userFields: ${Object.keys(changes).join(', ')}.`,
      })
    }
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = await store().users.findFields(userId)
      const after = await fields.change(before, changes)
      if (after === before || (await store().users.saveFields(userId, after, before))) return
    }
    throw new LatchkeyError('store_unavailable', { detail: 'Too many changes of one user at once.' })
  }

  return {
    async find(userId) {
      store()
      return people.find(userId)
    },

    async update(userId, changes) {
      if (ownUsers) {
        throw new LatchkeyError('config_option_invalid', {
          detail: 'These users are rows of the application’s own table: change them there.',
        })
      }
      const { profile, own } = splitChanges(changes)
      const user = await store().users.find(userId)
      if (!user) throw new LatchkeyError('user_not_found')
      // First what may be refused, so that a refused change changes nothing.
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
      const sessionIds = await store().users.delete(userId)
      await ownUsers?.delete?.(userId)
      if (isThere) await events.emit({ type: 'user_deleted', userId, sessionIds })
      await revokeTokens()
      return isThere
    },

    accounts: async (userId) => store().users.listAccounts(userId),
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
    // Nobody has proved yet that the new address is theirs.
    emailVerified: isNewAddress ? (changes.emailVerified ?? false) : emailVerified,
    name,
    picture,
  }
}
