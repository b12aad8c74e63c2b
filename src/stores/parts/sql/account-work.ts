// Units of work on users and their accounts: all of it happens, or nothing.
import type { LinkedAccount, User } from '../../../contracts/user.ts'
import { LatchkeyError } from '../../../errors.ts'
import { toAccountRow, toUser, toUserRow } from './rows.ts'
import type { Statements } from './statements.ts'
import { type Unit, unit, whenChanged } from './unit.ts'

export function createUser(
  statements: Statements,
  user: User,
  account: LinkedAccount,
): Unit<{ user: User; created: boolean }> {
  const isOurs = whenChanged(1)
  return unit(
    [
      { query: statements.insertUser(toUserRow(user)) },
      { query: statements.insertAccount(toAccountRow(account)) },
      // Another request linked this identity first, so its user is kept.
      { query: statements.deleteUserWithoutAccount({ id: user.id }), isIdle: isOurs },
      { query: statements.findUserOfIdentity(account), isIdle: isOurs },
    ],
    ([, { changes }, , owners]) => {
      if (changes > 0) return { user, created: true }
      const [owner] = owners.rows
      if (!owner) throw changedHands()
      return { user: toUser(owner), created: false }
    },
  )
}

export function linkAccount(
  statements: Statements,
  account: LinkedAccount,
): Unit<'linked' | 'already-linked' | 'taken'> {
  return unit(
    [
      { query: statements.insertAccount(toAccountRow(account)) },
      { query: statements.findAccount(account), isIdle: whenChanged(0) },
    ],
    ([{ changes }, linked]) => {
      if (changes > 0) return 'linked'
      const [owner] = linked.rows
      if (!owner) throw changedHands()
      return owner.user_id === account.userId ? 'already-linked' : 'taken'
    },
  )
}

export function unlinkAccount(
  statements: Statements,
  userId: string,
  accountId: string,
): Unit<'unlinked' | 'last-account' | 'not-found'> {
  const key = { id: accountId, user_id: userId }
  return unit(
    [
      // If two requests each remove one of two accounts, the second sees what the first did.
      { query: statements.lockUser({ id: userId }) },
      { query: statements.listAccounts({ user_id: userId }) },
      // Sessions that this identity started remain, and its provider may still end them.
      { query: statements.insertFormerAccountUnlessLast(key), isIdle: (answers) => isKept(answers[1]?.rows) },
      { query: statements.deleteAccountUnlessLast(key), isIdle: (answers) => isKept(answers[1]?.rows) },
    ],
    ([, { rows }]) => {
      if (!rows.some(({ id }) => id === accountId)) return 'not-found'
      return isKept(rows) ? 'last-account' : 'unlinked'
    },
  )

  function isKept(accounts: readonly unknown[] = []): boolean {
    return accounts.length < 2
  }
}

/** Also ends the user's sessions. Returns their ids. */
export function deleteUser(statements: Statements, userId: string): Unit<readonly string[]> {
  return unit(
    [
      // No session can be added while the user is locked, so all that end are returned.
      { query: statements.lockUser({ id: userId }) },
      { query: statements.lockSessionsOfUser({ user_id: userId }) },
      { query: statements.deleteUser({ id: userId }) },
    ],
    ([, { rows }]) => rows.map(({ id }) => id),
  )
}

/** The identity was linked a moment ago and no longer is. The next attempt sees the current state. */
function changedHands(): LatchkeyError {
  return new LatchkeyError('store_unavailable', {
    detail: 'The identity was unlinked by another request at the same moment.',
  })
}
