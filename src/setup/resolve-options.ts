// Resolves and checks the options once, at start. Nothing here is read again by a request.
import type { Gate } from '../contracts/gate.ts'
import type { LogEntry } from '../contracts/log.ts'
import type { Provider } from '../contracts/provider.ts'
import type { AnyUser } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { LatchkeyOptions, OwnUserOptions, Settings, UserFieldOptions } from '../options.ts'
import { checkBackchannel } from '../outbound/check-backchannel.ts'
import { isLoopbackHostname } from '../web/loopback.ts'

/** The options, whoever the users are. */
export type AllOptions = LatchkeyOptions<never> &
  Partial<UserFieldOptions<object>> &
  Partial<OwnUserOptions<AnyUser>>

/** Fills in the defaults and checks everything. Throws `config_*` errors. */
export function resolveOptions(options: AllOptions): Settings {
  const environment = options.environment ?? globalThis.process?.env ?? {}
  const isProduction = environment.NODE_ENV === 'production'
  const origin = readOrigin(options.origin ?? environment.ORIGIN, isProduction)
  const store = options.store ?? null
  checkStoreIsThere(options)
  const basePath = readBasePath(options.basePath ?? '/auth')
  return Object.freeze({
    providers: readProviders(options.providers, isProduction),
    store,
    isProduction,
    origin,
    secrets: readSecrets(options.secret ?? environment.LATCHKEY_SECRET, { isProduction, origin }),
    basePath,
    audience: readAudience(options.audience) ?? `${origin ?? 'http://localhost'}${basePath}`,
    // Where a gate decides who may sign in, a session that it never saw must not pass it by.
    acceptUnbound: options.session?.acceptUnbound ?? options.allow === undefined,
    siteName: options.siteName ?? null,
    idleSeconds: readSeconds('session.idleSeconds', options.session?.idleSeconds, 7 * 86_400),
    absoluteSeconds: readSeconds('session.absoluteSeconds', options.session?.absoluteSeconds, 30 * 86_400),
    cacheSeconds: readSeconds('session.cacheSeconds', options.session?.cacheSeconds, 60, 3_600, 0),
    attemptLifetimeSeconds: readSeconds('attemptLifetimeSeconds', options.attemptLifetimeSeconds, 600, 900),
    freshSeconds: readSeconds('freshSeconds', options.freshSeconds, 600),
    clockToleranceSeconds: readSeconds('clockToleranceSeconds', options.clockToleranceSeconds, 60, 300, 0),
    keepTokens: options.keepTokens ?? false,
    migrate: options.migrate ?? !isProduction,
    revokeTokensAtSignOut: options.revokeTokensAtSignOut ?? false,
    trustedProxies: readSeconds('trustedProxies', options.trustedProxies, 0, 100, 0),
    pages: options.pages ?? {},
    linkingPolicy: options.linkingPolicy ?? null,
    // Each gate is asked about users of its own kind: `latchkey` types the one by the other.
    allow: (options.allow as Gate<AnyUser> | undefined) ?? (() => true),
    userFields: options.userFields ?? null,
    users: options.users ?? null,
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

/** What only a store can keep. */
function checkStoreIsThere({ store, keepTokens, audit, userFields, users }: AllOptions): void {
  const needing = { keepTokens, audit, userFields, users }
  const [name] = Object.entries(needing).find(([, value]) => value) ?? []
  if (!store && name) {
    throw new LatchkeyError('config_store_missing', {
      detail: `${name} needs a store: latchkey({ store: … }).`,
    })
  }
  if (userFields && users) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'users and userFields: in a table of your own, fields are columns of yours.',
    })
  }
}

function readProviders(
  providers: readonly Provider[] | undefined,
  isProduction: boolean,
): readonly Provider[] {
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
  for (const provider of providers) checkBackchannel(provider, !isProduction)
  return Object.freeze([...providers])
}

function readAudit({ audit, store }: AllOptions): Settings['audit'] {
  if (!store || audit === false) return null
  if (typeof audit !== 'object') return { keepMilliseconds: null }
  const longest = 100 * 31_536_000
  return { keepMilliseconds: readSeconds('audit.keepSeconds', audit.keepSeconds, longest, longest) * 1000 }
}

function readSilentLogin({ silentLogin, providers }: AllOptions): string | null {
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

/** It is part of keys and hashes, where a line break ends it. */
function readAudience(audience: string | undefined): string | null {
  if (audience === undefined) return null
  if (typeof audience === 'string' && /^[\x20-\x7e]{1,200}$/.test(audience)) return audience
  throw new LatchkeyError('config_option_invalid', {
    detail: `audience must be 1 to 200 printable ASCII characters, not ${JSON.stringify(audience)?.slice(0, 60)}.`,
  })
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
