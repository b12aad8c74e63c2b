// From a verified identity to a user: finds, creates, links or offers, as the linking policy decides.
import type { IdentityContext } from '../contracts/gate.ts'
import type { Identity, IdentityKey } from '../contracts/identity.ts'
import type { LinkedAccount, User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'
import { addAccount } from './add-account.ts'
import { adoptUser } from './adopt-user.ts'
import { moveAccount } from './move-account.ts'
import { provable } from './provable-accounts.ts'
import { withKnownFields } from './with-known-fields.ts'

/** The number of accounts with the same verified address that are offered at most. */
const MOST_CANDIDATES = 5

export interface IdentityQuestion {
  readonly identity: Identity
  readonly linkTo: { readonly userId: string } | null
  readonly context: IdentityContext
  /** Keys under which this person was known before, if a migration window is open. Default: none. */
  readonly formerKeys?: readonly IdentityKey[] | undefined
  /** The previous provider, if only a sign-in with it can identify the person. Default: none. */
  readonly formerProvider?: string | null | undefined
}

/** Throws `account_linked_elsewhere` or `account_refused` without writing anything. */
export async function signInIdentity(
  parts: AccountParts,
  question: IdentityQuestion,
): Promise<IdentityOutcome> {
  const { store, policy } = parts
  const { identity, linkTo, context, formerKeys = [], formerProvider = null } = question
  const account = await store.users.findAccount(identity)
  const isNew = !account && !linkTo
  const moved = isNew ? await moveAccount(parts, identity, formerKeys) : null
  if (moved) return moved
  const candidates = isNew ? await findCandidates(parts, identity) : []
  const isAuthoritative = context.isEmailAuthoritative
  if (isNew && formerProvider) {
    // Only the owner of the mailbox may learn that an account with this address exists.
    return { kind: 'offer', candidates: isAuthoritative ? candidates : [], formerProvider }
  }
  const decision = policy({ identity, account, linkTo, candidates, isAuthoritative })
  switch (decision.kind) {
    case 'refuse':
      throw new LatchkeyError(decision.code)
    case 'offer': {
      const provables = await provable(parts, identity, decision.candidates)
      // An offer that no sign-in can fulfil would be repeated forever.
      return provables.length > 0
        ? { kind: 'offer', candidates: provables, formerProvider: null }
        : adoptUser(parts, identity, context)
    }
    case 'sign-in':
      return signInKnown(parts, withKnownFields(identity, account), { userId: decision.userId, account })
    case 'link':
      return linkTo && decision.userId === linkTo.userId
        ? addAccount(parts, identity, decision.userId)
        : // A policy may refuse a link, but never redirect it to another user.
          Promise.reject(new LatchkeyError('account_refused'))
    case 'create':
      return adoptUser(parts, identity, context)
  }
}

async function signInKnown(
  parts: AccountParts,
  identity: Identity,
  known: { readonly userId: string; readonly account: LinkedAccount | null },
): Promise<IdentityOutcome> {
  const user = await parts.store.users.find(known.userId)
  // The application may have deleted its own row.
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

/** Updates the fields that came from this account, not those that the person or another account set. Null if nothing changed. */
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

async function findCandidates(parts: AccountParts, identity: Identity): Promise<readonly LinkedAccount[]> {
  if (!identity.email || !identity.emailVerified) return []
  const found = await parts.store.users.listAccountsByVerifiedEmail(identity.email, MOST_CANDIDATES)
  return provable(parts, identity, found)
}
