// The application's options, and what they are once resolved (resolve-options.ts): complete, checked at start, frozen.
import type { LinkingPolicy } from './accounts/linking-policy.ts'
import type { OwnClientOptions, OwnClientSettings } from './contracts/client.ts'
import type { AuthEvent, EventHooks } from './contracts/events.ts'
import type { Gate, IdentityContext } from './contracts/gate.ts'
import type { Identity } from './contracts/identity.ts'
import type { LogEntry } from './contracts/log.ts'
import type { MaybePromise } from './contracts/maybe-promise.ts'
import type { MigrationWindow, OpenWindow } from './contracts/migration-window.ts'
import type { OwnUsers } from './contracts/own-users.ts'
import type { Pages } from './contracts/pages.ts'
import type { Provider } from './contracts/provider.ts'
import type { StandardSchema } from './contracts/standard-schema.ts'
import type { Store } from './contracts/store.ts'
import type { Theme, ThemeOptions } from './contracts/theme.ts'
import type { AnyUser, User } from './contracts/user.ts'
import type { LanguageSettings, TranslationSource } from './languages/speaking/create-languages.ts'

export type { OwnUserOptions, UserFieldOptions } from './contracts/user-options.ts'

/** How long sessions last, and what they keep. */
export interface SessionOptions {
  /** Rolling expiry: seconds after the last use. Default: 7 days. */
  readonly idleSeconds?: number | undefined
  /** Absolute expiry: seconds after sign-in. Default: 30 days. */
  readonly absoluteSeconds?: number | undefined
  /**
   * How long a session may be remembered between two reads of the store. What ends is forgotten at once in this process,
   * and within a second on every other server (docs/stores.md). 0 reads the store at each check. Default: 60.
   */
  readonly cacheSeconds?: number | undefined
  /**
   * Whether sessions are read that were begun before sessions named their application (releases before 0.2). They could come
   * from another application with the same secret or store. Default: true without the option `allow`, false with it, where
   * such people sign in once more. Set false once no older release runs with this secret.
   */
  readonly acceptUnbound?: boolean | undefined
  /**
   * Names of claims that a session keeps as the provider said them at the sign-in, in `session.claims`: of the verified ID token,
   * the userinfo answer or the profile. Default: none. At most 16,000 characters as JSON; without a store they travel in the
   * cookie, which has room for some 2,000.
   */
  readonly claims?: readonly string[] | undefined
}

/** What the audit trail keeps. */
export interface AuditOptions {
  /** Entries that are older are deleted, a part at a time. Default: they are kept for ever. */
  readonly keepSeconds: number
}

