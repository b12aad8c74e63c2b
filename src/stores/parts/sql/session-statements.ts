// Queries about sessions, except for the session check (find-session-sql.ts).
import type { Kysely } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import type { Query } from './query.ts'
import { type Read, SESSION_COLUMNS, type SessionTable, type Tables, type Written } from './tables.ts'

interface StartedBefore {
  readonly started_before: number
}

export interface SessionStatements {
  readonly insertSession: Statement<Written<SessionTable>, unknown>
  readonly extendSession: Statement<
    Pick<Written<SessionTable>, 'id' | 'last_seen_at' | 'expires_at' | 'user_agent' | 'client_address'>,
    unknown
  >
  readonly deleteSession: Statement<{ id: string }, unknown>
  readonly deleteSessions: (ids: readonly string[]) => Query<unknown>
  /** Returns the ids that still exist, and locks their rows until the end of the transaction. */
  readonly lockSessions: (ids: readonly string[]) => Query<{ id: string }>
  /** Returns the ids of the user's sessions, and locks their rows until the end of the transaction. */
  readonly lockSessionsOfUser: Statement<{ user_id: string }, { id: string }>
  readonly findSessionsOfUser: Statement<{ user_id: string }, { id: string }>
  /** Finds them through the users that the identity is or was linked to. */
  readonly findSessionsOfSubject: Statement<
    Pick<SessionTable, 'issuer' | 'subject'> & StartedBefore,
    { id: string }
  >
  readonly findSessionsOfProviderSession: Statement<
    { issuer: string; provider_session_id: string } & StartedBefore,
    Pick<SessionTable, 'id' | 'subject'>
  >
  /** Newest first. */
  readonly listSessions: Statement<{ user_id: string; now: number }, Read<SessionTable>>
  readonly sweepSessions: Statement<{ now: number; limit: number }, unknown>
}

export function sessionStatements(db: Kysely<Tables>, { hasRowLocks }: SqlTraits): SessionStatements {
  return {
    insertSession: compile((value) =>
      db.insertInto('latchkey_sessions').values(columnsOf(value, SESSION_COLUMNS)),
    ),
    extendSession: compile((value) =>
      db
        .updateTable('latchkey_sessions')
        .set(columnsOf(value, ['last_seen_at', 'expires_at', 'user_agent', 'client_address']))
        .where('id', '=', value('id')),
    ),
    deleteSession: compile((value) => db.deleteFrom('latchkey_sessions').where('id', '=', value('id'))),
    deleteSessions: (ids) => {
      // The number of values varies with the number of ids, so this query is compiled each time.
      const { sql } = db.deleteFrom('latchkey_sessions').where('id', 'in', ids).compile()
      return { sql, values: ids, orNothing: false }
    },
    lockSessions: (ids) => {
      const { sql } = db
        .selectFrom('latchkey_sessions')
        .select('id')
        .where('id', 'in', ids)
        .$if(hasRowLocks, (query) => query.forUpdate())
        .compile()
      return { sql, values: ids, orNothing: false }
    },
    lockSessionsOfUser: compile((value) =>
      db
        .selectFrom('latchkey_sessions')
        .select('id')
        .where('user_id', '=', value('user_id'))
        .$if(hasRowLocks, (query) => query.forUpdate()),
    ),
    findSessionsOfUser: compile((value) =>
      db.selectFrom('latchkey_sessions').select('id').where('user_id', '=', value('user_id')),
    ),
    findSessionsOfSubject: compile((value) =>
      db
        .selectFrom((inner) =>
          inner
            .selectFrom('latchkey_accounts')
            .select('user_id')
            .where('issuer', '=', value('issuer'))
            .where('subject', '=', value('subject'))
            .union(
              inner
                .selectFrom('latchkey_former_accounts')
                .select('user_id')
                .where('issuer', '=', value('issuer'))
                .where('subject', '=', value('subject')),
            )
            .as('owner'),
        )
        .innerJoin('latchkey_sessions as s', 's.user_id', 'owner.user_id')
        .select('s.id')
        .where('s.issuer', '=', value('issuer'))
        .where('s.subject', '=', value('subject'))
        .where('s.created_at', '<=', value('started_before')),
    ),
    findSessionsOfProviderSession: compile((value) =>
      db
        .selectFrom('latchkey_sessions')
        .select(['id', 'subject'])
        .where('issuer', '=', value('issuer'))
        .where('provider_session_id', '=', value('provider_session_id'))
        .where('created_at', '<=', value('started_before')),
    ),
    listSessions: compile((value) =>
      db
        .selectFrom('latchkey_sessions')
        .selectAll()
        .where('user_id', '=', value('user_id'))
        .where('expires_at', '>', value('now'))
        .orderBy('created_at', 'desc')
        .orderBy('id'),
    ),
    sweepSessions: compile((value) =>
      db
        .deleteFrom('latchkey_sessions')
        // Repeated outside the subquery: a session may have been extended in between.
        .where('expires_at', '<=', value('now'))
        .where('id', 'in', (part) =>
          // MySQL accepts a subquery with LIMIT here only as a derived table.
          part
            .selectFrom((inner) =>
              inner
                .selectFrom('latchkey_sessions')
                .select('id')
                .where('expires_at', '<=', value('now'))
                .orderBy('expires_at')
                .limit(value('limit'))
                .as('expired'),
            )
            .select('expired.id'),
        ),
    ),
  }
}
