// The pages that a person sees, as plain data: what each shows, and where its forms go. An application may draw any of
// them itself (docs/pages.md); it must escape what it prints, since names and e-mail addresses come from outside.
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

/** One provider that can be chosen: a form of its own, sent by POST, with one button. */
export interface ProviderButton {
  /** The provider's id; the stylesheet has a class `provider-<id>` with the colours of its brand. */
  readonly id: string
  /** For people: "Google". */
  readonly name: string
  readonly brand: Brand
  /** Where the form goes: a path with its query. */
  readonly action: string
  /** A text field that the form needs beside its button: which shop or instance. Null for most providers. */
  readonly placeField: LoginPlaceField | null
  /** On the sign-in page, of several: somebody signed in with it last in this browser. */
  readonly isLastUsed: boolean
}

/** Where a person writes at which place of a provider their account is. */
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
  /** Who is already signed in in this browser: a name or an e-mail address. */
  readonly signedInAs: string | null
  /** Step-up: the person who is signed in confirms that it is them, by signing in once more. */
  readonly isConfirmation: boolean
  /** Where a person goes on who is signed in already. */
  readonly continueHref: string | null
  /** One sentence above the buttons, such as why the page was shown. */
  readonly notice: string | null
}

/** One way to sign in that belongs to the user. */
export interface AccountItem {
  /** Sent as `account` by the form that unlinks. */
  readonly id: string
  readonly providerName: string
  readonly brand: Brand
  /** What tells two accounts of one provider apart: an e-mail address, a name, or the subject. */
  readonly label: string
  readonly linkedAt: Date
  readonly lastUsedAt: Date
  /** The present session began with it. */
  readonly isCurrent: boolean
  /** False for the only way to sign in. */
  readonly canUnlink: boolean
}

/** One browser, or one client of the application's own, in which the user is signed in. */
export interface SessionItem {
  /** Sent as `session` by the form that ends it. */
  readonly id: string
  readonly providerName: string
  /** The `User-Agent` header as it came, or null. */
  readonly userAgent: string | null
  /** The same for people: "Firefox on Linux". Made of what the sender wrote, so it is a hint. */
  readonly device: string
  /** The first-party client that holds the session; null for a browser. */
  readonly client: ClientFace | null
  readonly clientAddress: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** This very browser. */
  readonly isCurrent: boolean
}

/** `GET /auth/account`. */
export interface AccountView {
  readonly frame: PageFrame
  /** The request that is answered: for the application's own cookies, language or theme. */
  readonly request: Request
  /** The application's own user: with its fields, or its row, where it has any; else the same user as Latchkey keeps. */
  readonly ownUser: AnyUser
  readonly user: {
    readonly name: string | null
    readonly email: string | null
    /** On a foreign host as a rule: to show it there tells that host about the visit, and the page's policy blocks it. */
    readonly picture: string | null
  }
  readonly accounts: readonly AccountItem[]
  readonly sessions: readonly SessionItem[]
  /** Providers that can be added. */
  readonly linkable: readonly ProviderButton[]
  /** False: linking and unlinking first need a new sign-in, which `confirm` starts. */
  readonly isFresh: boolean
  readonly confirm: ProviderButton | null
  /** Where the forms go, all by POST. */
  readonly actions: {
    readonly unlink: string
    readonly endSession: string
    readonly endOtherSessions: string
    readonly signOut: string
  }
  readonly notice: string | null
}

/** `GET /auth/logout`: a link may lead here; only the form signs out. */
export interface SignOutView {
  readonly frame: PageFrame
  /** A name or an e-mail address; null while it cannot be known. */
  readonly signedInAs: string | null
  readonly signOut: { readonly action: string }
  /** Where a person goes on who stays signed in. */
  readonly stayHref: string
}

/** `GET /auth/signed-out`. */
export interface SignedOutView {
  readonly frame: PageFrame
  readonly signInHref: string
  readonly notice: string | null
}

/** `GET /auth/deletion-status`: for somebody who asked at a provider for their data to be deleted. */
export interface DeletionStatusView {
  readonly frame: PageFrame
  /** Null for a code that is not known: sent with 404. */
  readonly code: string | null
  /** How long a code can be looked up. */
  readonly keptDays: number
}

/** Whatever could not be done. Sent with `status`. */
export interface ErrorView {
  readonly frame: PageFrame
  /** HTTP status. */
  readonly status: number
  /** A code of docs/errors.md. */
  readonly code: string
  /** For the person. */
  readonly sentence: string
  /** Stands in the log line too. */
  readonly referenceId: string
  /** The way on; null where it leads to `frame.homeHref`. */
  readonly retry: { readonly href: string; readonly label: string } | null
  /** In development only. */
  readonly developer: {
    /** What the code means in general. */
    readonly explanation: string
    /** What the cause is this time, where the error tells; then it stands before the explanation. */
    readonly cause: { readonly sentence: string; readonly remedy: string } | null
    /** What happened this time. */
    readonly detail: string | null
    readonly causes: readonly string[]
    /** What to register at the provider, to the letter. */
    readonly values: readonly { readonly label: string; readonly value: string }[]
    /** The provider's page where applications are registered. */
    readonly consoleUrl: string | null
    /** The page that shows this sign-in step by step; null where the request was none. */
    readonly inspectHref: string | null
  } | null
}

/** An identity that waits for the person's word. */
export interface PendingAccount {
  readonly providerName: string
  readonly brand: Brand
  readonly label: string
}

/** Guided linking, first half: sign in to the account that exists, or keep the two apart. */
export interface LinkOfferView {
  /** The provider issues its people anew: who was here before is asked to sign in the old way once. */
  readonly isMigration: boolean
  readonly frame: PageFrame
  readonly pending: PendingAccount
  /** The ways into the account that exists. */
  readonly existing: readonly ProviderButton[]
  /** Makes a user of its own instead. */
  readonly separate: { readonly action: string }
}

/** Guided linking, second half: the explicit yes. */
export interface LinkConfirmView {
  readonly frame: PageFrame
  readonly pending: PendingAccount
  readonly user: { readonly name: string | null; readonly email: string | null }
  readonly yes: { readonly action: string }
  readonly no: { readonly action: string }
}

/**
 * Draws the pages: each function answers a whole HTML document. The documents are sent with a Content-Security-Policy
 * that allows neither scripts nor inline styles, and their forms go by POST to the actions of the view, where it says no other.
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
