// The types of a front end: derived from the shape of the server's `auth`, so that nothing of the server is imported.
import type { ClientBaseUser } from '../contracts/client-session.ts'

export type { ClientBaseUser }

/** Who is signed in, as `GET /auth/session` returns it. */
export interface ClientSession<A = unknown> {
  readonly user: ClientUser<A>
  /** When the session expires (ISO 8601). Extended by use. */
  readonly expiresAt: string
}

/**
 * The base fields, and the application's own fields that the option `clientFields` names. Only the server knows which those are, so
 * they may be absent. Dates are strings, because the session comes as JSON.
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
  /** A value that the person must enter next to the button, such as the name of a shop: pass it in `params`. Null for most. */
  readonly placeField: {
    readonly name: string
    readonly label: string
    readonly example: string | null
  } | null
  /** Whether it was used last in this browser. */
  readonly isLastUsed: boolean
}

/** Colours of a button, as `#rrggbb`. */
export interface ClientColors {
  readonly background: string
  readonly text: string
  readonly border: string
}

/** The contents of the account page. Times are ISO 8601. */
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
    /** Such as "Firefox on Linux". */
    readonly device: string
    readonly clientAddress: string | null
    readonly createdAt: string
    readonly lastSeenAt: string
    /** Whether it is this browser. */
    readonly isCurrent: boolean
  }[]
  /** Providers that can be added. */
  readonly linkable: readonly { readonly id: string; readonly name: string }[]
  /** Whether the sign-in is recent enough to add and remove accounts. */
  readonly isFresh: boolean
}

/** Options of `signIn()`, `link()` and `authorize()`. */
export interface WayOptions {
  /** Where the person ends up, relative to this page. Default: this page. */
  readonly returnTo?: string | undefined
  /** Opens a popup, and this page stays as it is. If the browser blocks the popup, this page navigates instead. Default: false. */
  readonly popup?: boolean | undefined
  /** Further parameters of the route, such as `login_hint`. */
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** `finished`: the flow was completed. `cancelled`: the person closed the window, or went Back to this page. */
export type Outcome = 'finished' | 'cancelled'

/** Options of `signOut()`. */
export interface SignOutOptions {
  /** Also signs out at the provider: this page navigates there. Default: false. */
  readonly provider?: boolean | undefined
  /** Where the person ends up, relative to this page. Default: this page, without navigation. */
  readonly returnTo?: string | undefined
}

/** Options of `createClient()`. */
export interface ClientOptions<A = unknown> {
  /** The address of the routes: a path, or a whole address at another origin. Default: `/auth`. */
  readonly base?: string | undefined
  /** Who is signed in, if the server has put it into the page; null without a session. Default: requested when needed. */
  readonly session?: ClientSession<A> | null | undefined
}

/** The client of a front end: who is signed in, and the ways to sign in and out. */
export interface Client<A = unknown> {
  /** The address of the routes, as given. */
  readonly base: string
  /** The known session: undefined until the server was asked. The same object until something changes. */
  readonly current: ClientSession<A> | null | undefined
  /**
   * Returns who is signed in, or null. The first call asks the server, once for any number of callers.
   * @throws ClientError
   */
  session(): Promise<ClientSession<A> | null>
  /** Takes the session that the server has put into the page, unless a newer one is known. */
  hydrate(session: ClientSession<A> | null): void
  /** Asks the server again. @throws ClientError */
  refresh(): Promise<ClientSession<A> | null>
  /** Calls the listener when another person signs in or the session ends, in this tab or another. Returns a function that stops it. */
  subscribe(listener: (session: ClientSession<A> | null) => void): () => void
  /** Returns the providers, in the order of their buttons. @throws ClientError */
  providers(): Promise<readonly ClientProvider[]>
  /**
   * Signs in with this provider, or on the sign-in page. Without a popup this page navigates, and the promise never settles.
   * @throws ClientError
   */
  signIn(provider?: string, options?: WayOptions): Promise<Outcome>
  /** Signs out in this browser, in every tab. @throws ClientError */
  signOut(options?: SignOutOptions): Promise<void>
  /** Adds an account of this provider to the signed-in person. @throws ClientError */
  link(provider: string, options?: WayOptions): Promise<Outcome>
  /** Requests further permissions; `path` comes from the server's `auth.authorize`. @throws ClientError */
  authorize(path: string, options?: WayOptions): Promise<Outcome>
  /** Returns the person's accounts and sessions. @throws ClientError `session_required` */
  account(): Promise<ClientAccount>
  /** Signs out another browser. @throws ClientError */
  endSession(id: string): Promise<void>
  /** Signs out all other browsers. @throws ClientError */
  endOtherSessions(): Promise<void>
  /** Removes an account. @throws ClientError `session_not_fresh` */
  unlink(accountId: string): Promise<void>
  /**
   * Lets a form of these routes, which works without scripts, use this client: a popup, no reload at sign-out. Returns a function that
   * undoes it.
   */
  enhance(form: HTMLFormElement, options?: WayOptions): () => void
}
