// A provider: its addresses, how requests are sent to it, how its responses become an identity, and its deviations from the
// specifications. Data and pure functions only; shared code never branches on a provider's name.
import type { Claims } from './claims.ts'
import type { EntryOptions } from './entry-options.ts'
import type { IdentityFields } from './identity.ts'
import type { Deviations } from './provider-deviations.ts'
import type { ProviderNotifications } from './provider-notifications.ts'
import type {
  ClientAuthentication,
  ClientKey,
  ProviderEndpoints,
  ProviderOptions,
  ProviderPlace,
  SecretMaker,
} from './provider-options.ts'

export type { Claims } from './claims.ts'
export type * from './entry-options.ts'
export type * from './provider-deviations.ts'
export type * from './provider-notifications.ts'
export type * from './provider-options.ts'

/** Which redirect URIs a provider accepts at registration: shown to the developer before the provider refuses one. */
export interface RedirectRules {
  /** `http://localhost:…` in development. Default: true. */
  readonly localhost?: boolean | undefined
  /** `http://127.0.0.1:…` in development. Default: as `localhost`. */
  readonly loopbackAddress?: boolean | undefined
  /** `https://localhost:…` in development. Default: true. */
  readonly httpsLocalhost?: boolean | undefined
  /** One more sentence for the developer, such as "register the domain, not the address". */
  readonly note?: string | undefined
}

/** Each login chooses a place of the provider: a shop, an instance, a region. */
export interface LoginPlace {
  /** The parameter of `/auth/login/ID`, such as `shop`. */
  readonly parameter: string
  /** The label of the field on the sign-in page. Default: the parameter, capitalized. */
  readonly label?: string | undefined
  /** An example value, such as `your-shop.example.com`. */
  readonly example?: string | undefined
  /** Returns the addresses of the place; null if the value is invalid. The browser and tokens are sent there, so be strict. */
  readonly read: (value: string) => ProviderPlace | null
}

/** The look of a provider's button, following its branding rules. */
export interface Brand {
  /** An inline `<svg …>` without scripts, styles or ids. */
  readonly icon: string
  readonly light: BrandColors
  readonly dark: BrandColors
}
/** Colours of a button, as `#rrggbb`. */
export interface BrandColors {
  readonly background: string
  readonly text: string
  readonly border: string
}

/**
 * A provider, frozen: its addresses, how requests are sent to it, and how its claims become an identity. Created by `google()`
 * and the other entries.
 */
export interface Provider<Id extends string = string> {
  /** Used in URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** The name that people see: "Google". */
  readonly name: string
  /** The catalogue entry that created it; the same for two instances of one kind. */
  readonly kind: string
  /** `oidc`: an ID token is required and verified. `oauth2`: the profile comes from an API. */
  readonly protocol: 'oidc' | 'oauth2'
  /** Compared byte for byte with `iss` (RFC 9207, OpenID Connect Core §3.1.3.7). Plain OAuth providers have one too. */
  readonly issuer: string
  /**
   * Fixed endpoints. Plain OAuth needs `authorization` and `token`. For OpenID Connect, missing endpoints are discovered below
   * `issuer`, unless `authorization`, `token` and `jwks` are all given.
   */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** The address of the metadata, if it is not below `issuer` (OpenID Connect Discovery §4). */
  readonly metadataUrl?: string | undefined
  /**
   * The base address at which this server reaches the provider (metadata, tokens, keys, userinfo), if it differs from the one
   * that browsers use, as between containers. Its path, if any, is prepended to each endpoint's path.
   */
  readonly backchannelUrl?: string | undefined
  /** Accepts plain HTTP to another host for `backchannelUrl` in production too: secrets and tokens are then sent unencrypted. */
  readonly dangerouslyPlainHttpBackchannel?: boolean | undefined
  /**
   * The id of another provider with the same users: equal subjects are the same person. Without it, two providers with the same
   * issuer are a start-up error.
   */
  readonly sameIdentitiesAs?: string | undefined
  readonly clientId?: string | undefined
  /** A resolved provider has a function here, even for a fixed secret, so that printing a provider does not print the secret. */
  readonly clientSecret?: string | SecretMaker | undefined
  /** For `private_key_jwt` (OpenID Connect Core §9), instead of a secret. A function for the same reason. */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
  /** Default: `private_key_jwt` with a key, `none` without a secret, otherwise what the metadata announces. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /**
   * The registered signing algorithm of ID tokens (`id_token_signed_response_alg`). Default: what the metadata announces, or
   * RS256. `HS256`, `HS384` and `HS512` are accepted only if named here, and verified with the client secret.
   */
  readonly idTokenSigningAlg?: string | undefined
  /** Sends the authorization request to the provider directly (RFC 9126), even if it does not require that. */
  readonly pushedAuthorizationRequests?: boolean | undefined
  readonly scopes: readonly string[]
  /** Sent with the authorization request; protocol parameters are a start-up error. */
  readonly authorizationParams: Readonly<Record<string, string>>
  /** Sent with the token request; protocol parameters are a start-up error. */
  readonly tokenParams: Readonly<Record<string, string>>
  /** Parameters that `/auth/login/ID` passes on to the authorization request, in addition to the standard hints. */
  readonly loginHints: readonly string[]
  /** The source of the claims of an OpenID Connect provider: the ID token alone, or the userinfo endpoint too. */
  readonly claimsFrom: 'id-token' | 'userinfo'
  /** The base of relative URLs in `tokens.fetch`. */
  readonly apiBaseUrl?: string | undefined
  /** The only origins to which access tokens of this provider are sent. */
  readonly apiOrigins: readonly string[]
  /** Maps claims or a profile to the common fields. Throws a TypeError if a required claim is missing. */
  readonly toIdentity: (claims: Claims) => IdentityFields
  /** Whether this provider runs the mailbox of this verified address, so that it is authoritative for the address. */
  readonly isAuthoritativeForEmail: (email: string, claims: Claims) => boolean
  /** Returns the organization that manages the account, for providers with a claim for it; null for personal accounts. */
  readonly organizationOf?: ((claims: Claims) => string | null) | undefined
  readonly deviations: Deviations
  readonly brand: Brand
  /** Maps an address of the real provider to this place: unchanged, or the same path below the base URL given to `at`. */
  readonly addressAt: (address: string) => string
  /** Returns the same provider at another place: an emulator, an enterprise server, the local identity provider. */
  readonly at: (place: ProviderPlace) => Provider<Id>
  /** The prefix of its environment variables: `GOOGLE`, `OIDC_ACME`. */
  readonly variablePrefix: string
  /** The options that only this entry has, by name. */
  readonly ownOptions: EntryOptions
  /** Required options of this entry that were not given: their examples are used instead. Empty if none is missing. */
  readonly missingOptions: readonly string[]
  /** Returns the same provider with these options for those that it was not given. */
  readonly withDefaults: (defaults: ProviderOptions) => Provider<Id>
  /** The page where an application is registered, for the developer's error page and the doctor. */
  readonly consoleUrl?: string | undefined
  readonly redirectRules: RedirectRules
  /** How to read its notifications at `/auth/notifications/ID`; without it, that route does not exist. */
  readonly notifications?: ProviderNotifications | undefined
  /** Set if each login chooses a place: see `LoginPlace`. */
  readonly loginPlace?: LoginPlace | undefined
}
