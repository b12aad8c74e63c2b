// View data of the pages: what each page shows, and where its forms go. An application may render any page itself
// (docs/pages.md); it must escape what it prints, since names and e-mail addresses come from outside.
import type {
  ClientConfirmView,
  ClientFace,
  DeviceCodeView,
  DeviceConfirmView,
  DeviceDoneView,
} from './client-pages.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { PageFrame } from './page-frame.ts'
import type { Brand } from './provider.ts'
import type { AnyUser } from './user.ts'

export type { PageFrame, PageLanguage } from './page-frame.ts'

/** One provider to choose: a form sent by POST, with one button. */
export interface ProviderButton {
  /** The provider's id; the stylesheet has a class `provider-<id>` with the colours of its brand. */
  readonly id: string
  /** The name that people see: "Google". */
  readonly name: string
  readonly brand: Brand
  /** The form's action: a path with a query. */
  readonly action: string
  /** A text field that the form needs in addition to its button: which shop or instance. Null for most providers. */
  readonly placeField: LoginPlaceField | null
  /** On a sign-in page with several providers: this provider was used last in this browser. */
  readonly isLastUsed: boolean
}

/** The field in which a person enters the place of their account at a provider, such as a shop or an instance. */
export interface LoginPlaceField {
  /** The name of the `<input>`. */
  readonly name: string
  readonly label: string
  readonly example: string | null
}

/** `GET /auth/login`. */
export interface SignInView {
  readonly frame: PageFrame
  readonly providers: readonly ProviderButton[]
  /** Name or e-mail address of the person who is already signed in in this browser; null if there is none. */
  readonly signedInAs: string | null
  /** Step-up: the signed-in person confirms their identity by signing in again. */
  readonly isConfirmation: boolean
  /** Where a person who is already signed in can continue. */
  readonly continueHref: string | null
  /** One sentence above the buttons, such as why the page is shown. */
  readonly notice: string | null
}

/** An account of the user: one way to sign in. */
export interface AccountItem {
  /** The form that unlinks sends it as `account`. */
  readonly id: string
  readonly providerName: string
  readonly brand: Brand
  /** Distinguishes two accounts at one provider: an e-mail address, a name, or the subject. */
  readonly label: string
  readonly linkedAt: Date
  readonly lastUsedAt: Date
  /** The current session began with this account. */
  readonly isCurrent: boolean
  /** False for the only account. */
  readonly canUnlink: boolean
}

/** A browser or a first-party client in which the user is signed in. */
export interface SessionItem {
  /** The form that ends the session sends it as `session`. */
  readonly id: string
  readonly providerName: string
  /** The `User-Agent` header, unchanged, or null. */
  readonly userAgent: string | null
  /** A readable form of `userAgent`: "Firefox on Linux". The browser chooses its `User-Agent`, so it is only a hint. */
  readonly device: string
  /** The first-party client that holds the session; null for a browser. */
  readonly client: ClientFace | null
  readonly clientAddress: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The session of this browser. */
  readonly isCurrent: boolean
}

/** `GET /auth/account`. */
export interface AccountView {
  readonly frame: PageFrame
  /** The current request, for the application's own cookies, language or theme. */
  readonly request: Request
  /** The application's user: with its own fields, or its own row, if configured; otherwise Latchkey's user. */
  readonly ownUser: AnyUser
  readonly user: {
    readonly name: string | null
    readonly email: string | null
    /**
     * Usually on another host: showing it would reveal the visit to that host, and the page's Content-Security-Policy blocks
     * it.
     */
    readonly picture: string | null
  }
  readonly accounts: readonly AccountItem[]
  readonly sessions: readonly SessionItem[]
  /** Providers that can be linked. */
  readonly linkable: readonly ProviderButton[]
  /** If false, linking and unlinking first need a new sign-in, which `confirm` starts. */
  readonly isFresh: boolean
  readonly confirm: ProviderButton | null
  /** The actions of the forms; all are sent by POST. */
  readonly actions: {
    readonly unlink: string
    readonly endSession: string
    readonly endOtherSessions: string
    readonly signOut: string
  }
  readonly notice: string | null
}

