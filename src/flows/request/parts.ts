// What the stories work with: `Parts` is made once by the composition root, a `Visit` is one request.

import type { AccountParts } from '../../accounts/account-parts.ts'
import type { LinkingPolicy } from '../../accounts/linking-policy.ts'
import type { People } from '../../administration/people.ts'
import type { UserFields } from '../../administration/user-fields.ts'
import type { Device } from '../../contracts/events.ts'
import type { InspectionView, Inspector } from '../../contracts/inspection.ts'
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { PageLanguage, Pages } from '../../contracts/pages.ts'
import type { Brand, Provider } from '../../contracts/provider.ts'
import type { Store } from '../../contracts/store.ts'
import type { AnyUser } from '../../contracts/user.ts'
import type { Platform } from '../../crypto/platform.ts'
import type { Seal } from '../../crypto/seal.ts'
import { LatchkeyError } from '../../errors.ts'
import { describeCauses } from '../../events/describe-causes.ts'
import type { Events } from '../../events/events.ts'
import type { Languages } from '../../languages/speaking/create-languages.ts'
import type { ProviderClient } from '../../oauth/server/provider-client.ts'
import type { Settings } from '../../options.ts'
import type { BearerSessions } from '../../sessions/bearer-sessions.ts'
import type { SessionSource } from '../../sessions/session-source.ts'
import type { SessionCheck, Sessions } from '../../sessions/sessions.ts'
import type { UsedAttempts } from '../attempt/used-attempts.ts'
import type { DevicePolls } from '../clients/device-polls.ts'
import { isIssuedBy } from '../linking/is-issued-by.ts'
import type { SecondLooks } from '../sign-out/second-looks.ts'
import type { Place } from './place.ts'

/** A provider that can be spoken to. */
export interface ReadyProvider {
  /** Where it is for this login: at the place that the login names, or where the local identity provider stands in. */
  readonly provider: Provider
  /** The same as the application configured it. */
  readonly configured: Provider
  /** The value of its `loginPlace`; null where it has none. */
  readonly loginPlace: string | null
  readonly client: ProviderClient
  /** Served by the local identity provider: development only. */
  readonly isLocal: boolean
}

/** Who asks the provider directory: a visit, or work without a request at this place. */
export interface Asker {
  readonly place: Place
  readonly request?: Request | undefined
}

/** Which place of a provider with a `loginPlace` is meant: what the login says, or where an account is from. */
export interface WhichPlace {
  readonly loginPlace?: string | null | undefined
  readonly issuer?: string | undefined
}

/** Asked for each visit anew: which providers there are may depend on it. */
export interface ProviderDirectory {
  /** In the order of their buttons; says nothing about whether they answer. */
  readonly list: (asker: Asker) => MaybePromise<readonly Provider[]>
  /** As configured. Throws `provider_unknown`. */
  readonly find: (id: string, asker: Asker) => MaybePromise<Provider>
  /**
   * Throws `provider_unknown`, `provider_place_invalid` where the login must say a place and says none that is accepted,
   * and `provider_unavailable` while the local identity provider cannot start.
   */
  readonly get: (id: string, asker: Asker, which?: WhichPlace) => Promise<ReadyProvider>
  /** Whether the local identity provider serves it. */
  readonly isLocal: (id: string) => boolean
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
  /** The application's own fields of its users; null where it has none. */
  readonly fields: UserFields | null
  /** Ends once more what a sign-in under way may have stored meanwhile. */
  readonly secondLooks: SecondLooks
  /** Delivers each event once to the log, the audit trail and the application. */
  readonly events: Events
  /** The session that a request shows; no promise where cryptography and store need none. */
  readonly check: (
    source: SessionSource,
    place: Place,
    describeDevice: () => Device,
  ) => MaybePromise<SessionCheck>
  /** Access tokens of the application's own clients. */
  readonly bearer: BearerSessions
  /** The same with the application's own user. */
  readonly checkOwn: (
    source: SessionSource,
    place: Place,
    describeDevice: () => Device,
  ) => MaybePromise<SessionCheck<AnyUser>>
}

