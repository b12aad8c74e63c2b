// From a verified identity to a user: finds, creates, links or offers, as the linking policy decides.
import type { Identity } from '../contracts/identity.ts'
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Store } from '../contracts/store.ts'
import type { AnyUser, LinkedAccount, User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { LinkingPolicy } from './linking-policy.ts'
import { withKnownFields } from './with-known-fields.ts'

/** More accounts than this with one verified address are not listed to a person. */
const MOST_CANDIDATES = 5
/** What the store's columns hold. */
const MOST_ID_CHARACTERS = 255

export interface IdentityQuestion {
  readonly identity: Identity
  readonly linkTo: { readonly userId: string } | null
  readonly isAuthoritative: boolean
}

export interface AccountParts {
  readonly store: Store
  /** Set where users are rows of the application's own table. */
  readonly ownUsers: OwnUsers<AnyUser> | null
  readonly policy: LinkingPolicy
  readonly now: () => number
  readonly newId: () => string
}

export type IdentityOutcome =
  | { readonly kind: 'signed-in'; readonly user: User; readonly isNew: boolean; readonly isLinked: boolean }
  | { readonly kind: 'offer'; readonly candidates: readonly LinkedAccount[] }

/** Throws `account_linked_elsewhere`, `account_refused`; writes nothing then. */
export async function signInIdentity(
  parts: AccountParts,
  question: IdentityQuestion,
): Promise<IdentityOutcome> {
  const { store, policy } = parts
  const { identity, linkTo, isAuthoritative } = question
  const account = await store.users.findAccount(identity)
  const candidates = account || linkTo ? [] : await findCandidates(store, identity)
  const decision = policy({ identity, account, linkTo, candidates, isAuthoritative })
  switch (decision.kind) {
    case 'refuse':
      throw new LatchkeyError(decision.code)
    case 'offer':
      return { kind: 'offer', candidates: decision.candidates }
    case 'sign-in':
      return signInKnown(parts, withKnownFields(identity, account), { userId: decision.userId, account })
    case 'link':
      return linkTo && decision.userId === linkTo.userId
        ? addAccount(parts, identity, decision.userId)
        : // A policy may refuse a link, but never redirect it to somebody else.
          Promise.reject(new LatchkeyError('account_refused'))
    case 'create':
      return createUser(parts, identity)
  }
}

/** Adds the identity to the user. Throws `account_linked_elsewhere`. */
export async function addAccount(
  parts: AccountParts,
  identity: Identity,
  userId: string,
): Promise<IdentityOutcome> {
  const outcome = await parts.store.users.linkAccount(accountOf(parts, identity, userId))
  // Another request was faster, for another user.
  if (outcome === 'taken') throw new LatchkeyError('account_linked_elsewhere')
  const user = await parts.store.users.find(userId)
  if (!user) throw new LatchkeyError('attempt_session_changed', { detail: 'The user was deleted meanwhile.' })
  return { kind: 'signed-in', user, isNew: false, isLinked: outcome === 'linked' }
}

/** Makes a user of their own for the identity; when another request made it first, that one is answered. */
export async function createUser(parts: AccountParts, identity: Identity): Promise<IdentityOutcome> {
  const { email, emailVerified, name, picture } = identity
  const id = parts.ownUsers ? await createOwnUser(parts, identity) : parts.newId()
  const { user, created } = await parts.store.users.create(
    { id, email, emailVerified, name, picture, createdAt: parts.now() },
    accountOf(parts, identity, id),
  )
  if (!created) await parts.ownUsers?.delete?.(id)
  return { kind: 'signed-in', user, isNew: created, isLinked: false }
}

/** A row of the application's own table; ours follows, with the same id. */
async function createOwnUser({ store, ownUsers }: AccountParts, identity: Identity): Promise<string> {
  const id: unknown = await ownUsers?.create(identity)
  if (typeof id !== 'string' || id === '' || id.length > MOST_ID_CHARACTERS) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `users.create must answer the new user's id: text of 1 to ${MOST_ID_CHARACTERS} characters.`,
    })
  }
  // An identity joins an existing user by linking only, never by what create() thinks of its e-mail address.
  if (await store.users.find(id)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'users.create answered the id of a user who has accounts already.',
    })
  }
  return id
}

async function signInKnown(
  parts: AccountParts,
  identity: Identity,
  known: { readonly userId: string; readonly account: LinkedAccount | null },
): Promise<IdentityOutcome> {
  const user = await parts.store.users.find(known.userId)
  // A row that the application deleted by itself is no user either.
  const isThere = user !== null && (!parts.ownUsers || (await parts.ownUsers.find(user.id)) !== null)
  if (!isThere) {
    throw new LatchkeyError('account_refused', { detail: 'The user of this account does not exist.' })
  }
  await parts.store.users.updateAccount(identity, {
    subject: identity.subject,
    email: identity.email,
    emailVerified: identity.emailVerified,
    name: identity.name,
    picture: identity.picture,
    provider: identity.provider,
    lastUsedAt: parts.now(),
  })
  const fields = known.account ? followAccount(user, known.account, identity) : null
  if (!fields) return { kind: 'signed-in', user, isNew: false, isLinked: false }
  await parts.store.users.update(user.id, fields)
  await parts.ownUsers?.update?.(user.id, fields)
  return { kind: 'signed-in', user: { ...user, ...fields }, isNew: false, isLinked: false }
}

/** What came from this account follows it; what the person or another account set stays. Null when nothing changed. */
function followAccount(
  user: User,
  before: LinkedAccount,
  now: Identity,
): Pick<User, 'email' | 'emailVerified' | 'name' | 'picture'> | null {
  const mail =
    user.email === before.email && user.emailVerified === before.emailVerified
      ? { email: now.email, emailVerified: now.emailVerified }
      : { email: user.email, emailVerified: user.emailVerified }
  const name = user.name === before.name ? now.name : user.name
  const picture = user.picture === before.picture ? now.picture : user.picture
  const isSame =
    mail.email === user.email &&
    mail.emailVerified === user.emailVerified &&
    name === user.name &&
    picture === user.picture
  return isSame ? null : { ...mail, name, picture }
}

async function findCandidates(store: Store, identity: Identity): Promise<readonly LinkedAccount[]> {
  if (!identity.email || !identity.emailVerified) return []
  return store.users.listAccountsByVerifiedEmail(identity.email, MOST_CANDIDATES)
}

function accountOf(parts: AccountParts, identity: Identity, userId: string): LinkedAccount {
  const now = parts.now()
  return {
    id: parts.newId(),
    userId,
    provider: identity.provider,
    issuer: identity.issuer,
    subject: identity.subject,
    email: identity.email,
    emailVerified: identity.emailVerified,
    name: identity.name,
    picture: identity.picture,
    linkedAt: now,
    lastUsedAt: now,
  }
}
