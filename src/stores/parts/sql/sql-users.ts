// Users and accounts in SQL.
import type { UserStore } from '../../../contracts/store.ts'
import { asciiLowerCase, verifiedEmailKey } from '../verified-email-key.ts'
import { createUser, linkAccount, unlinkAccount } from './account-work.ts'
import type { ChangeWriter } from './change-writer.ts'
import { findIssuerSql } from './find-issuer-sql.ts'
import { LAST_CHARACTER } from './last-character.ts'
import { toAccount, toUser } from './rows.ts'
import type { StatementRunner } from './statement-runner.ts'

export function sqlUsers(runner: StatementRunner, writer: ChangeWriter): UserStore {
  const { database } = runner
  return {
    find: (id) => runner.first(({ findUser }) => findUser({ id }), toUser),
    list: ({ search, before, limit }) =>
      runner.all(
        ({ listUsers, searchUsers }) =>
          search === null
            ? listUsers({ before: before ?? LAST_CHARACTER, limit })
            : searchUsers({
                id: search,
                pattern: containing(search),
                before: before ?? LAST_CHARACTER,
                limit,
              }),
        (row) => ({ user: toUser(row), userFields: row.fields }),
      ),
    findAccount: ({ issuer, subject }) =>
      runner.first(({ findAccount }) => findAccount({ issuer, subject }), toAccount),
    create: (user, account) => runner.atomically((statements) => createUser(statements, user, account)),
    async updateAccount({ issuer, subject }, fields) {
      const values = {
        issuer,
        subject,
        provider: fields.provider,
        email: fields.email,
        email_verified: fields.emailVerified,
        verified_email_key: verifiedEmailKey(fields),
        name: fields.name,
        picture: fields.picture,
        last_used_at: fields.lastUsedAt,
      }
      await runner.run(({ updateAccount }) => updateAccount(values))
    },
    async update(id, { email, emailVerified: email_verified, name, picture }) {
      const values = { id, email, email_verified, name, picture }
      await writer.change({ kind: 'user', userId: id }, ({ updateUser }) => updateUser(values))
    },
    findFields: (id) =>
      runner.first(
        ({ findUserFields }) => findUserFields({ id }),
        ({ fields }) => fields,
      ),
    saveFields(id, fields, ifFields) {
      const values = { id, fields, if_fields: ifFields ?? '' }
      return writer.change({ kind: 'user', userId: id }, ({ saveUserFields }) => saveUserFields(values))
    },
    delete: (userId) => writer.deleteUser(userId),
    linkAccount: (account) => runner.atomically((statements) => linkAccount(statements, account)),
    unlinkAccount: (userId, accountId) =>
      runner.atomically((statements) => unlinkAccount(statements, userId, accountId)),
    listAccounts: (user_id) => runner.all(({ listAccounts }) => listAccounts({ user_id }), toAccount),
    listAccountsByVerifiedEmail(email, limit) {
      const values = { verified_email_key: asciiLowerCase(email), limit }
      return runner.all((statements) => statements.listAccountsByVerifiedEmail(values), toAccount)
    },
    async hasAccountWithIssuerPrefix(prefix) {
      const query = { sql: findIssuerSql(database.traits), values: [prefix], orNothing: false }
      const { rows } = await database.run<{ issuer: string | null }>(query)
      // In sort order, texts that start with the prefix come right after it.
      return rows[0]?.issuer?.startsWith(prefix) ?? false
    },
  }
}

/** A LIKE pattern that matches texts containing `text`, with LIKE's wildcards escaped. */
function containing(text: string): string {
  return `%${text.replaceAll(/[%_!]/g, '!$&')}%`
}
