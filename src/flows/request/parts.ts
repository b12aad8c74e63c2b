// The dependencies of the flows: `Parts` is created once by the composition root, a `Visit` is one request.

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

/** A provider with its client. */
export interface ReadyProvider {
  /** The provider at its place for this login: the place that the login chose, or the local identity provider. */
  readonly provider: Provider
  /** The provider as the application configured it. */
  readonly configured: Provider
  /** The value of its `loginPlace`; null if it has none. */
  readonly loginPlace: string | null
  readonly client: ProviderClient
  /** Served by the local identity provider: development only. */
  readonly isLocal: boolean
}

/** The caller of the provider directory: a visit, or work without a request at this place. */
export interface Asker {
  readonly place: Place
  readonly request?: Request | undefined
}

/** Selects the place of a provider with a `loginPlace`: by the login's value, or by an account's issuer. */
export interface WhichPlace {
  readonly loginPlace?: string | null | undefined
  readonly issuer?: string | undefined
}

/** The configured providers. Called for each visit, since the list may depend on it. */
export interface ProviderDirectory {
  /** Lists the providers in the order of their buttons, whether or not they are reachable. */
  readonly list: (asker: Asker) => MaybePromise<readonly Provider[]>
  /** Returns the provider as configured. Throws `provider_unknown`. */
  readonly find: (id: string, asker: Asker) => MaybePromise<Provider>
  /**
   * Returns the provider with its client. Throws `provider_unknown`, `provider_place_invalid` if the login must name a place
   * and names none that is valid, and `provider_unavailable` if the local identity provider cannot start.
   */
  readonly get: (id: string, asker: Asker, which?: WhichPlace) => Promise<ReadyProvider>
  /** Whether the local identity provider serves it. */
  readonly isLocal: (id: string) => boolean
}

/** The dependencies of every request; created at start, without loading what only a login needs. */
export interface Core {
  readonly settings: Settings
  readonly platform: Platform
  /** Creates ids that sort by time. */
  readonly newId: () => string
  readonly seal: Seal
  readonly sessions: Sessions
  readonly providers: ProviderDirectory
  /** Finds the application's users. */
  readonly people: People
  /** The application's own fields of users; null if there are none. */
  readonly fields: UserFields | null
  /** Ends sessions that a concurrent sign-in may have stored after a logout. */
  readonly secondLooks: SecondLooks
  /** Delivers each event once to the log, the audit trail and the application's hooks. */
  readonly events: Events
  /** Checks the session of a request; synchronous if cryptography and store are. */
  readonly check: (
    source: SessionSource,
    place: Place,
    describeDevice: () => Device,
  ) => MaybePromise<SessionCheck>
  /** Sessions by access token, for first-party clients. */
  readonly bearer: BearerSessions
  /** Like `check`, with the application's own user. */
  readonly checkOwn: (
    source: SessionSource,
    place: Place,
    describeDevice: () => Device,
  ) => MaybePromise<SessionCheck<AnyUser>>
}

/** Further dependencies of the routes; created at the first request to one of them. */
export interface Parts extends Core {
  /** The application's own pages, otherwise the default ones. */
  readonly pages: Pages
  readonly defaultPages: Pages
  readonly policy: LinkingPolicy
  readonly usedAttempts: UsedAttempts
  readonly devicePolls: DevicePolls
  /** Returns the styles for these providers, with a version for caching. */
  readonly stylesheetFor: (providers: readonly Provider[]) => Stylesheet
  /** For accounts whose provider is no longer configured. */
  readonly neutralBrand: Brand
  readonly languages: Languages
  /** Records each login for the inspector's page; null in production. */
  readonly inspection: Inspection | null
}

/** The inspector and its page, `/auth/inspect`. */
export interface Inspection {
  readonly inspector: Inspector
  /** Renders the page. */
  readonly page: (view: InspectionView) => MaybePromise<string>
}

export interface Stylesheet {
  readonly css: string
  readonly version: string
}

/** One request to one of the routes. */
export interface Visit extends Device {
  readonly request: Request
  readonly url: URL
  readonly place: Place
  readonly cookieHeader: string | null
  /** Shown on the error page and in the log line of this request. */
  readonly referenceId: string
  /** The address of the peer, from the host's socket; null if the host does not provide it. */
  readonly peerAddress: string | null
  readonly startedAt: number
  /** Returns the providers of this visit; the directory is called once. */
  readonly providers: () => Promise<readonly Provider[]>
  /** Returns the language of the response, chosen and loaded when first needed. Never rejects. */
  readonly language: () => Promise<PageLanguage>
}

/** Returns a function that lists the providers of one visit, and calls the directory only once. */
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

/** Returns the providers of this visit, or none if the directory fails: for responses that must be sent in any case. */
export async function providersIfKnown(visit: Visit): Promise<readonly Provider[]> {
  return visit.providers().catch(() => [])
}

/** Checks the session of this visit. */
export async function sessionOf(parts: Parts, visit: Visit): Promise<SessionCheck> {
  return parts.check(visit.request, visit.place, () => visit)
}

/** Returns the public path of a route, with a query: `pathTo(parts, '/login', { returnTo: '/inbox' })`. */
export function pathTo(parts: Parts, route: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `${parts.settings.publicBasePath}${route}${search ? `?${search}` : ''}`
}

/** Returns the dependencies of src/accounts for the providers of this visit. Throws `config_store_missing` without a store. */
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
        // At the local identity provider, or at a place that a login chose, the issuer differs from the configured one.
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

/** Returns the store. Throws `config_store_missing`. */
export function storeOf({ settings }: { readonly settings: Pick<Settings, 'store'> }): Store {
  if (!settings.store) throw new LatchkeyError('config_store_missing')
  return settings.store
}
