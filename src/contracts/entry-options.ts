// The options that a catalogue entry has beside those of every entry, as data: what the environment reads, what start-up
// checks, and what the pages and `latchkey providers` show come from this one table (docs/providers.md).
import type { ProviderOptions } from './provider-options.ts'

/**
 * What an option holds, and how it is checked:
 * - `text`: a line of text.
 * - `name`: one segment of a path, such as a tenant or a realm: letters, digits, `.`, `_`, `~` and `-`.
 * - `host`: a host name, with a port where it needs one: `acme.okta.com`.
 * - `url`: an https address; http on loopback.
 * - `list`: several words; in the environment separated by commas or blanks.
 * - `flag`: a boolean; in the environment `1` or `0`.
 * - `secret`: text that is never shown.
 * - `pem`: a private key in PEM form, never shown; in the environment `\n` may stand for its line breaks.
 * - `code`: a function or an object. It has no variable.
 */
export type EntryOptionKind = 'text' | 'name' | 'host' | 'url' | 'list' | 'flag' | 'secret' | 'pem' | 'code'

/** One option. Its variable is `<ID>_` and its name in capitals: `teamId` of `apple` is `APPLE_TEAM_ID`. */
export interface EntryOption {
  readonly kind: EntryOptionKind
  /** For the developer: what it is, and where it is found. */
  readonly sentence: string
  /** A sign-in cannot work without it. The example stands in for it where the local identity provider does. */
  readonly required?: boolean | undefined
  /** What it is without being given; shown, and filled in before the entry sees its options. */
  readonly default?: string | boolean | readonly string[] | undefined
  /** A value that could be real. Needed where the option is required. */
  readonly example?: string | undefined
  /** The only values that are accepted, such as regions. */
  readonly values?: readonly string[] | undefined
  /** What else is wrong with a value, as the end of "realm …"; null when nothing is. Never repeats a secret. */
  readonly fault?: ((value: string) => string | null) | undefined
}

/** A table of options by name. */
export type EntryOptions = Readonly<Record<string, EntryOption>>

/**
 * The table of an entry with the options `Options`: each that only this entry has must be in it. One that every entry has
 * (`baseUrl`) is listed only where it means more here, such as a server that everybody runs themselves.
 */
export type OwnOptions<Options extends ProviderOptions> = {
  readonly [Name in Exclude<keyof Options, keyof ProviderOptions>]-?: EntryOption
} & { readonly [Name in keyof ProviderOptions]?: EntryOption }
