// What a check has to say: how bad it is, about what, and what to do. Never a secret.
import { LatchkeyError } from '../../errors.ts'

export interface Finding {
  readonly level: 'fine' | 'advice' | 'problem'
  /** What was looked at: `origin`, `secret`, `google` … */
  readonly about: string
  readonly says: string
  /** For everything that is not fine: what to do about it. */
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

/** What stopped a check. Another error than a LatchkeyError is a fault of the check itself, and passes. */
export function fromError(about: string, error: unknown): Finding {
  if (!(error instanceof LatchkeyError)) throw error
  return problem(about, error.detail ?? error.code, error.forDeveloper)
}

/** One line for each, the remedies below theirs. */
export function describe(findings: readonly Finding[]): string {
  const marks = { fine: 'ok     ', advice: 'advice ', problem: 'PROBLEM' }
  return findings
    .flatMap(({ level, about, says, remedy }) => [
      `${marks[level]}  ${about}: ${says}`,
      ...(remedy ? [`           ${remedy}`] : []),
    ])
    .join('\n')
}
