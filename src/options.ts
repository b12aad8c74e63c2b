// The application's options, and the resolved settings (resolve-options.ts): complete, checked at start, frozen.
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
   * How long a session may be cached between two reads of the store, in seconds. Ended sessions are dropped at once in this
   * process, and within a second on every other server (docs/stores.md). 0 reads the store at each check. Default: 60.
   */
  readonly cacheSeconds?: number | undefined
  /**
   * Accepts sessions of releases before 0.2, which do not name their application and could come from another application with
   * the same secret or store. Default: true without the option `allow`; false with it, so that these users sign in again. Set
   * it to false once no older release runs with this secret.
   */
  readonly acceptUnbound?: boolean | undefined
  /**
   * Names of claims to keep in `session.claims`, unchanged from the sign-in: from the verified ID token, the userinfo response
   * or the profile. Default: none. At most 16,000 characters as JSON; without a store they are in the cookie, which has room
   * for about 2,000.
   */
  readonly claims?: readonly string[] | undefined
}

/** How long the audit trail is kept. */
export interface AuditOptions {
  /** Seconds after which entries are deleted, in batches. With `audit: true` they are kept forever. */
  readonly keepSeconds: number
}

/** Options of `latchkey()`. Most have an environment variable too (docs/environment.md). */
export interface LatchkeyOptions<U extends AnyUser = User> extends OwnClientOptions {
  /** The providers, in the order of the sign-in page. */
  readonly providers: readonly Provider[]
  /** Keeps users, accounts and revocable sessions. Without a store, sessions are sealed cookies that contain the identity. */
  readonly store?: Store | undefined
  /**
   * Scheme, host and port of the application, such as `https://app.example.com`. Default: the environment's `ORIGIN`. Required
   * in production; in development it is taken from a loopback Host. An origin on another machine means production, unless
   * `NODE_ENV` is `development` or `test`. Give several if the application has several addresses: the Host of a request selects
   * one, each has its own cookies and redirect URIs, and the first one is the default of `audience`.
   */
  readonly origin?: string | readonly string[] | undefined
  /**
   * Front ends of this application on other origins, such as `https://app.example.com` for an API at `https://api.example.com`:
   * their scripts may call the routes with cookies (CORS), their forms are accepted, and `returnTo` may name their pages. Exact
   * origins only, no patterns. Default: the environment's `ORIGINS`, otherwise none (docs/front-ends.md).
   */
  readonly origins?: readonly string[] | undefined
  /**
   * A parent domain whose hosts all get the session cookie, such as `example.com`. Any host below it can then replace the
   * cookie, which the prefix `__Host-` prevents otherwise. Needs https. Default: the environment's `COOKIE_DOMAIN`, otherwise
   * each cookie is for one origin only (docs/front-ends.md).
   */
  readonly cookieDomain?: string | undefined
  /**
   * One secret of at least 32 bytes, or several, newest first. Default: the environment's `LATCHKEY_SECRET`, split at commas.
   * Required in production; in development one is generated.
   */
  readonly secret?: string | readonly string[] | undefined
  /** The path below which the routes are. Default: `/auth`. */
  readonly basePath?: string | undefined
  /**
   * Identifies the application to which cookies and sessions belong: those of another application are ignored, even with the
   * same secret or store. Default: origin and base path. Set it if several addresses share sessions, or before an address
   * changes.
   */
  readonly audience?: string | undefined
  /**
   * The base path that browsers use, if a proxy strips a prefix: `/api/auth` for `/api/auth/*` → `/auth/*`. Forms, the
   * stylesheet and redirect URIs use it; cookies still apply to the whole host. Default: the environment's `PUBLIC_BASE_PATH`,
   * otherwise `basePath`.
   */
  readonly publicBasePath?: string | undefined
  /**
   * Names of the application's own fields that `GET /auth/session` returns to front ends, in addition to the base fields of the
   * user, such as `['role']`: from `userFields` or its own table. Default: none, since a row may contain private data.
   */
  readonly clientFields?: readonly (Exclude<keyof U, keyof User> & string)[] | undefined
  /** The name of the application, shown on the pages. Default: none. */
  readonly siteName?: string | undefined
  /** How long sessions last, and what they keep. */
  readonly session?: SessionOptions | undefined
  /** How long a login may take, in seconds; at most 900. Default: 600. */
  readonly attemptLifetimeSeconds?: number | undefined
  /** How recent a sign-in must be for linking and unlinking, in seconds. Default: 600. */
  readonly freshSeconds?: number | undefined
  /**
   * Accepted difference between this server's clock and a provider's, in seconds; at most 300. Default: the environment's
   * `CLOCK_TOLERANCE`, otherwise 60.
   */
  readonly clockToleranceSeconds?: number | undefined
  /** Keeps access and refresh tokens, sealed, in the store. Default: false; they are discarded after sign-in. */
  readonly keepTokens?: boolean | undefined
  /**
   * Applies pending migrations of the store at first use. Default: in development only. In production, run `latchkey migrate`
   * or `auth.migrate()`; until then sign-in is refused.
   */
  readonly migrate?: boolean | undefined
  /**
   * Revokes kept tokens at the providers, and deletes them, whenever a person signs out of their last session. Default: false:
   * only when they also sign out at the provider, since otherwise each sign-in would ask for consent again (docs/tokens.md).
   */
  readonly revokeTokensAtSignOut?: boolean | undefined
  /**
   * The number of proxies in front of the server; used for the addresses in the session list, never for the origin. Default:
   * the environment's `TRUST_PROXY`, otherwise 0.
   */
  readonly trustedProxies?: number | undefined
  /**
   * The language of the pages: a tag such as `de`, or a function of the request that returns a tag, or null for the reader's
   * choice. Default: the browser's preference (`Accept-Language`), or English if that is not available (docs/languages.md).
   */
  readonly language?: LanguageSettings['language'] | undefined
  /**
   * Tags of the languages of the pages, such as `['de', 'en']`; the first is used for readers who accept none of them. Default:
   * all available languages, English first.
   */
  readonly languages?: readonly string[] | undefined
  /**
   * The application's own sentences, by language tag: they override single sentences of a built-in language, or add a language.
   * A function loads them at the first use of the language. Default: none (docs/languages.md).
   */
  readonly messages?: Readonly<Record<string, TranslationSource>> | undefined
  /**
   * Colours, corners, font and logo of the pages. Colours without enough contrast are a start-up error. Default: Latchkey's
   * look (docs/pages.md).
   */
  readonly theme?: ThemeOptions | undefined
  /** The application's own pages; the others are Latchkey's. */
  readonly pages?: Partial<Pages> | undefined
  /** Decides which identities belong to which users. Default: `defaultLinkingPolicy`. */
  readonly linkingPolicy?: LinkingPolicy | undefined
  /**
   * Called at each sign-in, before anything is stored. Return true to allow it; false, or a sentence for the person, to refuse
   * it. Rules for organizations and e-mail domains: `allowOrganization`, `allowEmailDomain` (docs/users.md). Default: every
   * person is allowed.
   */
  readonly allow?: Gate<U> | undefined
  /**
   * Where new people go first, a path of the application such as `/welcome`; it gets the original target as `returnTo`. Needs a
   * store. Default: the original target. Overridden by `auth.loginPath({ newUserPath })`.
   */
  readonly newUserPath?: string | undefined
  /** One entry for each login and each refusal, without secrets. Default: a JSON line on standard output. */
  readonly log?: ((entry: LogEntry) => void) | undefined
  /**
   * Hooks for events: `{ signed_in(event) { … } }`, or one function for all events. Called in order, after the change was
   * stored, without delaying the request. A hook that fails is logged and changes nothing (docs/events.md).
   */
  readonly on?: EventHooks | ((event: AuthEvent) => unknown) | undefined
  /**
   * Keeps an append-only audit trail of each user's events, readable with `auth.audit`. Default: true with a store; entries are
   * kept forever (docs/events.md).
   */
  readonly audit?: boolean | AuditOptions | undefined
  /**
   * The id of a provider to ask with `prompt=none`, once per visit, before an anonymous visitor sees the sign-in page: a person
   * who is signed in there is signed in here without a click. Default: off.
   */
  readonly silentLogin?: string | undefined
  /** Lets a provider's portal begin a login here (OpenID Connect Core §4). Default: false; the sign-in page is shown instead. */
  readonly acceptThirdPartyLogin?: boolean | undefined
  /** Sentences to log once at start, such as warnings of `optionsFromEnvironment`. Default: none. */
  readonly notices?: readonly string[] | undefined
  /**
   * For providers that have issued new subjects, by provider id: how to recognize existing users, and until when. Default: none
   * (docs/users.md).
   */
  readonly migrations?: Readonly<Record<string, MigrationWindow>> | undefined
  /** For tests and special networks. Default: a keep-alive client on Node, the global `fetch` elsewhere. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970; the only source of wall time. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Environment variables to read for options that are not given: `NODE_ENV`, `ORIGIN`, `ORIGINS`, `COOKIE_DOMAIN`,
   * `LATCHKEY_SECRET`, `TRUST_PROXY`, `CLOCK_TOLERANCE`, `PUBLIC_BASE_PATH`, and for each provider the variables with its id
   * (docs/environment.md). A worker's bindings (`env`) are accepted: only their strings are read. Default: the process's
   * environment.
   */
  readonly environment?: Readonly<Record<string, string | undefined>> | object | undefined
}

/** The options, resolved. */
export interface Settings extends OwnClientSettings {
  readonly providers: readonly Provider[]
  readonly store: Store | null
  readonly isProduction: boolean
  /** Origin of a local identity provider that runs as a separate program (`LATCHKEY_DEV_IDP`); null in production. */
  readonly devIdentityProvider: string | null
  /** Null in development if none was configured: a loopback Host then determines it. */
  readonly origin: string | null
  /** `origin` first, then the application's further origins; empty if `origin` is null. */
  readonly ownOrigins: readonly string[]
  /** Front ends on other origins. */
  readonly frontEnds: readonly string[]
  /** Null if the session cookie is for one host only. */
  readonly cookieDomain: string | null
  /** Empty in development if none was configured: a secret is then generated. */
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
