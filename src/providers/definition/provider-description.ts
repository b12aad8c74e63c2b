// A provider as its author writes it down: what `defineProvider` merges with the application's options and completes to a
// Provider.
import type { Claims, Provider, ProviderPlace, SecretMaker } from '../../contracts/provider.ts'
import type { IdentityDraft } from './read-identity.ts'

/** What may be left out, and what it then is. */
type Defaulted =
  /** `{}` */
  | 'authorizationParams'
  | 'tokenParams'
  | 'deviations'
  | 'redirectRules'
  /** `[]` */
  | 'loginHints'
  /** The origins of `apiBaseUrl` and of a fixed userinfo endpoint. */
  | 'apiOrigins'
  /** `id-token` */
  | 'claimsFrom'
  /** Never. */
  | 'isAuthoritativeForEmail'
  /** A neutral key. */
  | 'brand'

/** What is decided by the options alone. */
type FromOptions =
  | 'id'
  | 'at'
  | 'addressAt'
  | 'sameIdentitiesAs'
  | 'clientId'
  | 'clientSecret'
  | 'clientKey'
  | 'toIdentity'
  | 'ownOptions'
  | 'variablePrefix'
  | 'missingOptions'
  | 'withDefaults'

/** A provider as its author writes it down: what it is without any option. Addresses are those of the real provider. */
export interface ProviderDescription
  extends Omit<Provider, Defaulted | FromOptions>,
    Optional<Pick<Provider, Defaulted>> {
  /** Where the fields of a person are in claims or profile. What they hold is checked afterwards, by `readIdentity`. */
  readonly toIdentity: (claims: Claims) => IdentityDraft
  /** A secret that the entry mints itself; an option `clientSecret` wins. */
  readonly clientSecret?: SecretMaker | undefined
  /** Domains whose mailboxes this provider itself runs. An option of that name wins. */
  readonly authoritativeDomains?: readonly string[] | undefined
  /**
   * The addresses at another place, where they are not simply the same paths below its base address. What is left out is
   * moved by that rule.
   */
  readonly movedTo?: ((place: MovedPlace) => MovedAddresses) | undefined
}

/** A place with a base address: without a slash at its end. */
export interface MovedPlace extends ProviderPlace {
  readonly baseUrl: string
}

/** Addresses of a provider at another place, such as the local identity provider. */
export type MovedAddresses = Partial<Pick<Provider, 'issuer' | 'endpoints' | 'apiBaseUrl' | 'consoleUrl'>>

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }
