// Queries about leases.
import type { Kysely } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import type { SqlTraits } from './database.ts'
import type { LeaseTable, Read, Tables, Written } from './tables.ts'

export interface LeaseStatements {
  readonly findLease: Statement<{ name: string }, Read<LeaseTable>>
  /** Returns one row if this owner holds the lease, and locks it until the end of the transaction. */
  readonly lockLease: Statement<Pick<LeaseTable, 'name' | 'owner_id' | 'fence'>, Pick<LeaseTable, 'name'>>
  /** Does nothing if the lease exists. */
  readonly insertLease: Statement<Written<LeaseTable>, unknown>
  /** Only if the fence is still the one that was read, and only if the lease has expired. */
  readonly takeLease: Statement<Written<LeaseTable> & { if_fence: number; now: number }, unknown>
  readonly renewLease: Statement<Written<LeaseTable>, unknown>
  readonly sweepLeases: Statement<{ now: number; limit: number }, unknown>
}

export function leaseStatements(
  db: Kysely<Tables>,
  { hasOnConflict, hasRowLocks }: SqlTraits,
): LeaseStatements {
  return {
    findLease: compile((value) =>
      db.selectFrom('latchkey_leases').selectAll().where('name', '=', value('name')),
    ),
    lockLease: compile((value) =>
      db
        .selectFrom('latchkey_leases')
        .select('name')
        .where('name', '=', value('name'))
        .where('owner_id', '=', value('owner_id'))
        .where('fence', '=', value('fence'))
        .$if(hasRowLocks, (query) => query.forUpdate()),
    ),
    insertLease: compile(
      (value) =>
        db
          .insertInto('latchkey_leases')
          .values(columnsOf(value, ['name', 'owner_id', 'fence', 'expires_at']))
          .$if(hasOnConflict, (query) => query.onConflict((conflict) => conflict.doNothing())),
      { orNothing: true },
    ),
    takeLease: compile((value) =>
      db
        .updateTable('latchkey_leases')
        .set(columnsOf(value, ['owner_id', 'fence', 'expires_at']))
        .where('name', '=', value('name'))
        .where('fence', '=', value('if_fence'))
        .where('expires_at', '<=', value('now')),
    ),
    renewLease: compile((value) =>
      db
        .updateTable('latchkey_leases')
        .set(columnsOf(value, ['expires_at']))
        .where('name', '=', value('name'))
        .where('owner_id', '=', value('owner_id'))
        .where('fence', '=', value('fence')),
    ),
    sweepLeases: compile((value) =>
      db
        .deleteFrom('latchkey_leases')
        // Repeated outside the subquery: another request may have taken the lease in between.
        .where('expires_at', '<=', value('now'))
        .where('name', 'in', (part) =>
          part
            .selectFrom((inner) =>
              inner
                .selectFrom('latchkey_leases')
                .select('name')
                .where('expires_at', '<=', value('now'))
                .orderBy('expires_at')
                .limit(value('limit'))
                .as('expired'),
            )
            .select('expired.name'),
        ),
    ),
  }
}
