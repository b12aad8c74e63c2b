// What the application holds, as a type: the whole of it on one page. `U` is the application's own user; where it has
// none, it is `User`.
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

/** A request behind an adapter: Express's and Fastify's `req`, Hono's `c.var`, SvelteKit's `locals`. */
export interface ReadRequest {
  readonly latchkey?: { readonly session: Session | null } | undefined
}

/** What the application holds. */
export interface Auth<U extends AnyUser = User> {
  /** Where the routes live, such as `/auth`. */
  readonly basePath: string
  /**
   * Beside the routes below `basePath`: where our clients look for the server's metadata (RFC 8414 §3), a path such as
   * `/.well-known/oauth-authorization-server/auth`. Null without the option `clients`.
   */
  readonly metadataPath: string | null
  /** Answers every request below `basePath`, and at `metadataPath`. Never throws for what a request contains. */
  handle(request: Request, context?: RequestContext): Promise<Response>
  /**
   * Who is signed in. Answers at once where cryptography and store allow it (Node with sealed sessions, SQLite or
   * memory), so `await` costs nothing there. `setCookies` must reach the browser.
   * `waitUntil` gets what is written beside the request, where a process sleeps after its answer (workers).
   * @throws LatchkeyError `store_unavailable`: treat it as "not signed in", and keep protected routes closed.
   */
  session(source: SessionSource, waitUntil?: WaitUntil): MaybePromise<SessionCheck<U>>
  /**
   * The user of a request that an adapter has read, with the application's own fields: `req.latchkey.user` has the base ones.
   * Null without a session. @throws TypeError for a request that this `auth` has not read.
   */
  userOf(request: ReadRequest): U | null
  /**
   * What `GET /auth/session` would answer, for a server that draws the first page: the client of the front end begins with it and
   * asks nothing (docs/client.md). Null without a session.
   */
  clientSession(check: SessionCheck<U>): ClientSession | null
  /** Whether this `auth` has read the session, and it is as recent and as strong as this route needs; `refuse` sends others to step up. */
  satisfies(session: Session, demand: Demand): boolean
  /** The answer to a request without the session that it needs: 303 to the sign-in page, or 401 JSON for programs. */
  refuse(request: RequestHead, options?: RefusalOptions): Response
  /**
   * The tokens of the person behind this session, for calling their provider's API: valid, refreshed where needed,
   * never handed to a browser.
   * @throws LatchkeyError `config_option_invalid` without `keepTokens: true`.
   */
  tokens(session: Session): SessionTokens
  /**
   * The tokens of one account of a user, for jobs and agents without a request. A process that only works needs the same options,
   * `origin` among them, and serves nothing.
   * @throws LatchkeyError `config_option_invalid` without `keepTokens: true`.
   */
  tokens(whose: AccountOfUser): AccountTokens
  /**
   * A path of this application that asks the person for more permissions at a provider they are linked with, and brings
   * them back. The new grant covers the old scopes too; it is accepted for the same account only.
   * @throws LatchkeyError `account_not_found` where no account of this provider is linked; `provider_unknown`.
   */
  authorize(session: Session, provider: string, options: AuthorizeOptions): Promise<string>
  /**
   * The path of the sign-in page, or of one provider's login, with what this login shall carry: `data` for `allow`, `fieldsFrom`, `users`
   * and the hooks, and where a new person goes first. Sealed: only the application can write it; anyone who has the path can use it.
   * @throws LatchkeyError `config_option_invalid`, `provider_unknown`.
   */
  loginPath(options?: LoginPathOptions): Promise<string>
  /** Find, change and delete users. Needs a store, as do the next two. */
  readonly users: Users<U>
  /** List and end sessions: sign-out everywhere, bans. */
  readonly sessions: SessionList
  /** What happened to each user. */
  readonly audit: AuditReader
  /** Applies pending migrations in development, and starts the local identity provider where one is needed. */
  ready(): Promise<void>
  /** Applies pending migrations, under a lock; answers their names. */
  migrate(): Promise<readonly string[]>
  /** Lets go of the store and of the local identity provider, after the hooks have seen what happened. */
  close(): Promise<void>
}

/** What adapters need of an `Auth`, with any type of user. */
export type MountedAuth = Pick<
  Auth<AnyUser>,
  'basePath' | 'handle' | 'session' | 'satisfies' | 'refuse' | 'userOf'
> &
  Partial<Pick<Auth<AnyUser>, 'metadataPath'>>
