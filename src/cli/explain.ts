// `latchkey explain REFERENCE`: explains an error page. Searches the log (files, or standard input) or the audit trail for the
// reference id on the page, and prints the cause, whose fault it is, and the remedy.
import { existsSync, fstatSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { describeEntry, type Explanation, explanationOf } from './explain/explanation.ts'
import { findInAudit } from './explain/find-in-audit.ts'
import { findInLog, linesOfFile, linesOfInput } from './explain/find-in-log.ts'
import { Misuse, readOrComplain } from './usage.ts'

export interface ExplainSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** Standard input. */
  readonly input: NodeJS.ReadableStream
  /** Whether standard input is piped or redirected. */
  readonly isPiped: boolean
}

/** Returns the exit code: 0, 1 if the reference was not found or the search failed, 2 for wrong arguments. */
export async function explain(args: readonly string[], surroundings: ExplainSurroundings): Promise<number> {
  const { write, complain } = surroundings
  const asked = readOrComplain('explain', () => readArguments(args), complain)
  if (asked === null) return 2
  try {
    const found = await find(asked, surroundings)
    if (!('entries' in found)) {
      complain(found.fault)
      return 1
    }
    const explanations = found.entries.map(explanationOf)
    write(asked.isJson ? JSON.stringify(explanations, null, 2) : describeAll(explanations, found.where))
    return 0
  } catch (error) {
    complain(error instanceof LatchkeyError ? error.message : String(error))
    return 1
  }
}

interface Asked {
  readonly reference: string
  readonly files: readonly string[]
  readonly isJson: boolean
  readonly fromAudit: boolean
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, audit: { type: 'boolean' } },
  })
  const [reference, ...files] = positionals
  const { json: isJson = false, audit: fromAudit = false } = values
  // People may type it in capitals, or copy it with spaces.
  const tidy = reference?.trim().toLowerCase()
  if (!tidy) throw new Misuse('The reference is missing: the error page shows it, such as 7k2m9q4xab.')
  if (fromAudit && files.length > 0) throw new Misuse('--audit reads the database: leave the file out.')
  return { reference: tidy, files, isJson, fromAudit }
}

type Found =
  | { readonly entries: readonly Explainable[]; readonly where: 'log' | 'audit trail' }
  | { readonly fault: string }

type Explainable = Parameters<typeof explanationOf>[0]

async function find(
  { reference, files, fromAudit }: Asked,
  { environment, input, isPiped }: ExplainSurroundings,
): Promise<Found> {
  if (!/^[0-9a-z]{4,64}$/.test(reference)) {
    return {
      fault: `"${reference.slice(0, 40)}" is not a reference. A reference consists of letters and digits, such as 7k2m9q4xab.`,
    }
  }
  const missing = files.find((file) => file !== '-' && !existsSync(file))
  if (missing !== undefined) return { fault: `There is no file ${missing}.` }
  if (!fromAudit && (files.length > 0 || isPiped)) {
    const sources = files.length > 0 ? files : ['-']
    for (const file of sources) {
      const entries = await findInLog(file === '-' ? linesOfInput(input) : linesOfFile(file), reference)
      if (entries.length > 0) return { entries, where: 'log' }
    }
    return { fault: `No line of the log has the reference ${reference}. ${elsewhere}` }
  }
  if (!environment.DATABASE_URL && !existsSync('.latchkey/app.db')) {
    return {
      fault: `Name the log file: latchkey explain ${reference} app.log, or pipe it in. DATABASE_URL is not set, so there is no audit trail to search.`,
    }
  }
  const entries = await findInAudit(environment, reference)
  if (entries.length > 0) return { entries, where: 'audit trail' }
  return {
    fault: `The audit trail has no entry with the reference ${reference}: refusals of people who were not signed in are in the log only. ${elsewhere}`,
  }
}

const elsewhere = 'Each process writes its own log: search the logs of all servers, and older files.'

function describeAll(explanations: readonly Explanation[], where: 'log' | 'audit trail'): string {
  const lines = explanations.map(describeEntry)
  if (where === 'audit trail')
    lines.push('The audit trail keeps the code only; the log line of this reference says more.')
  return lines.join('\n\n')
}

/** Whether standard input is piped or redirected. */
export function isInputPiped(): boolean {
  try {
    const stat = fstatSync(0)
    return stat.isFIFO() || stat.isFile() || stat.isSocket()
  } catch {
    return false
  }
}
