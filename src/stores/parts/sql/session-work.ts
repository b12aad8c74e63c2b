// Ending many sessions: exactly those are returned that ended here, since other servers are notified of them.
import type { Statements } from './statements.ts'
import type { Step, Unit } from './unit.ts'

/** `mostValues`: how many values one statement may have. */
export function endSessions(
  statements: Statements,
  sessionIds: readonly string[],
  mostValues: number,
): Unit<readonly string[]> {
  const steps: Step[] = []
  for (let start = 0; start < sessionIds.length; start += mostValues) {
    const ids = sessionIds.slice(start, start + mostValues)
    const locked = steps.length
    steps.push({ query: statements.lockSessions(ids) })
    steps.push({
      query: statements.deleteSessions(ids),
      isIdle: (answers) => answers[locked]?.rows.length === 0,
    })
  }
  return {
    steps,
    read: (answers) => answers.filter((_, index) => isLock(index)).flatMap(({ rows }) => rows.map(idOf)),
  }

  /** What stands behind these steps, such as the word to other servers, is not read. */
  function isLock(index: number): boolean {
    return index < steps.length && index % 2 === 0
  }
}

function idOf(row: unknown): string {
  return (row as { readonly id: string }).id
}
