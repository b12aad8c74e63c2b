// What a front end knows, as types: taken from the server's `auth` by its shape, so that nothing of the server is imported.
import type { ClientBaseUser } from '../contracts/client-session.ts'

export type { ClientBaseUser }

/** Who is signed in, as `GET /auth/session` says it. */
export interface ClientSession<A = unknown> {
  readonly user: ClientUser<A>
  /** ISO 8601. Use moves it ahead. */
  readonly expiresAt: string
}

/**
 * The base fields, and those of the application's own that the option `clientFields` names: which ones, only the server knows, so
 * they may be absent. Dates are text, as everything in JSON.
 */
export type ClientUser<A = unknown> = ClientBaseUser & OwnFields<UserOf<A>>

type UserOf<A> = A extends { userOf(request: never): infer User } ? NonNullable<User> : unknown
type OwnFields<User> = {
  readonly [Name in Exclude<keyof User, keyof ClientBaseUser | 'createdAt'>]?: InJson<User[Name]>
}
type InJson<Value> = Value extends Date
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly InJson<Item>[]
      : Value extends object
        ? { readonly [Name in keyof Value]: InJson<Value[Name]> }
        : never

/** A button of the sign-in page. */
export interface ClientProvider {
  readonly id: string
  readonly name: string
  readonly brand: {
    /** An inline `<svg …>` without scripts. */
    readonly icon: string
    readonly light: ClientColors
    readonly dark: ClientColors
  }
  /** What a person must write beside the button, such as which shop: pass it in `params`. Null for most. */
  readonly placeField: {
    readonly name: string
    readonly label: string
    readonly example: string | null
  } | null
  readonly isLastUsed: boolean
}

/** Colours of a button, as `#rrggbb`. */
export interface ClientColors {
  readonly background: string
  readonly text: string
  readonly border: string
}

/** What the account page shows. Times are ISO 8601. */
export interface ClientAccount {
  readonly accounts: readonly {
    readonly id: string
    readonly providerName: string
    readonly label: string
    readonly linkedAt: string
    readonly lastUsedAt: string
    readonly isCurrent: boolean
    readonly canUnlink: boolean
  }[]
  readonly sessions: readonly {
    readonly id: string
    readonly providerName: string
    /** "Firefox on Linux". */
    readonly device: string
    readonly clientAddress: string | null
    readonly createdAt: string
    readonly lastSeenAt: string
    /** This very browser. */
    readonly isCurrent: boolean
  }[]
  /** Providers that can be added. */
  readonly linkable: readonly { readonly id: string; readonly name: string }[]
  /** Signed in recently enough to add and remove accounts. */
  readonly isFresh: boolean
}

/** Options of `signIn()`, `link()` and `authorize()`. */
export interface WayOptions {
  /** Where the person ends, relative to this page. Default: this page. */
  readonly returnTo?: string | undefined
  /** In a window beside this page, which stays as it is. Where the browser blocks it, this page goes. Default: false. */
  readonly popup?: boolean | undefined
  /** Further parameters of the route, such as `login_hint`. */
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** `finished`: the way was gone to its end. `cancelled`: the person closed the window. */
export type Outcome = 'finished' | 'cancelled'

/** Options of `signOut()`. */
export interface SignOutOptions {
  /** At the provider, too: this page goes there. Default: false. */
  readonly provider?: boolean | undefined
  /** Where the person ends, relative to this page. Default: this page, which stays where it is. */
  readonly returnTo?: string | undefined
}

/** Options of `createClient()`. */
export interface ClientOptions<A = unknown> {
  /** Where the routes are: a path, or the whole address at another origin. Default: `/auth`. */
  readonly base?: string | undefined
  /** Who is signed in, where the server has put it into the page; null without a session. Default: asked when needed. */
  readonly session?: ClientSession<A> | null | undefined
}

/** The client of a front end: who is signed in, and the ways to sign in and out. */
export interface Client<A = unknown> {
  /** Where the routes are, as given. */
  readonly base: string
  /** What is known: undefined until the server was asked. The same object until something changes. */
  readonly current: ClientSession<A> | null | undefined
  /**
   * Who is signed in, or null. The first call asks the server, once for any number of callers.
   * @throws ClientError
   */
  session(): Promise<ClientSession<A> | null>
  /** Takes what the server has put into the page, unless more is known already. */
  hydrate(session: ClientSession<A> | null): void
  /** Asks the server again. @throws ClientError */
  refresh(): Promise<ClientSession<A> | null>
  /** Calls it whenever another person signs in, or the session ends, in this tab or another one. Answers how to stop. */
  subscribe(listener: (session: ClientSession<A> | null) => void): () => void
  /** The providers, in the order of their buttons. @throws ClientError */
  providers(): Promise<readonly ClientProvider[]>
  /**
   * Signs in with this provider, or by the sign-in page. Without a popup the page goes, and the promise stays open.
   * @throws ClientError
   */
  signIn(provider?: string, options?: WayOptions): Promise<Outcome>
  /** Signs out here, and in every tab. @throws ClientError */
  signOut(options?: SignOutOptions): Promise<void>
  /** Adds an account of this provider to the person who is signed in. @throws ClientError */
  link(provider: string, options?: WayOptions): Promise<Outcome>
  /** Asks for more permissions: `path` comes from the server's `auth.authorize`. @throws ClientError */
  authorize(path: string, options?: WayOptions): Promise<Outcome>
  /** Accounts and sessions of the person. @throws ClientError `session_required` */
  account(): Promise<ClientAccount>
  /** Signs another browser out. @throws ClientError */
  endSession(id: string): Promise<void>
  /** Signs all other browsers out. @throws ClientError */
  endOtherSessions(): Promise<void>
  /** Removes an account. @throws ClientError `session_not_fresh` */
  unlink(accountId: string): Promise<void>
  /**
   * Lets a form of these routes, which works without scripts, use this client: a popup, no reload at sign-out. Answers how to stop.
   */
  enhance(form: HTMLFormElement, options?: WayOptions): () => void
}
