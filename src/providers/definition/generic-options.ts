// Options of both generic providers: the application decides here what a catalogue entry decides itself.
import type {
  Brand,
  Deviations,
  ProviderEndpoints,
  ProviderNotifications,
  ProviderOptions,
} from '../../contracts/provider.ts'

/** Options of a provider that the application describes itself. Those from `ProviderOptions` have the same meaning. */
export interface GenericOptions<Id extends string = string> extends Omit<ProviderOptions<Id>, 'id'> {
  /** The id in URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** The name for people. Default: the id, capitalized, with spaces instead of hyphens. */
  readonly name?: string | undefined
  readonly endpoints?: ProviderEndpoints | undefined
  /** Further differences from the specifications. */
  readonly deviations?: Deviations | undefined
  /** How to read and verify the provider's requests to `/auth/notifications/ID`. Default: that route does not exist. */
  readonly notifications?: ProviderNotifications | undefined
  /** The look of the button. Default: a neutral key. */
  readonly brand?: Brand | undefined
  /** Where applications are registered. */
  readonly consoleUrl?: string | undefined
}

/** Turns "my-company" into "My company". */
export function nameFromId(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