/** Options of `latchkey()`. Each has an environment variable too: docs/environment.md. */
export interface LatchkeyOptions<U extends AnyUser = User> extends OwnClientOptions {
  /** In the order in which the sign-in page shows them. */
  readonly providers: readonly Provider[]
  /** Users, accounts and revocable sessions. Without one: sealed cookie sessions that hold the identity. */
  readonly store?: Store | undefined
  /**
   * Scheme, host and port of the application, such as `https://app.example.com`. Default: the environment's `ORIGIN`.
   * Required in production; in development it is taken from a loopback Host. One that is not this machine is production,
   * unless `NODE_ENV` is `development` or `test`. Several where one application is opened at several addresses: the Host of a
   * request says which of them is meant, each has cookies and redirect URIs of its own, and the first names the application
   * (`audience`).
   */
  readonly origin?: string | readonly string[] | undefined
  /**
   * Front ends of this application on other origins, such as `https://app.example.com` for an API at `https://api.example.com`:
   * their scripts may call the routes with cookies (CORS), their forms are accepted, and `returnTo` may name their pages.
   * Exactly these origins, never a pattern. Default: the environment's `ORIGINS`, else none (docs/front-ends.md).
   */
  readonly origins?: readonly string[] | undefined
  /**
   * A parent domain whose hosts all get the session cookie, such as `example.com`. Any host below it can then replace the cookie,
   * which the prefix `__Host-` else prevents. Needs https. Default: the environment's `COOKIE_DOMAIN`, else each origin keeps its
   * cookie to itself (docs/front-ends.md).
   */
  readonly cookieDomain?: string | undefined
  /** One secret of at least 32 bytes, or several, newest first. Default: the environment's `LATCHKEY_SECRET`, split at commas. */
  readonly secret?: string | readonly string[] | undefined
  /** Where the routes live. Default: `/auth`. */
  readonly basePath?: string | undefined
  /**
   * The application that cookies and sessions are for: those of another one do not count here, also with the same secret or
   * store. Default: origin and base path. Give one name where several addresses share sessions, or before an address changes.
   */
  readonly audience?: string | undefined
  /**
   * Where browsers reach the routes, when a proxy strips a prefix: `/api/auth` for `/api/auth/*` → `/auth/*`. Forms, the
   * stylesheet and redirect URIs use it; cookies are for the whole host as ever. Default: the environment's
   * `PUBLIC_BASE_PATH`, else `basePath`.
   */
  readonly publicBasePath?: string | undefined
  /**
   * Names of fields of the application's own that `GET /auth/session` shows to front ends beside the base fields of the user, such
   * as `['role']`: of `userFields`, or columns of its own table. Default: none, since a row may hold private data.
   */
  readonly clientFields?: readonly (Exclude<keyof U, keyof User> & string)[] | undefined
  /** Shown on the pages. */
  readonly siteName?: string | undefined
  /** How long sessions last, and what they keep. */
  readonly session?: SessionOptions | undefined
  /** How long a login may take. Default: 600. */
  readonly attemptLifetimeSeconds?: number | undefined
  /** How recent a sign-in must be for linking and unlinking. Default: 600. */
  readonly freshSeconds?: number | undefined
  /** Accepted difference between our clock and a provider's. Default: the environment's `CLOCK_TOLERANCE`, else 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** Keep access and refresh tokens, sealed, in the store. Default: false, they are dropped after sign-in. */
  readonly keepTokens?: boolean | undefined
  /**
   * Bring the store's tables up to date at first use. Default: in development only; in production `latchkey migrate` or
   * `auth.migrate()` does, and until then sign-in is refused.
   */
  readonly migrate?: boolean | undefined
  /**
   * Revokes kept tokens at the providers, and deletes them, whenever a person signs out of their last session. Default:
   * false, only when they sign out at the provider too; else each return would ask for their consent anew (docs/tokens.md).
   */
  readonly revokeTokensAtSignOut?: boolean | undefined
  /**
   * How many proxies stand in front; for the addresses in the session list, never for the origin. Default: the environment's
   * `TRUST_PROXY`, else 0.
   */
  readonly trustedProxies?: number | undefined
  /**
   * The language of the pages: a tag such as `de`, or a function of the request that answers one, or null for the reader's
   * choice. Default: what the browser asks for (`Accept-Language`), English where that is not at hand (docs/languages.md).
   */
  readonly language?: LanguageSettings['language'] | undefined
  /**
   * Tags of the languages that the pages speak, such as `['de', 'en']`; the first is for readers who accept none of them.
   * Default: all that are at hand, English first.
   */
  readonly languages?: readonly string[] | undefined
  /**
   * Sentences of the application's own, by language tag: some of a language that Latchkey speaks, or those of a further one. A
   * function loads them when the language is first spoken. Default: none (docs/languages.md).
   */
  readonly messages?: Readonly<Record<string, TranslationSource>> | undefined
  /**
   * Colours, corners, font and logo of the pages. Colours that cannot be read together are refused at start. Default: Latchkey's
   * own look (docs/pages.md).
   */
  readonly theme?: ThemeOptions | undefined
  /** Pages of the application's own. */
  readonly pages?: Partial<Pages> | undefined
  /** Which users and identities go together. Default: `defaultLinkingPolicy`. */
  readonly linkingPolicy?: LinkingPolicy | undefined
  /**
   * Asked at each sign-in, before anything is stored: true, or false, or the sentence that the refused person reads. Rules
   * for organizations and e-mail domains: `allowOrganization`, `allowEmailDomain` (docs/users.md).
   */
  readonly allow?: Gate<U> | undefined
  /**
   * Where new people go first, a path of the application such as `/welcome`, with the place that they wanted as `returnTo`. Needs a
   * store. Default: where they wanted to go. Overridden by `auth.loginPath({ newUserPath })`.
   */
  readonly newUserPath?: string | undefined
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
  /** Sentences for the log, once, at start: what `optionsFromEnvironment` found odd. Default: none. */
  readonly notices?: readonly string[] | undefined
  /**
   * For providers that issue their subjects anew, by the id of the provider: how its people were known before, and until when
   * that counts. Default: none (docs/users.md).
   */
  readonly migrations?: Readonly<Record<string, MigrationWindow>> | undefined
  /** For tests and special networks. Default: a keep-alive client on Node, the global `fetch` elsewhere. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970; the only source of wall time. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * What the deployment decides is read from here where the call says nothing: `NODE_ENV`, `ORIGIN`, `ORIGINS`,
   * `COOKIE_DOMAIN`, `LATCHKEY_SECRET`, `TRUST_PROXY`, `CLOCK_TOLERANCE`, and for each provider the variables with its id (docs/environment.md). The
   * bindings of a worker (`env`) will do: its texts are read. Default: the process's environment.
   */
  readonly environment?: Readonly<Record<string, string | undefined>> | object | undefined
}

