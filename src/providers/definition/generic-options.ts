// What the two generic providers have in common: options that a catalogue entry decides itself.
import type {
  Brand,
  ClientKey,
  Deviations,
  ProviderEndpoints,
  ProviderOptions,
} from '../../contracts/provider.ts'

/** Options of a provider that the application describes itself. Those of `ProviderOptions` mean the same here. */
export interface GenericOptions<Id extends string = string>
  extends Omit<ProviderOptions<Id>, 'id' | 'baseUrl'> {
  /** In URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** For people. Default: the id with a capital. */
  readonly name?: string | undefined
  readonly endpoints?: ProviderEndpoints | undefined
  /**
   * Instead of a secret: the private key with which this client signs (`private_key_jwt`, OpenID Connect Core §9). Its public
   * half is registered at the provider.
   */
  readonly clientKey?: ClientKey | undefined
  /**
   * Hand the parameters to the provider directly, so that the browser carries only a reference to them (RFC 9126). Default:
   * where the provider demands it.
   */
  readonly pushedAuthorizationRequests?: boolean | undefined
  /** Domains whose mailboxes this provider itself runs: its word about an address there is final. Default: none. */
  readonly authoritativeDomains?: readonly string[] | undefined
  /** `form_post` where the provider answers so. Default: the query. */
  readonly responseMode?: 'form_post' | undefined
  /** Further differences from the specifications. */
  readonly deviations?: Deviations | undefined
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

/** Whether an address ends in one of these domains: compared whole, never as a suffix (`victim.com.evil.com`). */
export function endsInDomain(domains: readonly string[] = []): (email: string) => boolean {
  const authoritative = new Set(domains.map((domain) => domain.toLowerCase()))
  return (email) => authoritative.has(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}
