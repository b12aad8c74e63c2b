// Makes a provider from a description and the application's options: merged, checked, completed and frozen. Both the
// catalogue and applications create providers only through this function, so that none can miss an option or a check.
import type { EntryOptions } from '../../contracts/entry-options.ts'
import type { IdentityFields } from '../../contracts/identity.ts'
import type {
  Claims,
  Deviations,
  Provider,
  ProviderOptions,
  ProviderPlace,
} from '../../contracts/provider.ts'
import { variableOf } from '../../contracts/variable-of.ts'
import { applyOptions } from './apply-options.ts'
import { checkDescription } from './check-description.ts'
import { completeOptions, faultInOptions } from './entry-options.ts'
import { genericBrand } from './generic-brand.ts'
import { hiddenKey, hiddenSecret, quietTexts } from './hidden-secrets.ts'
import { optionsOver } from './options-over.ts'
import { addressAt, optionsAt } from './place.ts'
import type { ProviderDescription } from './provider-description.ts'
import { providerInvalid } from './provider-invalid.ts'
import { readIdentity } from './read-identity.ts'

export type { ProviderDescription }

/**
 * Checks a description, merges the options that every provider accepts, fills in the defaults, and freezes the result.
 *
 * `at()` makes the same provider at another base address, where the description's addresses keep their paths. If the addresses
 * depend on the entry's own options (a tenant, a region), the description is a function of the options, and the entry describes
 * these options in a table: required ones and those with a default are always set when the function is called. If the table has
 * `baseUrl`, the description's addresses must already be below it.
 *
 * This fetches nothing, and needs no credentials yet: `latchkey({ … })` decides where they come from.
 *
 * @throws LatchkeyError `config_provider_invalid`, whose detail names the provider and the mistake.
 * @example
 * ```ts
 * import { defineProvider, type ProviderOptions } from 'latchkey/kit'
 *
 * export const acme = (options: ProviderOptions = {}) =>
 *   defineProvider(options, {
 *     kind: 'acme',
 *     name: 'Acme',
 *     protocol: 'oauth2',
 *     issuer: 'https://acme.example',
 *     endpoints: { authorization: 'https://acme.example/authorize', token: 'https://acme.example/token', userinfo: 'https://api.acme.example/me' },
 *     scopes: ['profile'],
 *     toIdentity: (profile) => ({ subject: profile.uuid, email: profile.mail, name: profile.name }),
 *   })
 * ```
 */
export function defineProvider<
  const Id extends string,
  Options extends ProviderOptions<Id> = ProviderOptions<Id>,
>(
  options: Options,
  description: ProviderDescription | ((options: Options) => ProviderDescription),
  ownOptions: EntryOptions = {},
): Provider<Id> {
  const describe = typeof description === 'function' ? description : () => description
  return complete<Id, Options>(options, describe, ownOptions)
}

function complete<const Id extends string, Options extends ProviderOptions<Id>>(
  given: Options,
  describe: (options: Options) => ProviderDescription,
  ownOptions: EntryOptions,
): Provider<Id> {
  const fault = faultInOptions(given, ownOptions)
  if (fault !== null) throw providerInvalid(idOf(given, describe, ownOptions), fault)
  const { options, missing } = completeOptions<Options>(given, ownOptions)
  const knowsItsPlace = 'baseUrl' in ownOptions
  const description = describe(options)
  const applied = applyOptions<Id>(options, description, { knowsItsPlace })
  checkDescription(applied)
  const { authoritativeDomains: _, movedTo: __, ...merged } = applied
  return Object.freeze({
    ...merged,
    clientSecret: hiddenSecret(merged.clientSecret),
    clientKey: hiddenKey(merged.clientKey),
    endpoints: merged.endpoints && Object.freeze({ ...merged.endpoints }),
    scopes: Object.freeze([...new Set(merged.scopes)]),
    authorizationParams: Object.freeze({ ...merged.authorizationParams }),
    tokenParams: Object.freeze({ ...merged.tokenParams }),
    loginHints: Object.freeze([...(merged.loginHints ?? [])]),
    claimsFrom: merged.claimsFrom ?? 'id-token',
    apiBaseUrl: merged.apiBaseUrl && withTrailingSlash(merged.apiBaseUrl),
    apiOrigins: Object.freeze(originsOf(merged)),
    toIdentity: (claims: Claims): IdentityFields =>
      Object.freeze(readIdentity(merged.toIdentity(claims), merged.deviations?.privatePictureOrigins)),
    isAuthoritativeForEmail: merged.isAuthoritativeForEmail ?? (() => false),
    deviations: frozenDeviations(merged.deviations ?? {}),
    notifications: merged.notifications && Object.freeze({ ...merged.notifications }),
    brand: frozenBrand(merged.brand ?? genericBrand),
    redirectRules: Object.freeze({ ...merged.redirectRules }),
    addressAt: (address: string) => addressAt(given, address),
    at: (place: ProviderPlace) =>
      complete<Id, Options>(
        optionsAt(given, place),
        knowsItsPlace ? describe : () => description,
        ownOptions,
      ),
    variablePrefix: given.variablePrefix ?? variableOf(merged.id),
    ownOptions: frozenCopy(ownOptions) as EntryOptions,
    missingOptions: Object.freeze([...missing]),
    withDefaults: (defaults: ProviderOptions) =>
      complete<Id, Options>(optionsOver(given, defaults), describe, ownOptions),
  })
}

/** A relative URL resolves against the last slash: without a trailing one, the last segment would be lost. */
function withTrailingSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}

function originsOf({
  apiBaseUrl,
  apiOrigins = [],
  endpoints,
}: Pick<ProviderDescription, 'apiBaseUrl' | 'apiOrigins' | 'endpoints'>): string[] {
  const urls = [apiBaseUrl, endpoints?.userinfo].filter((url) => url !== undefined)
  return [...new Set([...urls.map((url) => new URL(url).origin), ...apiOrigins])]
}

function frozenDeviations(deviations: Deviations): Deviations {
  const { requestHeaders } = deviations
  const copy = frozenCopy(deviations) as Deviations
  return requestHeaders === undefined
    ? copy
    : Object.freeze({ ...copy, requestHeaders: quietTexts(requestHeaders) })
}

/** Copies and freezes plain objects and lists, recursively. Functions stay unchanged. */
function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy))
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozenCopy(inner)])),
  )
}

function frozenBrand({ icon, light, dark }: Provider['brand']): Provider['brand'] {
  return Object.freeze({ icon, light: Object.freeze({ ...light }), dark: Object.freeze({ ...dark }) })
}

/** The id for an error about invalid options. The description is called with example options, only to learn its kind. */
function idOf<Options extends ProviderOptions>(
  { id }: Options,
  describe: (options: Options) => ProviderDescription,
  ownOptions: EntryOptions,
): string {
  return id ?? describe(completeOptions({} as Options, ownOptions).options).kind
}
