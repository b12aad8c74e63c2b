// Queries about provider tokens.
import { type Kysely, sql } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import {
  type LeaseTable,
  type Read,
  type Tables,
  TOKEN_COLUMNS,
  type TokenTable,
  type Written,
} from './tables.ts'

type TokenRow = Read<TokenTable>
type HeldLease = Pick<LeaseTable, 'name' | 'owner_id' | 'fence'>

export interface TokenStatements {
  readonly findTokens: Statement<{ account_id: string }, TokenRow>
  /** Does nothing if the account already has tokens. */
  readonly insertTokens: Statement<Written<TokenTable>, unknown>
  readonly updateTokens: Statement<Written<TokenTable> & { if_version: number }, unknown>
  /** The same, but only while the lease is held. */
  readonly insertTokensUnderLease: Statement<Written<TokenTable> & HeldLease, unknown>
  readonly updateTokensUnderLease: Statement<
    Written<TokenTable> & HeldLease & { if_version: number },
    unknown
  >
  readonly deleteTokens: Statement<{ account_id: string }, unknown>
  readonly listTokens: Statement<{ after_account_id: string; limit: number }, TokenRow>
}

export function tokenStatements(db: Kysely<Tables>, { hasOnConflict }: SqlTraits): TokenStatements {
  return {
    findTokens: compile((value) =>
      db.selectFrom('latchkey_tokens').selectAll().where('account_id', '=', value('account_id')),
    ),
    insertTokens: compile(
      (value) =>
        db
          .insertInto('latchkey_tokens')
          .values(columnsOf(value, TOKEN_COLUMNS))
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    updateTokens: compile((value) =>
      db
        .updateTable('latchkey_tokens')
        .set(columnsOf(value, TOKEN_COLUMNS))
        .where('account_id', '=', value('account_id'))
        .where('version', '=', value('if_version')),
    ),
    insertTokensUnderLease: compile(
      (value) =>
        db
          .insertInto('latchkey_tokens')
          .columns(TOKEN_COLUMNS)
          .expression(({ selectFrom }) =>
            selectFrom('latchkey_leases')
              .select(TOKEN_COLUMNS.map((name) => sql`${value(name)}`.as(name)))
              .where('name', '=', value('name'))
              .where('owner_id', '=', value('owner_id'))
              .where('fence', '=', value('fence')),
          )
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    updateTokensUnderLease: compile((value) =>
      db
        .updateTable('latchkey_tokens')
        .set(columnsOf(value, TOKEN_COLUMNS))
        .where('account_id', '=', value('account_id'))
        .where('version', '=', value('if_version'))
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('latchkey_leases')
              .select('name')
              .where('name', '=', value('name'))
              .where('owner_id', '=', value('owner_id'))
              .where('fence', '=', value('fence')),
          ),
        ),
    ),
    deleteTokens: compile((value) =>
      db.deleteFrom('latchkey_tokens').where('account_id', '=', value('account_id')),
    ),
    listTokens: compile((value) =>
      db
        .selectFrom('latchkey_tokens')
        .selectAll()
        .where('account_id', '>', value('after_account_id'))
        .orderBy('account_id')
        .limit(value('limit')),
    ),
  }
}
