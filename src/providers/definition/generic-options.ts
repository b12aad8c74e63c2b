// What the two generic providers have in common: what a catalogue entry decides itself, the application decides here.
import type {
  Brand,
  Deviations,
  ProviderEndpoints,
  ProviderNotifications,
  ProviderOptions,
} from '../../contracts/provider.ts'

/** Options of a provider that the application describes itself. Those of `ProviderOptions` mean the same here. */
export interface GenericOptions<Id extends string = string> extends Omit<ProviderOptions<Id>, 'id'> {
  /** In URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** For people. Default: the id with a capital. */
  readonly name?: string | undefined
  readonly endpoints?: ProviderEndpoints | undefined
  /** Further differences from the specifications. */
  readonly deviations?: Deviations | undefined
  /** How what it sends to `/auth/notifications/ID` is read and verified. Default: that address does not exist. */
  readonly notifications?: ProviderNotifications | undefined
  /** Default: a neutral key. */
  readonly brand?: Brand | undefined
  /** Where applications are registered. */
  readonly consoleUrl?: string | undefined
}

/** "my-company" is "My company" to people. */
export function nameFromId(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
