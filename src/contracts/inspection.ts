// What the inspector of development records of a login, and what its page shows. In production there is no inspector, so
// nothing of this is made. Who tells says everything, secrets included; the inspector masks before it keeps.
import type { FailurePlace, LatchkeyError } from '../errors.ts'
import type { AuthEventDraft } from './events.ts'
import type { PageFrame } from './pages.ts'

/** One step of a login. */
export type TracePlace = 'begin' | FailurePlace | 'identity' | 'user' | 'session' | 'notice'

/** A check of something that came, in the order in which checks are made. */
export interface TracedCheck {
  /** A claim by its name, or a word such as `signature`. */
  readonly name: string
  /** `absent`: optional, and not there. `not reached`: an earlier one failed. */
  readonly outcome: 'passed' | 'failed' | 'absent' | 'not reached'
  readonly expected?: unknown
  readonly found?: unknown
}

/** What was sent. */
export interface TracedRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly fields?: Iterable<readonly [string, unknown]> | undefined
}

/** What came back. */
export interface TracedAnswer {
  readonly status?: number | undefined
  readonly type?: string | null | undefined
  /** The members of the body where it is an object, the parameters of a callback. */
  readonly fields?: Iterable<readonly [string, unknown]> | undefined
}

export interface TraceStep {
  readonly place: TracePlace
  /** One sentence without anything secret. */
  readonly sentence: string
  readonly milliseconds?: number | undefined
  readonly request?: TracedRequest | undefined
  readonly answer?: TracedAnswer | undefined
  readonly checks?: readonly TracedCheck[] | undefined
  /** Further facts by name. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** What went wrong here, where something did. */
  readonly failure?: LatchkeyError | undefined
}

/** Hears of the steps of one login. */
export interface LoginTrace {
  readonly add: (step: TraceStep) => void
}

export interface LoginStart {
  /** The provider's id. */
  readonly provider: string
  readonly intent: string
  readonly returnTo: string
}

/** A bounded memory of the latest logins. `visit` is the request, as a key only. */
export interface Inspector {
  readonly begin: (visit: object, login: LoginStart) => LoginTrace
  /** By what the answer to this login will be known: a hash of its state. */
  readonly expect: (visit: object, key: string) => void
  /** An answer came: to the login of this key, or to none that is known. */
  readonly arrive: (visit: object, provider: string, key: string | null) => LoginTrace
  /** The id of the login that this request is a step of; null for any other request. */
  readonly idOf: (visit: object) => string | null
  /** What a request has done, as log and hooks hear of it. */
  readonly tell: (visit: object, draft: AuthEventDraft, referenceId: string) => void
  /** The answer to this request is made: a login that is not refused is at its end. */
  readonly leave: (visit: object) => void
  /** Newest first. */
  readonly logins: () => readonly InspectedLogin[]
}

/** `GET /auth/inspect`. */
export interface InspectionView {
  readonly frame: PageFrame
  /** Newest first. */
  readonly logins: readonly InspectedLogin[]
  /** The one that is shown whole; null: the list. */
  readonly chosen: InspectedLogin | null
  /** The page does not renew itself. */
  readonly isPaused: boolean
  /** The page's own address with this query. */
  readonly hrefOf: (query: Readonly<Record<string, string>>) => string
  readonly signInHref: string
}

/** A name and a value that is fit to be shown. */
export interface ShownField {
  readonly name: string
  readonly value: string
}

/** A check, with what was expected and found as they may be shown. */
export interface ShownCheck {
  readonly name: string
  readonly outcome: TracedCheck['outcome']
  readonly expected: string | null
  readonly found: string | null
}

/** What is wrong, whose fault it is, and what to do. */
export interface ShownCause {
  readonly id: string
  readonly sentence: string
  readonly culprit: string
  readonly remedy: string
}

/** One step of a login, masked: a field that the step does not have is null, and a list is empty. */
export interface InspectedStep {
  /** `begin`, `metadata`, `keys`, `callback`, `token`, `id-token`, `userinfo`, `identity` … */
  readonly place: TracePlace
  /** What happened, in English. */
  readonly sentence: string
  /** Since the login began. */
  readonly afterMilliseconds: number
  /** How long it took. */
  readonly milliseconds: number | null
  /** `POST https://…`, and what was in it. */
  readonly request: { readonly line: string; readonly fields: readonly ShownField[] } | null
  /** `200, application/json`, and what was in it. */
  readonly answer: { readonly line: string; readonly fields: readonly ShownField[] } | null
  readonly checks: readonly ShownCheck[]
  readonly facts: readonly ShownField[]
  readonly failure: {
    readonly code: string
    readonly detail: string | null
    readonly cause: ShownCause
  } | null
}

export interface InspectedLogin {
  /** For the page's address; no secret. */
  readonly id: string
  readonly provider: string
  readonly intent: string
  readonly returnTo: string
  readonly startedAt: Date
  /** Until the last step. */
  readonly milliseconds: number
  readonly outcome: 'under way' | 'signed in' | 'refused' | 'finished'
  /** Of the request that ended it; the log line has it too. */
  readonly referenceId: string | null
  readonly steps: readonly InspectedStep[]
}
