// Queries about users.
import { type Kysely, sql } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import {
  type AccountTable,
  type Read,
  type Tables,
  USER_COLUMNS,
  type UserTable,
  type Written,
} from './tables.ts'

interface UserSearch {
  readonly id: string
  readonly pattern: string
  readonly before: string
  readonly limit: number
}

export interface UserStatements {
  readonly findUser: Statement<{ id: string }, Read<UserTable>>
  /** Newest id first. */
  readonly listUsers: Statement<{ before: string; limit: number }, Read<UserTable>>
  /** `pattern` is a LIKE pattern in which `!` escapes wildcards. */
  readonly searchUsers: Statement<UserSearch, Read<UserTable>>
  readonly findUserOfIdentity: Statement<Pick<AccountTable, 'issuer' | 'subject'>, Read<UserTable>>
  /** Other changes of this user, and new accounts and sessions, wait for the end of the transaction. */
  readonly lockUser: Statement<{ id: string }, { id: string }>
  readonly insertUser: Statement<Written<UserTable>, unknown>
  readonly updateUser: Statement<Omit<Written<UserTable>, 'created_at' | 'fields'>, unknown>
  readonly findUserFields: Statement<{ id: string }, Pick<UserTable, 'fields'>>
  /** `if_fields`: empty if the user has none. */
  readonly saveUserFields: Statement<{ id: string; fields: string; if_fields: string }, unknown>
  /** Also deletes the user's accounts and sessions, through their foreign keys. */
  readonly deleteUser: Statement<{ id: string }, unknown>
  readonly deleteUserWithoutAccount: Statement<{ id: string }, unknown>
}

/** Compares byte by byte, even if another tool created the column with another collation. */
const bytesOfFields = sql`convert(coalesce(fields, '') using utf8mb4) collate utf8mb4_bin`

export function userStatements(db: Kysely<Tables>, { hasRowLocks, language }: SqlTraits): UserStatements {
  return {
    findUser: compile((value) => db.selectFrom('latchkey_users').selectAll().where('id', '=', value('id'))),
    listUsers: compile((value) =>
      db
        .selectFrom('latchkey_users')
        .selectAll()
        .where('id', '<', value('before'))
        .orderBy('id', 'desc')
        .limit(value('limit')),
    ),
    searchUsers: compile((value) =>
      db
        .selectFrom('latchkey_users')
        .selectAll()
        .where('id', '<', value('before'))
        .where(({ or, eb }) =>
          or([
            sql<boolean>`lower(name) like lower(${value('pattern')}) escape '!'`,
            sql<boolean>`lower(email) like lower(${value('pattern')}) escape '!'`,
            eb('id', '=', value('id')),
          ]),
        )
        .orderBy('id', 'desc')
        .limit(value('limit')),
    ),
    findUserOfIdentity: compile((value) =>
      db
        .selectFrom('latchkey_accounts as a')
        .innerJoin('latchkey_users as u', 'u.id', 'a.user_id')
        .selectAll('u')
        .where('a.issuer', '=', value('issuer'))
        .where('a.subject', '=', value('subject')),
    ),
    lockUser: compile((value) =>
      db
        .selectFrom('latchkey_users')
        .select('id')
        .where('id', '=', value('id'))
        .$if(hasRowLocks, (query) => query.forUpdate()),
    ),
    insertUser: compile((value) => db.insertInto('latchkey_users').values(columnsOf(value, USER_COLUMNS))),
    updateUser: compile((value) =>
      db
        .updateTable('latchkey_users')
        .set(columnsOf(value, ['email', 'email_verified', 'name', 'picture']))
        .where('id', '=', value('id')),
    ),
    findUserFields: compile((value) =>
      db.selectFrom('latchkey_users').select('fields').where('id', '=', value('id')),
    ),
    saveUserFields: compile((value) =>
      db
        .updateTable('latchkey_users')
        .set(columnsOf(value, ['fields']))
        .where('id', '=', value('id'))
        .where(language === 'mysql' ? bytesOfFields : sql`coalesce(fields, '')`, '=', value('if_fields')),
    ),
    deleteUser: compile((value) => db.deleteFrom('latchkey_users').where('id', '=', value('id'))),
    deleteUserWithoutAccount: compile((value) =>
      db
        .deleteFrom('latchkey_users')
        .where('id', '=', value('id'))
        .where(({ exists, selectFrom, not }) =>
          not(exists(selectFrom('latchkey_accounts').select('id').where('user_id', '=', value('id')))),
        ),
    ),
  }
}
