// Finds the lines of a log with a reference id: JSON lines as Latchkey writes them, possibly with a prefix or a wrapper that a
// log collector added.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** The content of a line. It is not trusted. */
export type LogObject = Readonly<Record<string, unknown>>

const MOST_CHARACTERS = 100_000
const MOST_LINES = 20
const MOST_DEPTH = 3

export function linesOfFile(file: string): AsyncIterable<string> {
  return linesOfInput(createReadStream(file, 'utf8'))
}

export function linesOfInput(input: NodeJS.ReadableStream): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Returns the entries with this reference, in the order of the log. */
export async function findInLog(
  lines: AsyncIterable<string>,
  reference: string,
): Promise<readonly LogObject[]> {
  const found: LogObject[] = []
  for await (const line of lines) {
    // Skips lines without the reference, without parsing them.
    if (!line.includes(reference) || line.length > MOST_CHARACTERS) continue
    const entry = entryIn(line, reference)
    if (entry) found.push(entry)
    if (found.length === MOST_LINES) break
  }
  return found
}

function entryIn(line: string, reference: string): LogObject | null {
  const start = line.indexOf('{')
  return start < 0 ? null : entryBelow(parsed(line.slice(start)), reference, 0)
}

/** Finds the object with the reference, also if a collector has nested it as an object or as a JSON string. */
function entryBelow(value: unknown, reference: string, depth: number): LogObject | null {
  if (typeof value === 'string') {
    return value.includes(reference) && depth < MOST_DEPTH
      ? entryBelow(parsed(value), reference, depth + 1)
      : null
  }
  if (typeof value !== 'object' || value === null) return null
  const entry = value as LogObject
  if (entry.referenceId === reference) return entry
  if (depth >= MOST_DEPTH) return null
  for (const member of Object.values(entry)) {
    const found = entryBelow(member, reference, depth + 1)
    if (found) return found
  }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch {
    return null
  }
}
