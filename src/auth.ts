// The type of the object that `latchkey()` returns. `U` is the application's own user type; without one, it is `User`.
import type { AuditReader } from './administration/audit-reader.ts'
import type { SessionList } from './administration/session-list.ts'
import type { Users } from './administration/users.ts'
import type { ClientSession } from './contracts/client-session.ts'
import type { MaybePromise } from './contracts/maybe-promise.ts'
import type { Session } from './contracts/session.ts'
import type { AccountOfUser, AccountTokens, SessionTokens } from './contracts/tokens.ts'
import type { AnyUser, User } from './contracts/user.ts'
import type { AuthorizeOptions } from './flows/provider-tokens/session-tokens.ts'
import type { RequestContext } from './flows/request/handle-request.ts'
import type { RefusalOptions } from './flows/request/refuse-anonymous.ts'
import type { RequestHead } from './flows/request/request-head.ts'
import type { LoginPathOptions } from './flows/sign-in/carried-data.ts'
import type { Demand } from './flows/sign-in/demand.ts'
import type { SessionSource } from './sessions/session-source.ts'
import type { SessionCheck, WaitUntil } from './sessions/sessions.ts'

export type { LoginPathOptions }

/** A request that an adapter has read: Express's and Fastify's `req`, Hono's `c.var`, SvelteKit's `locals`. */
export interface ReadRequest {
  readonly latchkey?: { readonly session: Session | null } | undefined
}

/** Latchkey in one application: handles the routes, and reads and manages sessions and users. */
export interface Auth<U extends AnyUser = User> {
  /** The path below which the routes are, such as `/auth`. */
  readonly basePath: string
  /**
   * A further route, outside `basePath`: the authorization server metadata for first-party clients (RFC 8414 §3), such as
   * `/.well-known/oauth-authorization-server/auth`. Null without the option `clients`.
   */
  readonly metadataPath: string | null
  /** Handles every request below `basePath`, and at `metadataPath`. Never throws because of a request's content. */
  handle(request: Request, context?: RequestContext): Promise<Response>
  /**
   * Returns the session and user of a request. Synchronous if cryptography and store allow it (Node with sealed sessions,
   * SQLite or memory), so `await` costs little there. Send `setCookies` to the browser. `waitUntil` receives writes that
   * continue after the response, for runtimes that stop the process then (workers).
   * @throws LatchkeyError `store_unavailable`: treat the request as not signed in, and refuse protected routes.
   */
  session(source: SessionSource, waitUntil?: WaitUntil): MaybePromise<SessionCheck<U>>
  /**
   * Returns the user of a request that an adapter has read, with the application's own fields (the type of `req.latchkey.user`
   * has only the base fields). Null without a session. @throws TypeError for a request that this `auth` has not read.
   */
  userOf(request: ReadRequest): U | null
  /**
   * Returns the response of `GET /auth/session`, for server-side rendering: the front end's client starts with it and sends no
   * request (docs/client.md). Null without a session.
   */
  clientSession(check: SessionCheck<U>): ClientSession | null
  /**
   * Whether this `auth` has read the session, and the session is recent and strong enough for this route. If not, `refuse`
   * starts a step-up.
   */
  satisfies(session: Session, demand: Demand): boolean
  /** Returns the response to a request without the required session: 303 to the sign-in page, or 401 JSON for programs. */
  refuse(request: RequestHead, options?: RefusalOptions): Response
  /**
   * Returns the provider tokens of this session's user, for calling the provider's API: valid, refreshed if needed, never sent
   * to a browser.
   * @throws LatchkeyError `config_option_invalid` without `keepTokens: true`.
   */
  tokens(session: Session): SessionTokens
  /**
   * Returns the tokens of one account of a user, for jobs and agents without a request. A worker process needs the same
   * options, including `origin`, but does not have to serve requests.
   * @throws LatchkeyError `config_option_invalid` without `keepTokens: true`.
   */
  tokens(whose: AccountOfUser): AccountTokens
  /**
   * Returns a path of this application that asks the person for more permissions at a linked provider and returns afterwards.
   * The new grant includes the old scopes; it is accepted only for the same account.
   * @throws LatchkeyError `account_not_found` if no account of this provider is linked; `provider_unknown`.
   */
  authorize(session: Session, provider: string, options: AuthorizeOptions): Promise<string>
  /**
   * Returns the path of the sign-in page, or of one provider's login, with parameters for this login: `data` for `allow`,
   * `fieldsFrom`, `users` and the hooks, and where a new person goes first. The parameters are sealed, so only the application
   * can create them; any visitor with the path can use it.
   * @throws LatchkeyError `config_option_invalid`, `provider_unknown`.
   */
  loginPath(options?: LoginPathOptions): Promise<string>
  /** Finds, changes and deletes users. Needs a store, as do `sessions` and `audit`. */
  readonly users: Users<U>
  /** Lists and ends sessions: sign-out everywhere, bans. */
  readonly sessions: SessionList
  /** Reads the audit trail. */
  readonly audit: AuditReader
  /** Applies pending migrations in development, and starts the local identity provider if one is needed. */
  ready(): Promise<void>
  /** Applies pending migrations, under a lock; returns their names. */
  migrate(): Promise<readonly string[]>
  /** Waits until the hooks have received all events, then closes the store and the local identity provider. */
  close(): Promise<void>
}

/** The part of `Auth` that adapters use, with any type of user. */
export type MountedAuth = Pick<
  Auth<AnyUser>,
  'basePath' | 'handle' | 'session' | 'satisfies' | 'refuse' | 'userOf'
> &
  Partial<Pick<Auth<AnyUser>, 'metadataPath'>>