/** `GET /auth/logout`: links may point here; only the form signs out. */
export interface SignOutView {
  readonly frame: PageFrame
  /** A name or an e-mail address; null if it cannot be determined. */
  readonly signedInAs: string | null
  readonly signOut: { readonly action: string }
  /** Where a person who stays signed in can continue. */
  readonly stayHref: string
}

/** `GET /auth/signed-out`. */
export interface SignedOutView {
  readonly frame: PageFrame
  readonly signInHref: string
  readonly notice: string | null
}

/** `GET /auth/deletion-status`: for people who asked a provider to have their data deleted. */
export interface DeletionStatusView {
  readonly frame: PageFrame
  /** Null for an unknown code; the page is then sent with status 404. */
  readonly code: string | null
  /** How many days a code can be looked up. */
  readonly keptDays: number
}

/** The error page. Sent with `status`. */
export interface ErrorView {
  readonly frame: PageFrame
  /** HTTP status. */
  readonly status: number
  /** An error code (docs/errors.md). */
  readonly code: string
  /** For the person. */
  readonly sentence: string
  /** Also in the log line. */
  readonly referenceId: string
  /** The link to continue; null if it is `frame.homeHref`. */
  readonly retry: { readonly href: string; readonly label: string } | null
  /** In development only. */
  readonly developer: {
    /** The general meaning of the code. */
    readonly explanation: string
    /** The specific cause, if the error reveals it; shown before the explanation. */
    readonly cause: { readonly sentence: string; readonly remedy: string } | null
    /** What happened in this case. */
    readonly detail: string | null
    readonly causes: readonly string[]
    /** The exact values to register at the provider. */
    readonly values: readonly { readonly label: string; readonly value: string }[]
    /** The provider's page where applications are registered. */
    readonly consoleUrl: string | null
    /** The page that shows this sign-in step by step; null if the request was not part of one. */
    readonly inspectHref: string | null
  } | null
}

/** An identity that is linked once the person confirms. */
export interface PendingAccount {
  readonly providerName: string
  readonly brand: Brand
  readonly label: string
}

/** Guided linking, step one: sign in to the existing account, or keep the two separate. */
export interface LinkOfferView {
  /** The provider has issued new subjects: existing users are asked to sign in the old way once. */
  readonly isMigration: boolean
  readonly frame: PageFrame
  readonly pending: PendingAccount
  /** The providers with which the person can sign in to the existing account. */
  readonly existing: readonly ProviderButton[]
  /** Creates a separate user instead. */
  readonly separate: { readonly action: string }
}

/** Guided linking, step two: explicit confirmation. */
export interface LinkConfirmView {
  readonly frame: PageFrame
  readonly pending: PendingAccount
  readonly user: { readonly name: string | null; readonly email: string | null }
  readonly yes: { readonly action: string }
  readonly no: { readonly action: string }
}

/**
 * Renders the pages: each function returns a complete HTML document. The documents are sent with a Content-Security-Policy that
 * allows neither scripts nor inline styles. Their forms are sent by POST to the actions of the view, unless the view says GET.
 */
export interface Pages {
  signIn(view: SignInView): MaybePromise<string>
  account(view: AccountView): MaybePromise<string>
  signOut(view: SignOutView): MaybePromise<string>
  signedOut(view: SignedOutView): MaybePromise<string>
  deletionStatus(view: DeletionStatusView): MaybePromise<string>
  error(view: ErrorView): MaybePromise<string>
  linkOffer(view: LinkOfferView): MaybePromise<string>
  linkConfirm(view: LinkConfirmView): MaybePromise<string>
  clientConfirm(view: ClientConfirmView): MaybePromise<string>
  deviceCode(view: DeviceCodeView): MaybePromise<string>
  deviceConfirm(view: DeviceConfirmView): MaybePromise<string>
  deviceDone(view: DeviceDoneView): MaybePromise<string>
}
