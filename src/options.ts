// The application's options, resolved and checked once at start, then frozen. Nothing here is read again by a request.

import type { LinkingPolicy } from './accounts/linking-policy.ts'
import type { AuthEvent, EventHooks } from './contracts/events.ts'
import type { Identity } from './contracts/identity.ts'
import type { LogEntry } from './contracts/log.ts'
import type { Pages } from './contracts/pages.ts'
import type { Provider } from './contracts/provider.ts'
import type { Store } from './contracts/store.ts'
import { LatchkeyError } from './errors.ts'
import { isLoopbackHostname } from './web/loopback.ts'

export interface SessionOptions {
  /** Rolling expiry: seconds after the last use. Default: 7 days. */
  readonly idleSeconds?: number
  /** Absolute expiry: seconds after sign-in. Default: 30 days. */
  readonly absoluteSeconds?: number
  /**
   * How long a session may be remembered between two reads of the store. What ends is forgotten at once in this process,
   * and within a second on every other server (docs/scaling.md). 0 reads the store at each check. Default: 60.
   */
  readonly cacheSeconds?: number
}

export interface AuditOptions {
  /** Entries that are older are deleted, a part at a time. Default: they are kept for ever. */
  readonly keepSeconds: number
}

export interface LatchkeyOptions {
  /** In the order in which the sign-in page shows them. */
  readonly providers: readonly Provider[]
  /** Users, accounts and revocable sessions. Without one: sealed cookie sessions that hold the identity. */
  readonly store?: Store | undefined
  /**
   * Scheme, host and port of the application, such as `https://app.example.com`. Default: the environment's `ORIGIN`.
   * Required in production; in development it is taken from a loopback Host.
   */
  readonly origin?: string | undefined
  /** One secret of at least 32 bytes, or several, newest first. Default: the environment's `LATCHKEY_SECRET`, split at commas. */
  readonly secret?: string | readonly string[] | undefined
  /** Where the routes live. Default: `/auth`. */
  readonly basePath?: string | undefined
  /** Shown on the pages. */
  readonly siteName?: string | undefined
  readonly session?: SessionOptions | undefined
  /** How long a login may take. Default: 600. */
  readonly attemptLifetimeSeconds?: number | undefined
  /** How recent a sign-in must be for linking and unlinking. Default: 600. */
  readonly freshSeconds?: number | undefined
  /** Accepted difference between our clock and a provider's. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** Keep access and refresh tokens, sealed, in the store. Default: false, they are dropped after sign-in. */
  readonly keepTokens?: boolean | undefined
  /**
   * Revokes kept tokens at the providers, and deletes them, when a person signs out of their last session. Default: false,
   * since what works for the person in the background would end with it (docs/tokens.md).
   */
  readonly revokeTokensAtSignOut?: boolean | undefined
  /** How many proxies stand in front; for the addresses in the session list, never for the origin. Default: 0. */
  readonly trustedProxies?: number | undefined
  /** Pages of the application's own. */
  readonly pages?: Partial<Pages> | undefined
  /** Which users and identities go together. Default: `defaultLinkingPolicy`. */
  readonly linkingPolicy?: LinkingPolicy | undefined
  /** Asked before anything is stored: true, or false, or the sentence that the refused person reads. */
  readonly allow?: ((identity: Identity) => boolean | string | Promise<boolean | string>) | undefined
  /** One entry for each login and each refusal, without secrets. Default: a JSON line on standard output. */
  readonly log?: ((entry: LogEntry) => void) | undefined
  /**
   * What to do when something happened: `{ signed_in(event) { … } }`, or one function for everything. Called after it was
   * stored, in order, beside the request: a hook that fails is logged and changes nothing (docs/events.md).
   */
  readonly on?: EventHooks | ((event: AuthEvent) => unknown) | undefined
  /**
   * Keeps an append-only trail of what happened to each user, readable with `auth.audit`. Default: true with a store,
   * without an end (docs/events.md).
   */
  readonly audit?: boolean | AuditOptions | undefined
  /**
   * The id of a provider that is asked with `prompt=none` when an anonymous visitor would see the sign-in page, once per
   * visit: who is signed in there is signed in here without a click. Default: off.
   */
  readonly silentLogin?: string | undefined
  /** Lets a provider's portal begin a login here (OpenID Connect Core §4). Default: false, the sign-in page answers. */
  readonly acceptThirdPartyLogin?: boolean | undefined
  /** For tests and special networks. Default: a keep-alive client on Node, the global `fetch` elsewhere. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970; the only source of wall time. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Default: the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
}

/** The options, complete. */
export interface Settings {
  readonly providers: readonly Provider[]
  readonly store: Store | null
  readonly isProduction: boolean
  /** Null in development where none was configured: then a loopback Host decides. */
  readonly origin: string | null
  /** Empty in development where none was configured: then one is made up. */
  readonly secrets: readonly string[]
  readonly basePath: string
  readonly siteName: string | null
  readonly idleSeconds: number
  readonly absoluteSeconds: number
  readonly cacheSeconds: number
  readonly attemptLifetimeSeconds: number
  readonly freshSeconds: number
  readonly clockToleranceSeconds: number
  readonly keepTokens: boolean
  readonly revokeTokensAtSignOut: boolean
  readonly trustedProxies: number
  readonly pages: Partial<Pages>
  readonly linkingPolicy: LinkingPolicy | null
  readonly allow: (identity: Identity) => boolean | string | Promise<boolean | string>
  readonly log: (entry: LogEntry) => void
  readonly on: EventHooks | ((event: AuthEvent) => unknown) | null
  readonly audit: { readonly keepMilliseconds: number | null } | null
  readonly silentLogin: string | null
  readonly acceptThirdPartyLogin: boolean
  readonly fetch: typeof fetch | null
  readonly now: () => number
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Fills in the defaults and checks everything. Throws `config_*` errors. */
export function resolveOptions(options: LatchkeyOptions): Settings {
  const environment = options.environment ?? globalThis.process?.env ?? {}
  const isProduction = environment.NODE_ENV === 'production'
  const origin = readOrigin(options.origin ?? environment.ORIGIN, isProduction)
  const store = options.store ?? null
  if (options.keepTokens && !store) {
    throw new LatchkeyError('config_store_missing', { detail: 'keepTokens needs a store to keep them in.' })
  }
  return Object.freeze({
    providers: readProviders(options.providers),
    store,
    isProduction,
    origin,
    secrets: readSecrets(options.secret ?? environment.LATCHKEY_SECRET, { isProduction, origin }),
    basePath: readBasePath(options.basePath ?? '/auth'),
    siteName: options.siteName ?? null,
    idleSeconds: readSeconds('session.idleSeconds', options.session?.idleSeconds, 7 * 86_400),
    absoluteSeconds: readSeconds('session.absoluteSeconds', options.session?.absoluteSeconds, 30 * 86_400),
    cacheSeconds: readSeconds('session.cacheSeconds', options.session?.cacheSeconds, 60, 3_600, 0),
    attemptLifetimeSeconds: readSeconds('attemptLifetimeSeconds', options.attemptLifetimeSeconds, 600, 900),
    freshSeconds: readSeconds('freshSeconds', options.freshSeconds, 600),
    clockToleranceSeconds: readSeconds('clockToleranceSeconds', options.clockToleranceSeconds, 60, 300, 0),
    keepTokens: options.keepTokens ?? false,
    revokeTokensAtSignOut: options.revokeTokensAtSignOut ?? false,
    trustedProxies: readSeconds('trustedProxies', options.trustedProxies, 0, 100, 0),
    pages: options.pages ?? {},
    linkingPolicy: options.linkingPolicy ?? null,
    allow: options.allow ?? (() => true),
    log: options.log ?? ((entry: LogEntry) => console.log(JSON.stringify(entry))),
    on: options.on ?? null,
    audit: readAudit(options),
    silentLogin: readSilentLogin(options),
    acceptThirdPartyLogin: options.acceptThirdPartyLogin ?? false,
    fetch: options.fetch ?? null,
    now: options.now ?? Date.now,
    environment,
  })
}

function readProviders(providers: readonly Provider[] | undefined): readonly Provider[] {
  if (!providers || providers.length === 0) {
    throw new LatchkeyError('config_provider_invalid', {
      detail: 'No provider is configured: latchkey({ providers: [google(), github()] }).',
    })
  }
  const ids = new Set<string>()
  for (const { id } of providers) {
    if (ids.has(id)) {
      throw new LatchkeyError('config_provider_invalid', { detail: `Two providers have the id "${id}".` })
    }
    ids.add(id)
  }
  return Object.freeze([...providers])
}

function readAudit({ audit, store }: LatchkeyOptions): Settings['audit'] {
  if (audit && !store) {
    throw new LatchkeyError('config_store_missing', { detail: 'audit needs a store to write to.' })
  }
  if (!store || audit === false) return null
  if (typeof audit !== 'object') return { keepMilliseconds: null }
  const longest = 100 * 31_536_000
  return { keepMilliseconds: readSeconds('audit.keepSeconds', audit.keepSeconds, longest, longest) * 1000 }
}

function readSilentLogin({ silentLogin, providers }: LatchkeyOptions): string | null {
  if (silentLogin === undefined) return null
  if (providers.some(({ id, protocol }) => id === silentLogin && protocol === 'oidc')) return silentLogin
  throw new LatchkeyError('config_option_invalid', {
    detail: `silentLogin: "${silentLogin}" is not the id of a configured OpenID Connect provider.`,
  })
}

function readOrigin(text: string | undefined, isProduction: boolean): string | null {
  if (!text) {
    if (isProduction) throw new LatchkeyError('config_origin_missing')
    return null
  }
  const url = URL.canParse(text) ? new URL(text) : null
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  if (!url || !isBare || !/^https?:$/.test(url.protocol)) {
    throw new LatchkeyError('config_origin_invalid', { detail: `"${text}" is not an origin.` })
  }
  // Cookies over plain HTTP can be read and replaced on the way, so it ends at this machine.
  if (url.protocol === 'http:' && !isLoopbackHostname(url.hostname)) {
    throw new LatchkeyError('config_origin_invalid', { detail: `"${text}" must be https.` })
  }
  return url.origin
}

function readSecrets(
  secret: string | readonly string[] | undefined,
  place: { readonly isProduction: boolean; readonly origin: string | null },
): readonly string[] {
  const secrets = typeof secret === 'string' ? secret.split(',') : [...(secret ?? [])]
  if (secrets.length === 0 || (secrets.length === 1 && secrets[0] === '')) {
    const isLoopback = place.origin === null || isLoopbackHostname(new URL(place.origin).hostname)
    // A secret that was made up is for one developer's machine only.
    if (place.isProduction || !isLoopback) throw new LatchkeyError('config_secret_missing')
    return []
  }
  for (const text of secrets) {
    if (new TextEncoder().encode(text).length < 32) throw new LatchkeyError('config_secret_weak')
  }
  return Object.freeze(secrets)
}

function readBasePath(path: string): string {
  if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(path)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `basePath "${path}" must look like "/auth": a leading slash, none at the end.`,
    })
  }
  return path
}

function readSeconds(
  name: string,
  value: number | undefined,
  fallback: number,
  most = 31_536_000,
  least = 1,
): number {
  const seconds = value ?? fallback
  if (!Number.isInteger(seconds) || seconds < least || seconds > most) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `${name} must be a whole number from ${least} to ${most}.`,
    })
  }
  return seconds
}
