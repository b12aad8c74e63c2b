// The options that a catalogue entry adds to the common ones, as data. Reading the environment, the checks at start-up, the
// documentation pages and `latchkey providers` all use this one table (docs/providers.md).
import type { ProviderOptions } from './provider-options.ts'

/**
 * The type of an option's value, and how it is checked:
 * - `text`: a line of text.
 * - `name`: one segment of a path, such as a tenant or a realm: letters, digits, `.`, `_`, `~` and `-`.
 * - `host`: a host name, with a port if needed: `acme.okta.com`.
 * - `url`: an https address; http on loopback.
 * - `list`: several words; in the environment separated by commas or spaces.
 * - `flag`: a boolean; in the environment `1` or `0`.
 * - `secret`: text that is never shown.
 * - `pem`: a private key in PEM form, never shown; in the environment `\n` may stand for its line breaks.
 * - `code`: a function or an object. It has no environment variable.
 */
export type EntryOptionKind = 'text' | 'name' | 'host' | 'url' | 'list' | 'flag' | 'secret' | 'pem' | 'code'

/** One option. Its variable is `<ID>_` and its name in capitals: `teamId` of `apple` is `APPLE_TEAM_ID`. */
export interface EntryOption {
  readonly kind: EntryOptionKind
  /** For the developer: what the value is, and where to find it. */
  readonly sentence: string
  /** Sign-in cannot work without it. With the local identity provider, `example` is used instead. */
  readonly required?: boolean | undefined
  /** The default, shown in the documentation and filled in before the entry receives its options. */
  readonly default?: string | boolean | readonly string[] | undefined
  /** A realistic value. Needed if the option is required. */
  readonly example?: string | undefined
  /** The only values that are accepted, such as regions. */
  readonly values?: readonly string[] | undefined
  /** A further check of the value: returns the fault as the end of the sentence "realm …", or null. Must not repeat a secret. */
  readonly fault?: ((value: string) => string | null) | undefined
}

/** A table of options by name. */
export type EntryOptions = Readonly<Record<string, EntryOption>>

/**
 * The table of an entry with the options `Options`: must contain every option that only this entry has. A common option
 * (`baseUrl`) is listed only if it means more here, such as the address of a self-hosted server.
 */
export type OwnOptions<Options extends ProviderOptions> = {
  readonly [Name in Exclude<keyof Options, keyof ProviderOptions>]-?: EntryOption
} & { readonly [Name in keyof ProviderOptions]?: EntryOption }
