// Creates the user of a new identity, after a row in the application's own table if it has one.
import type { IdentityContext } from '../contracts/gate.ts'
import type { Identity } from '../contracts/identity.ts'
import { LatchkeyError } from '../errors.ts'
import { accountOf } from './account-of.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'

/** The size of the store's columns. */
const MOST_ID_CHARACTERS = 255

/** If another request created the user first, that user is returned. Throws `account_refused`, `account_not_created`. */
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
    // The row is unused: the store failed, or another request was first.
    if (!isNeeded) await takeBack(parts, id)
  }
}

/** Stores a user with their first account. The profile comes from the provider. */
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
  // An identity joins an existing user only by `adopt` or by linking, never because create() returned that user's id.
  if (await store.users.find(id)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'users.create returned the id of a user who already has accounts.',
    })
  }
  return id
}

/** Errors of the application's function refuse the sign-in, and are not reported as failures of Latchkey. */
export async function askApplication<Answer>(ask: () => Answer): Promise<Awaited<Answer>> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof LatchkeyError) throw error
    throw new LatchkeyError('account_not_created', { cause: error })
  }
}

/** Returns the id as text, as the store keeps it. Throws `config_option_invalid`. */
export function readUserId(from: 'create' | 'adopt', id: unknown): string {
  const isNumber = typeof id === 'bigint' || (typeof id === 'number' && Number.isSafeInteger(id))
  const text = isNumber || typeof id === 'string' ? String(id) : ''
  if (text !== '' && text.length <= MOST_ID_CHARACTERS) return text
  throw new LatchkeyError('config_option_invalid', {
    detail: `users.${from} must return the user's id: text of 1 to ${MOST_ID_CHARACTERS} characters, or an integer.`,
  })
}

/** Never rejects: an unused row does less harm than hiding the original error. */
async function takeBack({ ownUsers, onLeftOver }: AccountParts, id: string): Promise<void> {
  try {
    if (!ownUsers?.delete) throw new TypeError('The option users has no delete function.')
    await ownUsers.delete(id)
  } catch (error) {
    onLeftOver(id, error)
  }
}
