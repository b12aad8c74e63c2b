// Reads single environment variables: an invalid value is reported with its name, so that a typing error does not silently mean
// the default.
import { LatchkeyError } from '../errors.ts'
import type { StartProblems } from './start-problems.ts'

/** Environment variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables. An empty one counts as not set, since compose files and shells write it that way. */
export interface VariableReader {
  readonly text: (name: string) => string | undefined
  /** `1` or `true`, `0` or `false`. */
  readonly flag: (name: string) => boolean | undefined
  readonly integer: (name: string, least: number, most: number) => number | undefined
  /** Separated by commas or spaces. */
  readonly list: (name: string) => readonly string[] | undefined
  readonly choice: <const Value extends string>(name: string, values: readonly Value[]) => Value | undefined
  /** Parsed as a query: `prompt=consent&audience=api`. */
  readonly parameters: (name: string) => Readonly<Record<string, string>> | undefined
  /** Records a problem; `fault` ends the sentence that begins with the name and the value. */
  readonly refuse: (name: string, fault: string) => undefined
  /** Like `refuse`, without the value. */
  readonly refuseSecret: (name: string, fault: string) => undefined
}

/** `about` is the beginning of each error message: `Provider "acme": `. */
export function readVariables(environment: Environment, problems: StartProblems, about = ''): VariableReader {
  const text = (name: string): string | undefined => environment[name] || undefined

  function refuse(name: string, fault: string): undefined {
    problems.add(variableInvalid(`${about}${name}`, environment[name], fault))
  }

  function read<T>(name: string, fault: string, parse: (value: string) => T | undefined): T | undefined {
    const value = text(name)
    if (value === undefined) return undefined
    return parse(value) ?? refuse(name, fault)
  }

  return {
    text,
    refuse,
    refuseSecret: (name, fault) => {
      problems.add(variableInvalid(`${about}${name}`, undefined, fault))
    },
    flag: (name) => read(name, 'must be 1 or 0', (value) => flags.get(value.trim().toLowerCase())),
    integer: (name, least, most) =>
      read(name, `must be a whole number from ${least} to ${most}`, (value) => {
        const number = /^\s*[0-9]{1,12}\s*$/.test(value) ? Number(value) : Number.NaN
        return number >= least && number <= most ? number : undefined
      }),
    list: (name) =>
      read(name, 'must name something', (value) => {
        const items = value.split(/[\s,]+/).filter(Boolean)
        return items.length > 0 ? items : undefined
      }),
    choice: <const Value extends string>(name: string, values: readonly Value[]) =>
      read(name, `must be one of ${values.join(', ')}`, (value) =>
        values.find((one) => one === value.trim()),
      ),
    parameters: (name) =>
      read(
        name,
        'must have the form of a query, each name once: prompt=consent&audience=api',
        readParameters,
      ),
  }
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

function readParameters(value: string): Readonly<Record<string, string>> | undefined {
  const query = value.trim().replace(/^\?/, '')
  const pairs = [...new URLSearchParams(query)]
  const names = new Set(pairs.map(([name]) => name))
  const isWellFormed = query.split('&').every((part) => /^[^=]+=/.test(part))
  return isWellFormed && names.size === pairs.length ? Object.fromEntries(pairs) : undefined
}

/** Returns the start-up error of one variable, with its value; pass no `value` if it is a secret. */
export function variableInvalid(name: string, value: string | undefined, fault: string): LatchkeyError {
  return new LatchkeyError('config_variable_invalid', {
    detail: `${name} ${value === undefined ? '' : `is ${shownValue(value)}, and `}${fault}.`,
  })
}

const longestShown = 80

/** Formats a value for a message: quoted, shortened, and without the credentials before the `@` of an address. */
export function shownValue(value: string): string {
  const withoutLogin = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1[hidden]@')
  const start = Array.from(withoutLogin).slice(0, longestShown).join('')
  return JSON.stringify(start === withoutLogin ? start : `${start}…`)
}
