// Where the rules come from, and how they change while requests are served. A new text counts when the whole of it is right;
// until then the old rules stay.
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { LatchkeyError } from '../../errors.ts'
import { readRules } from './read-rules.ts'
import type { Rules } from './rules.ts'

export interface RulesSource {
  /** The rules that count now. */
  readonly current: () => Rules
  /** Reads the file again. Answers whether the rules changed; what is wrong goes to `onRefused`. */
  readonly reload: () => boolean
  readonly close: () => void
}

export interface RulesSourceOptions {
  /** The value of `RULES`: a file's path, or the rules themselves as JSON. */
  readonly value: string
  readonly freshSeconds: number
  /** Throws for rules that are right by themselves and cannot count before a restart. */
  readonly check: (rules: Rules) => void
  readonly onReloaded: (rules: Rules) => void
  /** The old rules stay. */
  readonly onRefused: (error: LatchkeyError) => void
}

const LOOK_EVERY_MILLISECONDS = 1_000

/** Rules begin with a bracket, paths of files do not. */
function isRulesText(value: string): boolean {
  return /^\s*[[{]/.test(value)
}

/** @throws LatchkeyError `config_rules_invalid`: at start there are no older rules to stay with. */
export function readRulesValue(value: string, freshSeconds: number): Rules {
  return readRules(isRulesText(value) ? value : readText(value), freshSeconds)
}

/** Watches the file: no signal is needed. `first` is what was read at the start. */
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

  // By its date and size, which also sees a file that was replaced by another, as configuration maps are.
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
