// A provider: where it is, how it wants to be spoken to, how its answers become an identity, and in what it deviates
// from the specifications. Data and pure functions only; shared code never asks for a provider's name.
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

/** Which redirect URIs a provider registers: shown to the developer before the provider refuses one. */
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

/** A place that each login names itself: a shop, an instance, a region. */
export interface LoginPlace {
  /** The parameter of `/auth/login/ID`, such as `shop`. */
  readonly parameter: string
  /** What the field on the sign-in page is called. Default: the parameter, with a capital. */
  readonly label?: string | undefined
  /** What such a value looks like, such as `your-shop.example.com`. */
  readonly example?: string | undefined
  /** Where that is; null for what is no such place. It decides where a browser and a token are sent: be strict. */
  readonly read: (value: string) => ProviderPlace | null
}

/** How a provider's button looks, after its own branding rules. */
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

/** A provider, frozen: where it is, how it is spoken to, and how its claims become an identity. Made by `google()` and the others. */
export interface Provider<Id extends string = string> {
  /** In URLs and configuration; matches `[a-z][a-z0-9-]*`. */
  readonly id: Id
  /** For people: "Google". */
  readonly name: string
  /** Which catalogue entry made it; equal for two instances of one kind. */
  readonly kind: string
  /** `oidc`: an ID token is required and verified. `oauth2`: the profile comes from an API. */
  readonly protocol: 'oidc' | 'oauth2'
  /** Compared byte for byte with `iss` (RFC 9207, OpenID Connect Core §3.1.3.7). Plain OAuth providers have one too. */
  readonly issuer: string
  /**
   * Fixed endpoints. Plain OAuth names authorization and token here; for OpenID Connect, what is not named here is discovered
   * below `issuer`, unless authorization, token and jwks all are.
   */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** Where the metadata is, when that is not below `issuer` (OpenID Connect Discovery §4). */
  readonly metadataUrl?: string | undefined
  /**
   * The base address at which this server reaches the provider (metadata, tokens, keys, userinfo), when that differs from
   * what browsers use, as between containers. Its path, if any, stands before each endpoint's own.
   */
  readonly backchannelUrl?: string | undefined
  /** `backchannelUrl` may be plain HTTP to another host in production too: secrets and tokens travel there in clear. */
  readonly dangerouslyPlainHttpBackchannel?: boolean | undefined
  /**
   * The id of another provider whose people these are: a subject here is the same person there. Without it, two providers
   * with one issuer are a start-up error.
   */
  readonly sameIdentitiesAs?: string | undefined
  readonly clientId?: string | undefined
  /** A finished provider has a function here, also for a fixed secret: printing a provider prints none. */
  readonly clientSecret?: string | SecretMaker | undefined
  /** `private_key_jwt` (OpenID Connect Core §9): instead of a secret. A function for the same reason. */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
  /** Without it: `private_key_jwt` with a key; else what the metadata announces; `none` without a secret. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /**
   * The algorithm of ID tokens as registered (`id_token_signed_response_alg`). Without it: what the metadata announces, else
   * RS256. `HS256`, `HS384` and `HS512` are accepted only when named here, and verified with the client secret.
   */
  readonly idTokenSigningAlg?: string | undefined
  /** Hand the authorization request to the provider directly (RFC 9126), also where it does not demand it. */
  readonly pushedAuthorizationRequests?: boolean | undefined
  readonly scopes: readonly string[]
  /** Sent with the authorization request; protocol parameters are refused at start. */
  readonly authorizationParams: Readonly<Record<string, string>>
  /** Sent with the token request; protocol parameters are refused at start. */
  readonly tokenParams: Readonly<Record<string, string>>
  /** Parameters that `/auth/login/ID` passes on to the authorization request, beside the standard hints. */
  readonly loginHints: readonly string[]
  /** Where the claims of an OpenID Connect provider come from: the ID token alone, or the userinfo endpoint too. */
  readonly claimsFrom: 'id-token' | 'userinfo'
  /** What a relative URL of `tokens.fetch` resolves against. */
  readonly apiBaseUrl?: string | undefined
  /** The only origins that ever see an access token of this provider. */
  readonly apiOrigins: readonly string[]
  /** Reads the person out of claims or profile. May throw a TypeError when what must be there is not. */
  readonly toIdentity: (claims: Claims) => IdentityFields
  /** Whether this provider itself runs the mailbox of this verified address, so that its word about it is final. */
  readonly isAuthoritativeForEmail: (email: string, claims: Claims) => boolean
  /** The organization that manages the account, where the provider has a claim of its own for it; null for personal ones. */
  readonly organizationOf?: ((claims: Claims) => string | null) | undefined
  readonly deviations: Deviations
  readonly brand: Brand
  /** Where an address of the real provider is at this place: the same, or the same path below the base URL of `at`. */
  readonly addressAt: (address: string) => string
  /** The same provider somewhere else: an emulator, an enterprise server, the local identity provider. */
  readonly at: (place: ProviderPlace) => Provider<Id>
  /** What its environment variables begin with: `GOOGLE`, `OIDC_ACME`. */
  readonly variablePrefix: string
  /** The options that only this entry has, by name. */
  readonly ownOptions: EntryOptions
  /** Those of them that a sign-in needs and that were not given: their examples stand in for them. Empty when all is there. */
  readonly missingOptions: readonly string[]
  /** The same provider with these options wherever its own say nothing. */
  readonly withDefaults: (defaults: ProviderOptions) => Provider<Id>
  /** The page where an application is registered, for the developer's error page and the doctor. */
  readonly consoleUrl?: string | undefined
  readonly redirectRules: RedirectRules
  /** What it tells this server at `/auth/notifications/ID`; without it that address does not exist. */
  readonly notifications?: ProviderNotifications | undefined
  /** Each login says where: see `LoginPlace`. */
  readonly loginPlace?: LoginPlace | undefined
}
