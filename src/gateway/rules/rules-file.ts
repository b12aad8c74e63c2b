// Where the rules come from, and how they change while requests are served. A new text applies only if all of it is valid; otherwise
// the old rules stay.
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { LatchkeyError } from '../../errors.ts'
import { readRules } from './read-rules.ts'
import type { Rules } from './rules.ts'

export interface RulesSource {
  /** The current rules. */
  readonly current: () => Rules
  /** Reads the file again. Returns whether the rules changed; faults are passed to `onRefused`. */
  readonly reload: () => boolean
  readonly close: () => void
}

export interface RulesSourceOptions {
  /** The value of `RULES`: a file's path, or the rules themselves as JSON. */
  readonly value: string
  readonly freshSeconds: number
  /** Throws for rules that are valid but can only apply after a restart. */
  readonly check: (rules: Rules) => void
  readonly onReloaded: (rules: Rules) => void
  /** Called for faulty rules; the old rules stay. */
  readonly onRefused: (error: LatchkeyError) => void
}

const LOOK_EVERY_MILLISECONDS = 1_000

/** Rules begin with a bracket, paths of files do not. */
function isRulesText(value: string): boolean {
  return /^\s*[[{]/.test(value)
}

/** @throws LatchkeyError `config_rules_invalid`: at the start there are no older rules to use. */
export function readRulesValue(value: string, freshSeconds: number): Rules {
  return readRules(isRulesText(value) ? value : readText(value), freshSeconds)
}

/** Watches the file, so no signal is needed. `first` contains the rules that were read at the start. */
export function openRules(first: Rules, options: RulesSourceOptions): RulesSource {
  const { value, freshSeconds, check, onReloaded, onRefused } = options
  let rules = first
  let text = isRulesText(value) ? value : textOrNull(value)

  function reload(): boolean {
    if (isRulesText(value)) return false
    try {
      const next = readText(value)
      const read = readRules(next, freshSeconds)
      check(read)
      if (next === text) return false
      text = next
      rules = read
    } catch (error) {
      onRefused(error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error }))
      return false
    }
    onReloaded(rules)
    return true
  }

  // Watched by date and size, which also notices a file that was replaced, as Kubernetes does with ConfigMaps.
  if (!isRulesText(value)) watchFile(value, { interval: LOOK_EVERY_MILLISECONDS, persistent: false }, reload)
  return {
    current: () => rules,
    reload,
    close: () => {
      if (!isRulesText(value)) unwatchFile(value, reload)
    },
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'it failed'
    throw new LatchkeyError('config_rules_invalid', {
      detail: `RULES is ${JSON.stringify(file.slice(0, 200))}, a file that cannot be read (${code}).`,
      cause,
    })
  }
}

function textOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
