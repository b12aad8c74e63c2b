// Makes the user of a new identity: one of Latchkey's, or first a row of the application's own table.
import type { IdentityContext } from '../contracts/gate.ts'
import type { Identity } from '../contracts/identity.ts'
import { LatchkeyError } from '../errors.ts'
import { accountOf } from './account-of.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'

/** What the store's columns hold. */
const MOST_ID_CHARACTERS = 255

/** When another request made the user first, that one is answered. Throws `account_refused`, `account_not_created`. */
export async function createUser(
  parts: AccountParts,
  identity: Identity,
  context: IdentityContext,
): Promise<IdentityOutcome> {
  if (!parts.ownUsers) return storeUser(parts, identity, parts.newId())
  const id = await createRow(parts, identity, context)
  let isNeeded = false
  try {
    const outcome = await storeUser(parts, identity, id)
    isNeeded = outcome.kind === 'signed-in' && outcome.isNew
    return outcome
  } finally {
    // Nothing hangs on it: the store failed, or another request was first.
    if (!isNeeded) await takeBack(parts, id)
  }
}

/** A user with their first account. The profile is what the provider says. */
export async function storeUser(
  parts: AccountParts,
  identity: Identity,
  id: string,
): Promise<IdentityOutcome> {
  const { email, emailVerified, name, picture } = identity
  const { user, created } = await parts.store.users.create(
    { id, email, emailVerified, name, picture, createdAt: parts.now() },
    accountOf(parts, identity, id),
  )
  return { kind: 'signed-in', user, isNew: created, isLinked: false }
}

async function createRow(
  { store, ownUsers }: AccountParts,
  identity: Identity,
  context: IdentityContext,
): Promise<string> {
  const id = readUserId('create', await askApplication(() => ownUsers?.create(identity, context)))
  // An identity joins an existing user by `adopt` or by linking only, never by what create() thinks of its e-mail address.
  if (await store.users.find(id)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'users.create answered the id of a user who has accounts already.',
    })
  }
  return id
}

/** What the application's function throws is the application's reason, and not a failure of Latchkey. */
export async function askApplication<Answer>(ask: () => Answer): Promise<Awaited<Answer>> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof LatchkeyError) throw error
    throw new LatchkeyError('account_not_created', { cause: error })
  }
}

/** The text of it: what the store keeps. Throws `config_option_invalid`. */
export function readUserId(from: 'create' | 'adopt', id: unknown): string {
  const isNumber = typeof id === 'bigint' || (typeof id === 'number' && Number.isSafeInteger(id))
  const text = isNumber || typeof id === 'string' ? String(id) : ''
  if (text !== '' && text.length <= MOST_ID_CHARACTERS) return text
  throw new LatchkeyError('config_option_invalid', {
    detail: `users.${from} must answer the user's id: text of 1 to ${MOST_ID_CHARACTERS} characters, or an integer.`,
  })
}

/** Never rejects: a row that is left over does less harm than the error that it would hide. */
async function takeBack({ ownUsers, onLeftOver }: AccountParts, id: string): Promise<void> {
  try {
    if (!ownUsers?.delete) throw new TypeError('There is no users.delete.')
    await ownUsers.delete(id)
  } catch (error) {
    onLeftOver(id, error)
  }
}
