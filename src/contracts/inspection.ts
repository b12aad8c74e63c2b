// What the development inspector records of a login, and what its page shows. There is no inspector in production, so none of
// this is recorded there. Callers pass everything, secrets included; the inspector masks the values before it stores them.
import type { FailurePlace, LatchkeyError } from '../errors.ts'
import type { AuthEventDraft } from './events.ts'
import type { PageFrame } from './pages.ts'

/** One step of a login. */
export type TracePlace = 'begin' | FailurePlace | 'identity' | 'user' | 'session' | 'notice'

/** One check of received data. Checks are listed in the order in which they run. */
export interface TracedCheck {
  /** A claim by its name, or a word such as `signature`. */
  readonly name: string
  /** `absent`: the value is optional and missing. `not reached`: an earlier check failed. */
  readonly outcome: 'passed' | 'failed' | 'absent' | 'not reached'
  readonly expected?: unknown
  readonly found?: unknown
}

/** The request of a step. */
export interface TracedRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly fields?: Iterable<readonly [string, unknown]> | undefined
}

/** The response of a step. */
export interface TracedAnswer {
  readonly status?: number | undefined
  readonly type?: string | null | undefined
  /** The members of a JSON object in the body, or the parameters of a callback. */
  readonly fields?: Iterable<readonly [string, unknown]> | undefined
}

export interface TraceStep {
  readonly place: TracePlace
  /** One sentence, without secrets. */
  readonly sentence: string
  readonly milliseconds?: number | undefined
  readonly request?: TracedRequest | undefined
  readonly answer?: TracedAnswer | undefined
  readonly checks?: readonly TracedCheck[] | undefined
  /** Further facts by name. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** The error, if this step failed. */
  readonly failure?: LatchkeyError | undefined
}

/** Collects the steps of one login. */
export interface LoginTrace {
  readonly add: (step: TraceStep) => void
}

export interface LoginStart {
  /** The provider's id. */
  readonly provider: string
  readonly intent: string
  readonly returnTo: string
}

/** Keeps a limited number of recent logins. `visit` is the request object, used only as a key. */
export interface Inspector {
  readonly begin: (visit: object, login: LoginStart) => LoginTrace
  /** Registers the key by which the callback of this login is recognized: a hash of its state. */
  readonly expect: (visit: object, key: string) => void
  /** Begins the trace of a callback: of the login with this key, or of an unknown login. */
  readonly arrive: (visit: object, provider: string, key: string | null) => LoginTrace
  /** Returns the id of the login that this request belongs to; null for other requests. */
  readonly idOf: (visit: object) => string | null
  /** Records an event of this request, as the log and the hooks receive it. */
  readonly tell: (visit: object, draft: AuthEventDraft, referenceId: string) => void
  /** Called when the response to this request is complete: ends the login if it was not refused. */
  readonly leave: (visit: object) => void
  /** Newest first. */
  readonly logins: () => readonly InspectedLogin[]
}

/** `GET /auth/inspect`. */
export interface InspectionView {
  readonly frame: PageFrame
  /** Newest first. */
  readonly logins: readonly InspectedLogin[]
  /** The login to show in full; null for the list. */
  readonly chosen: InspectedLogin | null
  /** The page does not reload itself. */
  readonly isPaused: boolean
  /** Returns the address of this page with the given query. */
  readonly hrefOf: (query: Readonly<Record<string, string>>) => string
  readonly signInHref: string
}

/** A name and its masked value. */
export interface ShownField {
  readonly name: string
  readonly value: string
}

/** A check, with the expected and found values masked. */
export interface ShownCheck {
  readonly name: string
  readonly outcome: TracedCheck['outcome']
  readonly expected: string | null
  readonly found: string | null
}

/** The cause of a failure: what is wrong, who can fix it, and how. */
export interface ShownCause {
  readonly id: string
  readonly sentence: string
  readonly culprit: string
  readonly remedy: string
}

/** One step of a login, masked. Fields that do not apply are null or an empty list. */
export interface InspectedStep {
  /** `begin`, `metadata`, `keys`, `callback`, `token`, `id-token`, `userinfo`, `identity` … */
  readonly place: TracePlace
  /** What happened, in English. */
  readonly sentence: string
  /** Milliseconds since the login began. */
  readonly afterMilliseconds: number
  /** Duration of the step. */
  readonly milliseconds: number | null
  /** `POST https://…`, and the fields that were sent. */
  readonly request: { readonly line: string; readonly fields: readonly ShownField[] } | null
  /** `200, application/json`, and the fields that were received. */
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
  /** Used in the address of the page; not a secret. */
  readonly id: string
  readonly provider: string
  readonly intent: string
  readonly returnTo: string
  readonly startedAt: Date
  /** Time from the start to the last step. */
  readonly milliseconds: number
  readonly outcome: 'under way' | 'signed in' | 'refused' | 'finished'
  /** The reference id of the request that ended the login; also in its log line. */
  readonly referenceId: string | null
  readonly steps: readonly InspectedStep[]
}
