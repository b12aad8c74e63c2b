// Queries about linked accounts.
import { type Kysely, sql } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import { ACCOUNT_COLUMNS, type AccountTable, type Read, type Tables, type Written } from './tables.ts'

type AccountRow = Read<AccountTable>
type RefreshedColumns = Omit<Written<AccountTable>, 'id' | 'user_id' | 'linked_at'>
type OwnedAccount = Pick<AccountTable, 'id' | 'user_id'>
type IdentityColumns = Pick<AccountTable, 'issuer' | 'subject'>

export interface AccountStatements {
  readonly findAccount: Statement<IdentityColumns, AccountRow>
  /** Does nothing if the identity is already linked. */
  readonly insertAccount: Statement<Written<AccountTable>, unknown>
  readonly updateAccount: Statement<RefreshedColumns, unknown>
  /** Does nothing if it is the user's only account, or another user's. */
  readonly deleteAccountUnlessLast: Statement<OwnedAccount, unknown>
  /** Records the account's identity and user, under the same conditions. Does nothing if they are already recorded. */
  readonly insertFormerAccountUnlessLast: Statement<OwnedAccount, unknown>
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
    deleteAccountUnlessLast: compile((value) =>
      db
        .deleteFrom('latchkey_accounts')
        .where('id', '=', value('id'))
        .where('user_id', '=', value('user_id'))
        .where(
          ({ selectFrom }) =>
            // MySQL can read the table that it deletes from only through a derived table.
            selectFrom((inner) =>
              inner
                .selectFrom('latchkey_accounts')
                .select(({ fn }) => fn.countAll<number>().as('others'))
                .where('user_id', '=', value('user_id'))
                .where('id', '<>', value('id'))
                .as('counted'),
            ).select('counted.others'),
          '>',
          sql.lit(0),
        ),
    ),
    insertFormerAccountUnlessLast: compile(
      (value) =>
        db
          .insertInto('latchkey_former_accounts')
          .columns(['issuer', 'subject', 'user_id'])
          .expression(({ selectFrom }) =>
            selectFrom('latchkey_accounts as a')
              .select(['a.issuer', 'a.subject', 'a.user_id'])
              .where('a.id', '=', value('id'))
              .where('a.user_id', '=', value('user_id'))
              .where(({ exists, selectFrom }) =>
                exists(
                  selectFrom('latchkey_accounts as other')
                    .select('other.id')
                    .where('other.user_id', '=', value('user_id'))
                    .where('other.id', '<>', value('id')),
                ),
              ),
          )
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
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
