// The chain of causes of an error, as lines for the log and the developer's page. Messages of other libraries may quote what
// was sent, so secrets in them are hidden.
import { foreignText } from '../web/foreign-text.ts'

const MOST_CAUSES = 5
const MOST_CHARACTERS = 500

export function describeCauses(cause: unknown): readonly string[] {
  const lines: string[] = []
  let current: unknown = cause
  while (current !== undefined && current !== null && lines.length < MOST_CAUSES) {
    if (!(current instanceof Error)) break
    const code = 'code' in current && typeof current.code === 'string' ? ` (${current.code})` : ''
    lines.push(foreignText(`${current.name}${code}: ${current.message}`, MOST_CHARACTERS))
    current = current.cause
  }
  return lines
}
