// What has to happen to users and their accounts all at once or not at all.
import type { IdentityKey } from '../../../contracts/identity.ts'
import type { LinkedAccount, User } from '../../../contracts/user.ts'
import { LatchkeyError } from '../../../errors.ts'
import { toAccountRow, toUser, toUserRow } from './rows.ts'
import type { Statements } from './statements.ts'
import { ask, type Work } from './work.ts'

export function* createUser(
  statements: Statements,
  user: User,
  account: LinkedAccount,
): Work<{ user: User; created: boolean }> {
  yield* ask(statements.insertUser(toUserRow(user)))
  const { changes } = yield* ask(statements.insertAccount(toAccountRow(account)))
  if (changes > 0) return { user, created: true }
  // Another request linked this identity first; its user is the one.
  yield* ask(statements.deleteUser({ id: user.id }))
  const ownerId = yield* getOwnerId(statements, account)
  const [owner] = (yield* ask(statements.findUser({ id: ownerId }))).rows
  if (!owner) throw changedHands()
  return { user: toUser(owner), created: false }
}

export function* linkAccount(
  statements: Statements,
  account: LinkedAccount,
): Work<'linked' | 'already-linked' | 'taken'> {
  const { changes } = yield* ask(statements.insertAccount(toAccountRow(account)))
  if (changes > 0) return 'linked'
  const ownerId = yield* getOwnerId(statements, account)
  return ownerId === account.userId ? 'already-linked' : 'taken'
}

export function* unlinkAccount(
  statements: Statements,
  userId: string,
  accountId: string,
): Work<'unlinked' | 'last-account' | 'not-found'> {
  // Of two requests that each remove one of two accounts, the second sees what the first has done.
  yield* ask(statements.lockUser({ id: userId }))
  const { rows } = yield* ask(statements.listAccounts({ user_id: userId }))
  const account = rows.find((row) => row.id === accountId)
  if (!account) return 'not-found'
  if (rows.length === 1) return 'last-account'
  yield* ask(statements.deleteAccount({ id: accountId }))
  // Sessions that this identity started live on, and its provider may still end them.
  const { issuer, subject } = account
  yield* ask(statements.insertFormerAccount({ issuer, subject, user_id: userId }))
  return 'unlinked'
}

export function* deleteUser(statements: Statements, userId: string): Work<readonly string[]> {
  // No session can be added while the user is locked, so all that end are answered.
  yield* ask(statements.lockUser({ id: userId }))
  const { rows } = yield* ask(statements.lockSessionsOfUser({ user_id: userId }))
  yield* ask(statements.deleteUser({ id: userId }))
  return rows.map(({ id }) => id)
}

function* getOwnerId(statements: Statements, { issuer, subject }: IdentityKey): Work<string> {
  const [row] = (yield* ask(statements.findAccount({ issuer, subject }))).rows
  if (!row) throw changedHands()
  return row.user_id
}

/** The identity was linked a moment ago and is not any more: whoever is right, the next attempt will see. */
function changedHands(): LatchkeyError {
  return new LatchkeyError('store_unavailable', {
    detail: 'The identity was unlinked by another request at the same moment.',
  })
}
