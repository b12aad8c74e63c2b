// The result of a check: its severity, its subject, and what to do. Never contains a secret.
import { LatchkeyError } from '../../errors.ts'

export interface Finding {
  readonly level: 'fine' | 'advice' | 'problem'
  /** What was checked: `origin`, `secret`, `google` … */
  readonly about: string
  readonly says: string
  /** What to do, unless the level is `fine`. */
  readonly remedy?: string | undefined
}

export function fine(about: string, says: string): Finding {
  return { level: 'fine', about, says }
}

export function advice(about: string, says: string, remedy: string): Finding {
  return { level: 'advice', about, says, remedy }
}

export function problem(about: string, says: string, remedy: string): Finding {
  return { level: 'problem', about, says, remedy }
}

/** Makes a finding from the error that stopped a check. Throws any other error than a LatchkeyError again: it is a bug. */
export function fromError(about: string, error: unknown): Finding {
  if (!(error instanceof LatchkeyError)) throw error
  return problem(about, error.detail ?? error.code, error.forDeveloper)
}

/** Prints one line per finding, with the remedy below. */
export function describe(findings: readonly Finding[]): string {
  const marks = { fine: 'ok     ', advice: 'advice ', problem: 'PROBLEM' }
  return findings
    .flatMap(({ level, about, says, remedy }) => [
      `${marks[level]}  ${about}: ${says}`,
      ...(remedy ? [`           ${remedy}`] : []),
    ])
    .join('\n')
}
