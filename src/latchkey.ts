// The composition root: the only place that knows all parts. What a plain session check does not need is loaded when one of
// Latchkey's routes is first called.
import { createAuditReader } from './administration/audit-reader.ts'
import { createPeople } from './administration/people.ts'
import { createSessionList } from './administration/session-list.ts'
import { createUserFields } from './administration/user-fields.ts'
import { createUsers } from './administration/users.ts'
import type { Auth, MountedAuth, ReadRequest } from './auth.ts'
import { loadOnce } from './contracts/load-once.ts'
import { type MaybePromise, whenReady } from './contracts/maybe-promise.ts'
import type { Session } from './contracts/session.ts'
import type { AnyUser, User } from './contracts/user.ts'
import { platform } from './crypto/platform.ts'
import { createSeal } from './crypto/seal.ts'
import { createIdMaker } from './crypto/time-ordered-id.ts'
import { metadataPathOf } from './flows/clients/issuer-of.ts'
import { lazyTokenStories } from './flows/provider-tokens/lazy-token-stories.ts'
import { eventsOf } from './flows/request/events-of.ts'
import type { RequestContext } from './flows/request/handle-request.ts'
import { type Core, storeOf } from './flows/request/parts.ts'
import { createPlaces, type Places } from './flows/request/place.ts'
import { createRefusalText } from './flows/request/refusal-text.ts'
import { type RefusalOptions, refuseAnonymous } from './flows/request/refuse-anonymous.ts'
import type { RequestHead } from './flows/request/request-head.ts'
import { clientSession } from './flows/session/client-session.ts'
import { createCredentialCheck } from './flows/session/credential-check.ts'
import { lazyOwnLogin } from './flows/session/lazy-own-login.ts'
import { createLoginPath } from './flows/sign-in/carried-data.ts'
import { type Demand, satisfies } from './flows/sign-in/demand.ts'
import { createSecondLooks } from './flows/sign-out/second-looks.ts'
import { loadHandler } from './load-handler.ts'
import { loadLanguages } from './load-languages.ts'
import type { LatchkeyOptions, OwnUserOptions, Settings, UserFieldOptions } from './options.ts'
import { createSessions } from './sessions/create-sessions.ts'
import { ANONYMOUS, answerFor, findCredential } from './sessions/session-check.ts'
import { createSessionSignals } from './sessions/session-signals.ts'
import { deviceOf, hostOf, type SessionSource } from './sessions/session-source.ts'
import type { ReadSession, SessionCheck, Sessions, WaitUntil } from './sessions/sessions.ts'
import { createSweeper, type Sweeper } from './sessions/sweeper.ts'
import { announce, createInspectorNotice, developmentSecret } from './setup/development.ts'
import { createProviderDirectory } from './setup/provider-directory.ts'
import { type AllOptions, resolveStartOptions } from './setup/resolve-options.ts'
import { createReadiness } from './setup/schema-readiness.ts'
import { createOutageLog, logStoreError, tellingFailures } from './setup/store-failures.ts'

export type { Auth, Demand, MountedAuth, RequestHead, SessionSource }

/**
 * Creates the sign-in for one application.
 *
 * @throws LatchkeyError `config_*` if an option is missing or invalid; requests never throw these later.
 *
 * @example
 * ```ts
 * import { latchkey } from 'latchkey'
 * import { google } from 'latchkey/providers/google'
 * import { sqlite } from 'latchkey/stores/sqlite'
 *
 * const auth = latchkey({ providers: [google()], store: sqlite('app.db') })
 * ```
 */
export function latchkey<Fields extends object>(
  options: LatchkeyOptions<User & Fields> & UserFieldOptions<Fields>,
): Auth<User & Fields>
export function latchkey<Own extends AnyUser>(options: LatchkeyOptions<Own> & OwnUserOptions<Own>): Auth<Own>
export function latchkey(options: LatchkeyOptions): Auth
export function latchkey(options: AllOptions): Auth<AnyUser> {
  const settings = resolveStartOptions(options)
  for (const notice of settings.notices) announce(settings, notice)
  const places = createPlaces({ ...settings, origins: settings.ownOrigins })
  const secrets = settings.secrets.length > 0 ? settings.secrets : [developmentSecret(settings)]
  const seal = createSeal(secrets, platform, settings.audience)
  const providers = createProviderDirectory(settings)
  const newId = createIdMaker(settings.now, platform)
  const events = eventsOf(settings, newId)
  const sweeper = sweeperOf(settings)
  const made = new WeakSet<Session>()
  const signals = createSessionSignals(settings)
  const sessions = createSessions(settings, {
    seal,
    platform,
    onMade: (session) => made.add(session),
    onStarted: sweeper?.sweepIfDue,
    onEnded: (session) => signals.ended([session.id]),
    onRenewalError: (error) => logStoreError(settings, error),
    onMoved({ id: sessionId, userId, provider, userAgent, clientAddress }, after) {
      const before = { userAgent, clientAddress }
      return events.emit({ type: 'session_moved', userId, sessionId, provider, before, after }, after)
    },
  })
  const readiness = createReadiness(settings)
  const fields = settings.userFields && createUserFields(settings.userFields)
  const people = createPeople(settings, fields)
  const ownUsers = new WeakMap<Session, AnyUser>()
  const logOutage = createOutageLog(settings)

  const read: Sessions['read'] = (token, describeDevice, waitUntil) => {
    if (readiness.isReady) return sessions.read(token, describeDevice, waitUntil)
    return readiness.wait().then(() => sessions.read(token, describeDevice, waitUntil))
  }

  const credentials = createCredentialCheck({ settings, seal, places, read })

  /** Latchkey's record of the user; null if the application no longer has the user. */
  function latchkeysUserOf({ session }: ReadSession): MaybePromise<AnyUser | null> {
    return whenReady(people.has(session), (isThere) => (isThere ? session.user : null))
  }

  /** The application's own user. */
  function ownUserOf({ session, userFields }: ReadSession): MaybePromise<AnyUser | null> {
    return whenReady(people.ofSession(session, userFields), (user) => {
      if (user && user !== session.user) ownUsers.set(session, user)
      return user
    })
  }

  const core: Core = {
    secondLooks: createSecondLooks(settings.store),
    settings,
    platform,
    newId,
    seal,
    sessions,
    providers,
    people,
    fields,
    events,
    check: credentials.checkBy(latchkeysUserOf) as Core['check'],
    checkOwn: credentials.checkBy(ownUserOf),
    bearer: credentials.bearer,
  }
  const tokens = lazyTokenStories(core, places.latest)
  const languages = loadOnce(() => loadLanguages(settings))
  const handler = loadOnce(() => loadHandler(core, places, languages))
  const placeAt = (host: string | null) => places.find(host) ?? places.latest()
  const tellOfInspector = createInspectorNotice(settings, placeAt)
  const refusalText = createRefusalText(
    (host) => (places.only ?? placeAt(host))?.origin ?? 'http://localhost',
    languages,
  )

  const store = () => storeOf({ settings })
  const auth: Auth<AnyUser> = Object.freeze({
    basePath: settings.basePath,
    metadataPath: settings.clients.length > 0 ? metadataPathOf(settings) : null,
    async handle(request: Request, context: RequestContext = {}) {
      tellOfInspector(request, context.remoteAddress)
      const answer = await handler()
      await readiness.wait().catch((error: unknown) => logStoreError(settings, error))
      return answer(request, context)
    },
    session(source: SessionSource, waitUntil?: WaitUntil) {
      const place = places.only ?? placeAt(hostOf(source))
      const shown = place && findCredential(source, place.credentials)
      if (!shown) return ANONYMOUS
      return tellingFailures(logOutage, () =>
        answerFor(
          shown,
          credentials.read(shown, source, () => deviceOf(source, settings.trustedProxies), waitUntil),
          ownUserOf,
        ),
      )
    },
    userOf({ latchkey: current }: ReadRequest) {
      if (!current) throw new TypeError('This request was not read by an adapter of latchkey.')
      const { session } = current
      if (!session) return null
      const user = people.arePlain && made.has(session) ? session.user : ownUsers.get(session)
      if (!user) throw new TypeError('This request was read by another auth.')
      return user
    },
    clientSession: ({ session, user }: SessionCheck<AnyUser>) =>
      session && clientSession(session, user, settings.clientFields),
    // Another middleware or another auth may set an object that looks like a session.
    satisfies: (session: Session, demand: Demand) =>
      made.has(session) && satisfies(session, demand, settings.now()),
    refuse: (request: RequestHead, refusal: RefusalOptions = {}) =>
      refuseAnonymous(settings.publicBasePath, request, refusal, refusalText),
    tokens: tokens.of,
    authorize: tokens.authorize,
    loginPath: createLoginPath(core),
    users: createUsers({
      ...core,
      ...settings,
      store,
      ownUsers: settings.users,
      prepareRevocation: tokens.prepareRevocation,
    }),
    sessions: createSessionList({
      store,
      events,
      now: settings.now,
      start: lazyOwnLogin(core, places, readiness.wait),
      signal: signals.signal,
    }),
    audit: createAuditReader(store),
    async ready() {
      await readiness.wait()
      const place = places.latest()
      if (place) await providers.start(place)
    },
    migrate: async () => (settings.store ? settings.store.migrate() : []),
    async close() {
      signals.close()
      await events.idle()
      await providers.close()
      await sweeper?.stop()
      await core.secondLooks.finish()
      await settings.store?.close()
    },
  })
  inside.set(auth, { core, places })
  return auth
}

/** For `latchkey/testing`, which creates sessions without a login; not exported by the package. */
interface InnerParts {
  readonly core: Core
  readonly places: Places
}

const inside = new WeakMap<object, InnerParts>()

export function innerParts(auth: object): InnerParts {
  const parts = inside.get(auth)
  if (!parts) {
    throw new TypeError(
      'This was not made by the latchkey() of this copy of the package: two copies are installed, or it is no auth at all. `npm ls latchkey` shows them.',
    )
  }
  return parts
}

/** Returns text that identifies the configuration of an `auth`, so that callers do not mix up two applications. */
export function configurationOf(auth: object): string {
  const parts = inside.get(auth)
  if (!parts) return ''
  const { audience, providers } = parts.core.settings
  return JSON.stringify([audience, providers.map(({ id, issuer }) => [id, issuer])])
}

function sweeperOf(settings: Settings): Sweeper | null {
  const { store, now } = settings
  return store && createSweeper({ store, now, onError: (error) => logStoreError(settings, error) })
}
