// What the stories work with: `Parts` is made once by the composition root, a `Visit` is one request.
import type { LinkingPolicy } from '../../accounts/linking-policy.ts'
import type { AccountParts } from '../../accounts/sign-in-identity.ts'
import type { People } from '../../administration/people.ts'
import type { Device } from '../../contracts/events.ts'
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { Pages } from '../../contracts/pages.ts'
import type { Brand, Provider } from '../../contracts/provider.ts'
import type { Store } from '../../contracts/store.ts'
import type { Platform } from '../../crypto/platform.ts'
import type { Seal } from '../../crypto/seal.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Events } from '../../events/events.ts'
import type { ProviderClient } from '../../oauth/server/provider-client.ts'
import type { Settings } from '../../options.ts'
import type { SessionCheck, Sessions } from '../../sessions/sessions.ts'
import type { UsedAttempts } from '../attempt/used-attempts.ts'
import type { Place } from './place.ts'

/** A provider that can be spoken to. */
export interface ReadyProvider {
  readonly provider: Provider
  readonly client: ProviderClient
  /** Served by the local identity provider: development only. */
  readonly isLocal: boolean
}

export interface ProviderDirectory {
  /** As configured, in order; says nothing about whether they answer. */
  readonly list: readonly Provider[]
  /** Ids that the local identity provider serves. */
  readonly localIds: readonly string[]
  /** Throws `provider_unknown`, and `provider_unavailable` while the local identity provider cannot start. */
  readonly get: (id: string, place: Place) => Promise<ReadyProvider>
}

/** What every request may need; made at start, without loading what only a login needs. */
export interface Core {
  readonly settings: Settings
  readonly platform: Platform
  /** Ids for what is stored, in the order of creation. */
  readonly newId: () => string
  readonly seal: Seal
  readonly sessions: Sessions
  readonly providers: ProviderDirectory
  /** Who a user is to the application. */
  readonly people: People
  /** What happened, told once to the log, the audit trail and the application. */
  readonly events: Events
  /** The session behind a Cookie header; no promise where cryptography and store need none. */
  readonly check: (
    cookieHeader: string | null,
    place: Place,
    describeDevice: () => Device,
  ) => MaybePromise<SessionCheck>
}

/** What the routes need beyond that; made when the first of them is called. */
export interface Parts extends Core {
  /** The application's own, and ours where it has none. */
  readonly pages: Pages
  readonly defaultPages: Pages
  readonly policy: LinkingPolicy
  readonly usedAttempts: UsedAttempts
  /** All styles, and the name under which a browser may keep them. */
  readonly stylesheet: { readonly css: string; readonly version: string }
  /** For accounts whose provider is no longer configured. */
  readonly neutralBrand: Brand
  /** The line by which a page says that its identities are local; null where none are. */
  readonly developmentNotice: string | null
}

/** One request to a route of ours. */
export interface Visit extends Device {
  readonly request: Request
  readonly url: URL
  readonly place: Place
  readonly cookieHeader: string | null
  /** On the error page and in the log line of this request. */
  readonly referenceId: string
  readonly startedAt: number
  /** Whether a sign-in may end at a provider on plain loopback http: Content-Security-Policy must let the form go there. */
  readonly allowLoopbackForms: boolean
}

/** The session of this visit, if there is a living one. */
export async function sessionOf(parts: Parts, visit: Visit): Promise<SessionCheck> {
  return parts.check(visit.cookieHeader, visit.place, () => visit)
}

/** A path of ours with a query: `pathTo(parts, '/login', { returnTo: '/inbox' })`. */
export function pathTo(parts: Parts, route: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `${parts.settings.basePath}${route}${search ? `?${search}` : ''}`
}

/** What the accounts floor works with. Throws `config_store_missing` without a store. */
export function accountParts({ settings, policy, newId }: Parts): AccountParts {
  const { now, users } = settings
  return { store: storeOf({ settings }), ownUsers: users, policy, now, newId }
}

/** For what needs a store. Throws `config_store_missing`. */
export function storeOf({ settings }: Pick<Parts, 'settings'>): Store {
  if (!settings.store) throw new LatchkeyError('config_store_missing')
  return settings.store
}