/** What the routes need beyond that; made when the first of them is called. */
export interface Parts extends Core {
  /** The application's own, and ours where it has none. */
  readonly pages: Pages
  readonly defaultPages: Pages
  readonly policy: LinkingPolicy
  readonly usedAttempts: UsedAttempts
  readonly devicePolls: DevicePolls
  /** All styles for these providers, and the name under which a browser may keep them. */
  readonly stylesheetFor: (providers: readonly Provider[]) => Stylesheet
  /** For accounts whose provider is no longer configured. */
  readonly neutralBrand: Brand
  readonly languages: Languages
  /** Hears of each login, for its page; null in production. */
  readonly inspection: Inspection | null
}

/** What `/auth/inspect` is made of. */
export interface Inspection {
  readonly inspector: Inspector
  /** Draws the page. */
  readonly page: (view: InspectionView) => MaybePromise<string>
}

export interface Stylesheet {
  readonly css: string
  readonly version: string
}

/** One request to one of our routes. */
export interface Visit extends Device {
  readonly request: Request
  readonly url: URL
  readonly place: Place
  readonly cookieHeader: string | null
  /** On the error page and in the log line of this request. */
  readonly referenceId: string
  /** The peer of the connection, as the host's socket says it; null where the host does not say. */
  readonly peerAddress: string | null
  readonly startedAt: number
  /** The providers of this visit; the directory is asked once. */
  readonly providers: () => Promise<readonly Provider[]>
  /** The language in which to answer, chosen and loaded when it is first needed. Never rejects. */
  readonly language: () => Promise<PageLanguage>
}

/** The directory's answer for one visit, asked when it is first needed. */
export function askOnce(
  directory: Pick<ProviderDirectory, 'list'>,
  asker: Asker,
): () => Promise<readonly Provider[]> {
  let asked: Promise<readonly Provider[]> | null = null
  return () => {
    asked ??= (async () => directory.list(asker))()
    return asked
  }
}

/** The providers of this visit, or none while they cannot be had: for what must be answered in any case. */
export async function providersIfKnown(visit: Visit): Promise<readonly Provider[]> {
  return visit.providers().catch(() => [])
}

/** The session of this visit, if there is a valid one. */
export async function sessionOf(parts: Parts, visit: Visit): Promise<SessionCheck> {
  return parts.check(visit.request, visit.place, () => visit)
}

/** One of our paths, as browsers reach it, with a query: `pathTo(parts, '/login', { returnTo: '/inbox' })`. */
export function pathTo(parts: Parts, route: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `${parts.settings.publicBasePath}${route}${search ? `?${search}` : ''}`
}

/** What the accounts floor works with, and the providers of this visit. Throws `config_store_missing` without a store. */
export function accountParts(
  {
    settings,
    policy,
    newId,
    providers: directory,
  }: Pick<Parts, 'settings' | 'policy' | 'newId' | 'providers'>,
  providers: readonly Provider[],
): AccountParts {
  const { now, users, log } = settings
  return {
    store: storeOf({ settings }),
    ownUsers: users,
    policy,
    canSignInWith: (account) =>
      providers.some((provider) => {
        // Served by the local identity provider, or at a place that each login names: the issuer is another than configured.
        const isElsewhere = directory.isLocal(provider.id) || provider.loginPlace !== undefined
        return provider.id === account.provider && (isElsewhere || isIssuedBy(account, provider))
      }),
    onLeftOver: (userId, error) =>
      log({
        event: 'user_left_over',
        level: 'warn',
        time: new Date(now()).toISOString(),
        userId,
        detail: 'users.create made this row, nothing hangs on it, and it could not be taken back.',
        causes: describeCauses(error),
      }),
    now,
    newId,
  }
}

/** For what needs a store. Throws `config_store_missing`. */
export function storeOf({ settings }: { readonly settings: Pick<Settings, 'store'> }): Store {
  if (!settings.store) throw new LatchkeyError('config_store_missing')
  return settings.store
}
