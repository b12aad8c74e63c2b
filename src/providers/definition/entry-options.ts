// Checks and completes an entry's own options according to their table, before the entry sees them.
import type { EntryOption, EntryOptions } from '../../contracts/entry-options.ts'
import type { ProviderOptions } from '../../contracts/provider-options.ts'
import { faultInIssuer } from '../../outbound/endpoint-url.ts'

/** Options completed from the table, and the names of required ones that were not given. */
export interface CompletedOptions<Options> {
  readonly options: Options
  readonly missing: readonly string[]
}

/** Fills in defaults, and examples for missing required options. Keeps given values unchanged. */
export function completeOptions<Options extends ProviderOptions>(
  given: Options,
  table: EntryOptions,
): CompletedOptions<Options> {
  const completed: Record<string, unknown> = Object.fromEntries(Object.entries(given))
  const missing: string[] = []
  for (const [name, { default: usual, required, example }] of Object.entries(table)) {
    if (completed[name] !== undefined) continue
    completed[name] = usual ?? (required ? example : undefined)
    if (required && usual === undefined) missing.push(name)
  }
  // With a trailing slash, every appended path would begin with two.
  if ('baseUrl' in table) completed.baseUrl = String(completed.baseUrl).replace(/\/+$/, '')
  return { options: completed as unknown as Options, missing }
}

/** Returns the first mistake among the given options, as a sentence without its full stop, or `null`. */
export function faultInOptions(given: object, table: EntryOptions): string | null {
  for (const [name, option] of Object.entries(table)) {
    const value = (given as Readonly<Record<string, unknown>>)[name]
    const fault = value === undefined ? null : faultInOption(option, value)
    if (fault !== null) return `${name} ${fault}`
  }
  return null
}

/** Returns what is wrong with a value, as the end of a sentence that begins with the option's or the variable's name, or `null`. */
export function faultInOption(option: EntryOption, value: unknown): string | null {
  const { kind, values } = option
  if (kind === 'code') return null
  if (kind === 'flag') return typeof value === 'boolean' ? null : 'must be true or false'
  if (kind === 'list') return faultInList(option, value)
  if (typeof value !== 'string' || value.trim() === '') return 'must be text'
  if (values && !values.includes(value)) return `must be one of ${values.join(', ')}`
  return formFaults[kind](value) ?? option.fault?.(value) ?? null
}

function faultInList({ values, fault }: EntryOption, value: unknown): string | null {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string' || item === '')) {
    return 'must be a list of texts'
  }
  if (values && value.some((item) => !values.includes(item))) {
    return `must be made of ${values.join(', ')}`
  }
  for (const item of value) {
    const found = fault?.(item) ?? null
    if (found !== null) return found
  }
  return null
}

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const host = new RegExp(`^${label}(?:\\.${label})*(?::[0-9]{1,5})?$`)

const formFaults: Readonly<
  Record<'text' | 'name' | 'host' | 'url' | 'secret' | 'pem', (value: string) => string | null>
> = {
  text: (value) => (/\p{Cc}/u.test(value) ? 'must be one line of text' : null),
  // The value becomes part of addresses, which a slash or a query would change.
  name: (value) =>
    /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/.test(value)
      ? null
      : 'must be made of letters, digits, dots, hyphens and underscores, such as a tenant or a realm',
  host: (value) =>
    host.test(value) ? null : 'must be a host name without scheme and path, such as acme.example.com',
  url: faultInIssuer,
  secret: () => null,
  pem: (value) =>
    /^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s[\s\S]+-----END (?:[A-Z]+ )?PRIVATE KEY-----\s*$/.test(value)
      ? null
      : 'must be a private key in PEM form: the whole file, from -----BEGIN PRIVATE KEY----- to the last line',
}
