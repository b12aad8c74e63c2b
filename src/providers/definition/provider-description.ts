// A provider as its author writes it down: what `defineProvider` completes to a Provider.
import type { Claims, Provider } from '../../contracts/provider.ts'
import type { IdentityDraft } from './read-identity.ts'

/** What may be left out, and what it then is. */
type Defaulted =
  /** `{}` */
  | 'authorizationParams'
  | 'tokenParams'
  | 'deviations'
  /** The origins of `apiBaseUrl` and of a fixed userinfo endpoint. */
  | 'apiOrigins'
  /** `id-token` */
  | 'claimsFrom'
  /** Never. */
  | 'isAuthoritativeForEmail'
  /** A neutral key. */
  | 'brand'

/** A provider as its author writes it down. */
export interface ProviderDescription<Id extends string = string>
  extends Omit<Provider<Id>, Defaulted | 'toIdentity'>,
    Optional<Pick<Provider<Id>, Defaulted>> {
  /** Where the fields of a person are in claims or profile. What they hold is checked afterwards, by `readIdentity`. */
  readonly toIdentity: (claims: Claims) => IdentityDraft
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }
