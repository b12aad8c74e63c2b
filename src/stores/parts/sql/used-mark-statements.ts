// Queries about one-time marks.
import type { Kysely } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import type { Tables } from './tables.ts'

export interface UsedMarkStatements {
  /** Does nothing if the mark exists. */
  readonly insertUsedMark: Statement<{ mark: string; expires_at: number }, unknown>
  readonly findUsedMark: Statement<{ mark: string }, { mark: string }>
  readonly sweepUsedMarks: Statement<{ now: number; limit: number }, unknown>
}

export function usedMarkStatements(db: Kysely<Tables>, { hasOnConflict }: SqlTraits): UsedMarkStatements {
  return {
    insertUsedMark: compile(
      (value) =>
        db
          .insertInto('latchkey_used_marks')
          .values(columnsOf(value, ['mark', 'expires_at']))
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    findUsedMark: compile((value) =>
      db.selectFrom('latchkey_used_marks').select('mark').where('mark', '=', value('mark')),
    ),
    sweepUsedMarks: compile((value) =>
      db
        .deleteFrom('latchkey_used_marks')
        // Repeated outside the subquery, so that the database can use the index here too.
        .where('expires_at', '<=', value('now'))
        .where('mark', 'in', (part) =>
          part
            .selectFrom((inner) =>
              inner
                .selectFrom('latchkey_used_marks')
                .select('mark')
                .where('expires_at', '<=', value('now'))
                .orderBy('expires_at')
                .limit(value('limit'))
                .as('expired'),
            )
            .select('expired.mark'),
        ),
    ),
  }
}
