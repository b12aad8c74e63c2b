// Ends many sessions. Returns exactly the sessions that this call ended, since other servers are notified of them.
import type { Statements } from './statements.ts'
import type { Step, Unit } from './unit.ts'

/** `mostValues`: the highest number of values in one statement. */
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

  /** Steps that the caller appended, such as messages to other servers, do not count. */
  function isLock(index: number): boolean {
    return index < steps.length && index % 2 === 0
  }
}

function idOf(row: unknown): string {
  return (row as { readonly id: string }).id
}
