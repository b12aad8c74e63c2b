// One-time marks in SQL.
import type { MarkStore } from '../../../contracts/store.ts'
import type { StatementRunner } from './statement-runner.ts'

export function sqlMarks(runner: StatementRunner): MarkStore {
  return {
    async useOnce(mark, expires_at) {
      const { changes } = await runner.run(({ insertUsedMark }) => insertUsedMark({ mark, expires_at }))
      return changes > 0
    },
    async isUsed(mark) {
      return (
        (await runner.first(
          ({ findUsedMark }) => findUsedMark({ mark }),
          (row) => row.mark,
        )) !== null
      )
    },
    sweep: (now, limit) => runner.deleteMany(({ sweepUsedMarks }) => sweepUsedMarks({ now, limit })),
  }
}
