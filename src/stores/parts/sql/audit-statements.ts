// Queries about the audit trail. None of them changes an entry.
import type { Kysely } from 'kysely'
import { columnsOf, compile, type Statement } from './compile-statement.ts'
import { AUDIT_COLUMNS, type AuditTable, type Read, type Tables, type Written } from './tables.ts'

type AuditRow = Read<AuditTable>

export interface AuditStatements {
  readonly insertAudit: Statement<Written<AuditTable>, unknown>
  /** Newest first. */
  readonly listAudit: Statement<{ before: string; limit: number }, AuditRow>
  readonly listAuditOfUser: Statement<{ user_id: string; before: string; limit: number }, AuditRow>
  readonly deleteAuditBefore: Statement<{ before: string; limit: number }, unknown>
}

export function auditStatements(db: Kysely<Tables>): AuditStatements {
  return {
    insertAudit: compile((value) => db.insertInto('latchkey_audit').values(columnsOf(value, AUDIT_COLUMNS))),
    listAudit: compile((value) =>
      db
        .selectFrom('latchkey_audit')
        .selectAll()
        .where('id', '<', value('before'))
        .orderBy('id', 'desc')
        .limit(value('limit')),
    ),
    listAuditOfUser: compile((value) =>
      db
        .selectFrom('latchkey_audit')
        .selectAll()
        .where('user_id', '=', value('user_id'))
        .where('id', '<', value('before'))
        .orderBy('id', 'desc')
        .limit(value('limit')),
    ),
    deleteAuditBefore: compile((value) =>
      db
        .deleteFrom('latchkey_audit')
        .where('id', 'in', (part) =>
          part
            .selectFrom((inner) =>
              inner
                .selectFrom('latchkey_audit')
                .select('id')
                .where('id', '<', value('before'))
                .orderBy('id')
                .limit(value('limit'))
                .as('old'),
            )
            .select('old.id'),
        ),
    ),
  }
}
