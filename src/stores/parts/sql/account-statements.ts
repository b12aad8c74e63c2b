// Queries about linked accounts.
import type { Kysely } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import {
  ACCOUNT_COLUMNS,
  type AccountTable,
  type FormerAccountTable,
  type Read,
  type Tables,
  type Written,
} from './tables.ts'

type AccountRow = Read<AccountTable>
type RefreshedColumns = Omit<Written<AccountTable>, 'id' | 'user_id' | 'linked_at'>
type IdentityColumns = Pick<AccountTable, 'issuer' | 'subject'>

export interface AccountStatements {
  readonly findAccount: Statement<IdentityColumns, AccountRow>
  /** Leaves an identity that is linked already as it is. */
  readonly insertAccount: Statement<Written<AccountTable>, unknown>
  readonly updateAccount: Statement<RefreshedColumns, unknown>
  readonly deleteAccount: Statement<{ id: string }, unknown>
  /** Leaves what is known already as it is. */
  readonly insertFormerAccount: Statement<FormerAccountTable, unknown>
  readonly listFormerOwners: Statement<IdentityColumns, Pick<FormerAccountTable, 'user_id'>>
  /** Oldest first. */
  readonly listAccounts: Statement<{ user_id: string }, AccountRow>
  /** Oldest first. */
  readonly listAccountsByVerifiedEmail: Statement<{ verified_email_key: string; limit: number }, AccountRow>
}

export function accountStatements(db: Kysely<Tables>, { hasOnConflict }: SqlTraits): AccountStatements {
  return {
    findAccount: compile((value) =>
      db
        .selectFrom('latchkey_accounts')
        .selectAll()
        .where('issuer', '=', value('issuer'))
        .where('subject', '=', value('subject')),
    ),
    insertAccount: compile(
      (value) =>
        db
          .insertInto('latchkey_accounts')
          .values(columnsOf(value, ACCOUNT_COLUMNS))
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    updateAccount: compile((value) =>
      db
        .updateTable('latchkey_accounts')
        .set(
          columnsOf(value, [
            'provider',
            'email',
            'email_verified',
            'verified_email_key',
            'name',
            'picture',
            'last_used_at',
          ]),
        )
        .where('issuer', '=', value('issuer'))
        .where('subject', '=', value('subject')),
    ),
    deleteAccount: compile((value) => db.deleteFrom('latchkey_accounts').where('id', '=', value('id'))),
    insertFormerAccount: compile(
      (value) =>
        db
          .insertInto('latchkey_former_accounts')
          .values(columnsOf(value, ['issuer', 'subject', 'user_id']))
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    listFormerOwners: compile((value) =>
      db
        .selectFrom('latchkey_former_accounts')
        .select('user_id')
        .where('issuer', '=', value('issuer'))
        .where('subject', '=', value('subject')),
    ),
    listAccounts: compile((value) =>
      db
        .selectFrom('latchkey_accounts')
        .selectAll()
        .where('user_id', '=', value('user_id'))
        .orderBy('linked_at')
        .orderBy('id'),
    ),
    listAccountsByVerifiedEmail: compile((value) =>
      db
        .selectFrom('latchkey_accounts')
        .selectAll()
        .where('verified_email_key', '=', value('verified_email_key'))
        .orderBy('linked_at')
        .orderBy('id')
        .limit(value('limit')),
    ),
  }
}
