// Authorization requests and logouts that wait for the person. Each has an id that cannot be guessed, expires after ten minutes,
// and can be answered once. If a button is clicked twice, both clicks get the same answer.
import { createExpiringMap } from './expiring-map.ts'
import type { Fault } from './faults.ts'
import type { CodeChallenge } from './pkce.ts'
import { randomToken } from './random-token.ts'

/** Where and how the answer to an authorization request is sent. */
export interface AnswerTarget {
  readonly redirectUri: string
  readonly responseMode: 'query' | 'form_post'
  readonly state: string | null
}

/** OpenID Connect Core §3.1.2.1. */
export type Prompt = 'none' | 'login' | 'select_account' | 'consent'

/** A valid authorization request. */
export interface AuthorizationRequest extends AnswerTarget {
  readonly scopes: readonly string[]
  readonly codeChallenge: CodeChallenge | null
  readonly nonce: string | null
  readonly prompt: ReadonlySet<Prompt>
  readonly maxAgeSeconds: number | null
  readonly loginHint: string | null
  /** The first of `acr_values`. */
  readonly acr: string | null
  readonly idTokenHint: string | null
  /** Whether refresh tokens were requested. */
  readonly offline: boolean
}

/** A sign-in in progress. */
export interface Interaction {
  readonly id: string
  readonly request: AuthorizationRequest
  /** The chosen person. `null` until one is chosen. */
  personKey: string | null
  /** The fault for this sign-in. */
  fault: Fault | null
}

/** A requested logout (OpenID Connect RP-Initiated Logout §2). */
export interface LogoutRequest {
  /** Where to redirect afterwards, including `state`. `null`: shows a page. */
  readonly returnUri: string | null
}

/** The two buttons that end a sign-in. */
export type Verdict = 'allow' | 'deny'

export interface Interactions {
  begin(request: AuthorizationRequest): Interaction
  find(id: string): Interaction | null
  /** Ends the sign-in, and returns the answer. */
  finish(interaction: Interaction, verdict: Verdict, answer: Response): Response
  /** Returns the recent answer to the same verdict, which the browser discarded because the button was clicked again. */
  findAnswer(id: string, verdict: Verdict): Response | null
  /** Returns the id of the logout. */
  beginLogout(request: LogoutRequest): string
  findLogout(id: string): LogoutRequest | null
  takeLogout(id: string): LogoutRequest | null
}

const lifetimeSeconds = 600
/** Longer than a double click. */
const repeatSeconds = 3

export function createInteractions(now: () => number): Interactions {
  const signIns = createExpiringMap<Interaction>({ now })
  const answers = createExpiringMap<Response>({ now, limit: 100 })
  const logouts = createExpiringMap<LogoutRequest>({ now })
  const expiry = (): number => now() + lifetimeSeconds * 1000

  return {
    begin(request) {
      const interaction = { id: randomToken(), request, personKey: null, fault: null }
      signIns.set(interaction.id, interaction, expiry())
      return interaction
    },
    find: (id) => signIns.find(id),
    finish({ id }, verdict, answer) {
      signIns.delete(id)
      answers.set(`${id} ${verdict}`, answer.clone(), now() + repeatSeconds * 1000)
      return answer
    },
    findAnswer: (id, verdict) => answers.find(`${id} ${verdict}`)?.clone() ?? null,
    beginLogout(request) {
      const id = randomToken()
      logouts.set(id, request, expiry())
      return id
    },
    findLogout: (id) => logouts.find(id),
    takeLogout: (id) => logouts.take(id),
  }
}
