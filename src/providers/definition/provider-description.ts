// A provider as its author describes it. `defineProvider` merges it with the application's options and completes it to a
// Provider.
import type { Claims, Provider, ProviderPlace, SecretMaker } from '../../contracts/provider.ts'
import type { IdentityDraft } from './read-identity.ts'

/** The properties that may be left out, with their defaults. */
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

/** The properties that only the options determine. */
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

/** A provider as its author describes it, without any options. Its addresses are those of the real provider. */
export interface ProviderDescription
  extends Omit<Provider, Defaulted | FromOptions>,
    Optional<Pick<Provider, Defaulted>> {
  /** Finds a person's fields in claims or profile. `readIdentity` checks their values afterwards. */
  readonly toIdentity: (claims: Claims) => IdentityDraft
  /** Generates the client secret. The option `clientSecret` overrides it. */
  readonly clientSecret?: SecretMaker | undefined
  /** Domains whose mailboxes the provider itself runs. The option of that name overrides it. */
  readonly authoritativeDomains?: readonly string[] | undefined
  /**
   * Returns the addresses at another base address, if they are not simply the same paths below it. Addresses that are left out
   * follow that rule.
   */
  readonly movedTo?: ((place: MovedPlace) => MovedAddresses) | undefined
}

/** A place with a base address, which has no trailing slash. */
export interface MovedPlace extends ProviderPlace {
  readonly baseUrl: string
}

/** Addresses of a provider at another base address, such as that of the local identity provider. */
export type MovedAddresses = Partial<Pick<Provider, 'issuer' | 'endpoints' | 'apiBaseUrl' | 'consoleUrl'>>

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }
