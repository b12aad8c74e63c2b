// The composition root: the only place that knows all parts. What a plain session check does not need is loaded when
// the first route of ours is called.

import type { Device } from './contracts/events.ts'
import { type MaybePromise, whenReady } from './contracts/maybe-promise.ts'
import type { Session } from './contracts/session.ts'
import type { SessionTokens } from './contracts/tokens.ts'
import { announce, developmentSecret } from './development.ts'
import { LatchkeyError } from './errors.ts'
import { createAuditTrail } from './events/audit-trail.ts'
import { createEvents, type Events } from './events/events.ts'
import { type Demand, satisfies } from './flows/demand.ts'
import type { RequestContext, RequestHandler } from './flows/handle-request.ts'
import { lazyTokenStories } from './flows/lazy-token-stories.ts'
import type { Core } from './flows/parts.ts'
import { createPlaces, type Place, type Places } from './flows/place.ts'
import { type RefusalOptions, type RequestHead, refuseAnonymous } from './flows/refuse-anonymous.ts'
import type { AuthorizeOptions } from './flows/session-tokens.ts'
import { type LatchkeyOptions, resolveOptions, type Settings } from './options.ts'
import { createProviderDirectory } from './provider-directory.ts'
import { deviceOf, headerOf, type SessionSource } from './session-source.ts'
import { sealedSessions } from './sessions/sealed-sessions.ts'
import { lifetimesOf, type SessionCheck, type Sessions } from './sessions/sessions.ts'
import { storedSessions } from './sessions/stored-sessions.ts'
import { readCookie, setCookie } from './web/cookies.ts'
import { platform } from './web/platform.ts'
import { createSeal, type Seal } from './web/seal.ts'
import { createIdMaker } from './web/time-ordered-id.ts'

export type { Demand, RequestHead, SessionSource }

/** What the application holds. */
export interface Auth {
  /** Where the routes live, such as `/auth`. */
  readonly basePath: string
  /** Answers every request below `basePath`. Never throws for what a request contains. */
  handle(request: Request, context?: RequestContext): Promise<Response>
  /**
   * Who is signed in. Answers at once where cryptography and store allow it (Node with sealed sessions, SQLite or
   * memory), so `await` costs nothing there. `setCookies` must reach the browser.
   * @throws LatchkeyError `store_unavailable`: treat it as "nobody", and keep protected routes closed.
   */
  session(source: SessionSource): MaybePromise<SessionCheck>
  /** Whether the session is as recent and as strong as this route needs; `refuse` sends others to step up. */
  satisfies(session: Session, demand: Demand): boolean
  /** The answer to a request without the session that it needs: 303 to the sign-in page, or 401 JSON for programs. */
  refuse(request: RequestHead, options?: RefusalOptions): Response
  /**
   * The tokens of the person behind this session, for calling their provider's API: living, refreshed where they must be,
   * never handed to a browser.
   * @throws LatchkeyError `config_option_invalid` without `keepTokens: true`.
   */
  tokens(session: Session): SessionTokens
  /**
   * A path of this application that asks the person for more permissions at a provider they are linked with, and brings
   * them back. The new grant covers the old scopes too; it is accepted for the same account only.
   * @throws LatchkeyError `account_not_found` where no account of this provider is linked; `provider_unknown`.
   */
  authorize(session: Session, provider: string, options: AuthorizeOptions): Promise<string>
  /** Applies pending migrations in development, and starts the local identity provider where one is needed. */
  ready(): Promise<void>
  /** Applies pending migrations, under a lock; answers their names. */
  migrate(): Promise<readonly string[]>
  /** Lets go of the store and of the local identity provider. */
  close(): Promise<void>
}

const ANONYMOUS: SessionCheck = Object.freeze({ user: null, session: null, setCookies: Object.freeze([]) })

/**
 * Sign-in for one application.
 * @throws LatchkeyError `config_*` when something is missing or wrong: never later, by a request.
 */
export function latchkey(options: LatchkeyOptions): Auth {
  const settings = resolveOptions(options)
  const places = createPlaces(settings.origin)
  const seal = createSeal(settings.secrets.length > 0 ? settings.secrets : [developmentSecret(settings)])
  const providers = createProviderDirectory(settings)
  const newId = createIdMaker(settings.now, platform)
  const events = eventsOf(settings, newId)
  const sessions = createSessions(settings, seal, events)
  const readiness = createReadiness(settings)

  function check(
    cookieHeader: string | null,
    place: Place,
    describeDevice: () => Device,
  ): MaybePromise<SessionCheck> {
    const token = readCookie(cookieHeader, place.cookies.session)
    if (token === null) return ANONYMOUS
    const read = () => readToken(token, place, describeDevice)
    return readiness.isReady ? read() : readiness.wait().then(read)
  }

  function readToken(
    token: string,
    { cookies }: Place,
    describeDevice: () => Device,
  ): MaybePromise<SessionCheck> {
    return whenReady(sessions.read(token, describeDevice), (read) => {
      if (!read) return ANONYMOUS
      const { session, renewed } = read
      const setCookies = renewed
        ? [
            setCookie(cookies.session, renewed.token, {
              maxAgeSeconds: renewed.maxAgeSeconds,
              secure: cookies.secure,
            }),
          ]
        : ANONYMOUS.setCookies
      return { user: session.user, session, setCookies }
    })
  }

  const core: Core = { settings, platform, newId, seal, sessions, providers, events, check }
  const tokens = lazyTokenStories(core, places.latest)
  let handler: Promise<RequestHandler> | null = null

  const auth: Auth = Object.freeze({
    basePath: settings.basePath,
    async handle(request: Request, context: RequestContext = {}) {
      handler ??= loadHandler(core, places)
      const answer = await handler
      await readiness.wait().catch((error: unknown) => logStoreError(settings, error))
      return answer(request, context)
    },
    session(source: SessionSource) {
      const place = places.find(headerOf(source, 'host')) ?? places.latest()
      const describeDevice = () => deviceOf(source, settings.trustedProxies)
      return place ? check(headerOf(source, 'cookie'), place, describeDevice) : ANONYMOUS
    },
    satisfies: (session: Session, demand: Demand) => satisfies(session, demand, settings.now()),
    refuse: (request: RequestHead, refusal: RefusalOptions = {}) =>
      refuseAnonymous(settings.basePath, request, refusal),
    tokens: tokens.of,
    authorize: tokens.authorize,
    async ready() {
      await readiness.wait()
      const place = places.latest()
      if (place) await providers.start(place)
    },
    migrate: async () => (settings.store ? settings.store.migrate() : []),
    async close() {
      await events.idle()
      await providers.close()
      await settings.store?.close()
    },
  })
  inside.set(auth, { core, places })
  return auth
}

/** For `latchkey/testing`, which signs in without a login: not exported by the package. */
interface InnerParts {
  readonly core: Core
  readonly places: Places
}

const inside = new WeakMap<object, InnerParts>()

export function innerParts(auth: object): InnerParts {
  const parts = inside.get(auth)
  if (!parts) throw new TypeError('This was not made by latchkey().')
  return parts
}

async function loadHandler(core: Core, places: Places): Promise<RequestHandler> {
  const [flows, drawing] = await Promise.all([
    import('./flows/handle-request.ts'),
    import('./pages/index.ts'),
  ])
  return flows.createRequestHandler(core, places, {
    pages: drawing.defaultPages,
    neutralBrand: drawing.neutralBrand,
    stylesheetFor(providers) {
      const css = drawing.stylesheetFor(providers)
      return { css, version: drawing.versionOf(css) }
    },
  })
}

function eventsOf({ store, audit, on, log, now }: Settings, newId: () => string): Events {
  return createEvents({
    log,
    now,
    hooks: on,
    audit: store && audit && createAuditTrail({ store, newId, ...audit }),
  })
}

function createSessions(settings: Settings, seal: Seal, events: Events): Sessions {
  const lifetimes = lifetimesOf(settings)
  const { store, now } = settings
  if (!store) return sealedSessions({ seal, platform, lifetimes, now })
  const onRenewalError = (error: unknown) => logStoreError(settings, error)
  return storedSessions({
    store,
    platform,
    lifetimes,
    now,
    cacheSeconds: settings.cacheSeconds,
    onRenewalError,
    onMoved(before, after) {
      const { id: sessionId, userId, provider } = before
      const device = { userAgent: before.userAgent, clientAddress: before.clientAddress }
      void events.emit({ type: 'session_moved', userId, sessionId, provider, before: device, after }, after)
    },
  })
}

/** The schema, looked at once: in development it is brought up to date, in production it has to be. */
function createReadiness(settings: Settings): {
  readonly isReady: boolean
  readonly wait: () => Promise<void>
} {
  const { store } = settings
  let isReady = store === null
  let preparing: Promise<void> | null = null

  async function prepare(): Promise<void> {
    if (!store) return
    if (settings.isProduction) await checkSchema(settings)
    else await store.migrate()
    isReady = true
  }

  return {
    get isReady() {
      return isReady
    },
    wait() {
      if (isReady) return Promise.resolve()
      // A store that is down at start is asked again by the next request.
      preparing ??= prepare().finally(() => {
        preparing = null
      })
      return preparing
    },
  }
}

async function checkSchema(settings: Settings): Promise<void> {
  const pending = await settings.store?.pendingMigrations()
  if (pending && pending.length > 0) {
    throw new LatchkeyError('store_unavailable', {
      detail: `Migrations are pending: ${pending.join(', ')}. Run: latchkey migrate`,
    })
  }
  if (await settings.store?.hasAccountWithIssuerPrefix('http://127.0.0.1:')) {
    announce(
      settings,
      'This store holds identities of the local identity provider. They cannot sign in here.',
    )
  }
}

function logStoreError(settings: Settings, error: unknown): void {
  settings.log({
    event: 'store_failed',
    level: 'error',
    time: new Date(settings.now()).toISOString(),
    code: error instanceof LatchkeyError ? error.code : 'unexpected',
    detail: error instanceof LatchkeyError ? error.detail : undefined,
  })
}
