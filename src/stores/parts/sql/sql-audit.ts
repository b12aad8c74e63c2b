// The audit trail in SQL.
import type { AuditStore } from '../../../contracts/store.ts'
import { LAST_CHARACTER } from './last-character.ts'
import { toAuditEntry, toAuditRow } from './rows.ts'
import type { StatementRunner } from './statement-runner.ts'

export function sqlAudit(runner: StatementRunner): AuditStore {
  return {
    async append(entry) {
      await runner.run(({ insertAudit }) => insertAudit(toAuditRow(entry)))
    },
    list: ({ userId: user_id, before = LAST_CHARACTER, limit }) =>
      runner.all(
        ({ listAudit, listAuditOfUser }) =>
          user_id === undefined ? listAudit({ before, limit }) : listAuditOfUser({ user_id, before, limit }),
        toAuditEntry,
      ),
    deleteBefore: (before, limit) =>
      runner.deleteMany(({ deleteAuditBefore }) => deleteAuditBefore({ before, limit })),
  }
}