/** The options, complete. */
export interface Settings extends OwnClientSettings {
  readonly providers: readonly Provider[]
  readonly store: Store | null
  readonly isProduction: boolean
  /** The origin of a local identity provider that runs as a program of its own (`LATCHKEY_DEV_IDP`); null in production. */
  readonly devIdentityProvider: string | null
  /** Null in development where none was configured: then a loopback Host decides. */
  readonly origin: string | null
  /** That one first, then the application's further origins; empty where it is null. */
  readonly ownOrigins: readonly string[]
  /** Front ends on other origins. */
  readonly frontEnds: readonly string[]
  /** Null: the session cookie is for one host alone. */
  readonly cookieDomain: string | null
  /** Empty in development where none was configured: then one is made up. */
  readonly secrets: readonly string[]
  readonly basePath: string
  readonly audience: string
  readonly acceptUnbound: boolean
  readonly publicBasePath: string
  readonly clientFields: readonly string[]
  readonly siteName: string | null
  readonly idleSeconds: number
  readonly absoluteSeconds: number
  readonly cacheSeconds: number
  readonly attemptLifetimeSeconds: number
  readonly freshSeconds: number
  readonly clockToleranceSeconds: number
  readonly keepTokens: boolean
  readonly migrate: boolean
  readonly revokeTokensAtSignOut: boolean
  readonly trustedProxies: number
  readonly language: LanguageSettings['language']
  readonly languages: LanguageSettings['languages']
  readonly messages: LanguageSettings['messages']
  readonly theme: Theme
  readonly pages: Partial<Pages>
  readonly linkingPolicy: LinkingPolicy | null
  readonly allow: Gate<AnyUser>
  readonly userFields: StandardSchema<object> | null
  readonly users: OwnUsers<AnyUser> | null
  readonly log: (entry: LogEntry) => void
  readonly on: EventHooks | ((event: AuthEvent) => unknown) | null
  readonly audit: { readonly keepMilliseconds: number | null } | null
  readonly newUserPath: string | null
  readonly silentLogin: string | null
  readonly acceptThirdPartyLogin: boolean
  readonly sessionClaims: readonly string[]
  readonly fieldsFrom: ((identity: Identity, context: IdentityContext) => MaybePromise<object>) | null
  readonly migrations: ReadonlyMap<string, OpenWindow>
  readonly fetch: typeof fetch | null
  readonly now: () => number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly notices: readonly string[]
}
