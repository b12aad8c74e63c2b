// The inspector: keeps the latest logins of this process, masked on arrival, and drops the oldest. It is created in development
// only (setup/development.ts), and shown by the page /auth/inspect.
import type { AuthEventDraft } from '../contracts/events.ts'
import type {
  InspectedLogin,
  InspectedStep,
  Inspector,
  LoginStart,
  LoginTrace,
  TraceStep,
} from '../contracts/inspection.ts'
import { randomText } from '../crypto/platform.ts'
import { LatchkeyError } from '../errors.ts'
import { foreignText } from '../web/foreign-text.ts'
import { createMask } from './mask.ts'
import { showStep } from './show-step.ts'

const MOST_LOGINS = 50
const MOST_STEPS = 60

interface Login {
  readonly id: string
  readonly start: LoginStart
  readonly startedAt: Date
  readonly began: number
  readonly steps: InspectedStep[]
  ended: number
  outcome: InspectedLogin['outcome']
  referenceId: string | null
  /** The key by which its callback is recognized. */
  key: string | null
}

export interface InspectorOptions {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** A monotonic clock, in milliseconds. Default: `performance.now`. */
  readonly elapsed?: (() => number) | undefined
}

export function createInspector({ now, elapsed = () => performance.now() }: InspectorOptions): Inspector {
  const mask = createMask(randomText(16))
  const latest: Login[] = []
  const byVisit = new WeakMap<object, Login>()

  function open(visit: object, start: LoginStart): Login {
    const began = elapsed()
    const login: Login = {
      id: randomText(6),
      start,
      startedAt: new Date(now()),
      began,
      steps: [],
      ended: began,
      outcome: 'under way',
      referenceId: null,
      key: null,
    }
    latest.unshift(login)
    latest.length = Math.min(latest.length, MOST_LOGINS)
    byVisit.set(visit, login)
    return login
  }

  /** A callback that was refused before it could be read is recorded as a separate login. */
  function strayAnswer(visit: object, draft: AuthEventDraft): Login | null {
    if (draft.type !== 'refused' || draft.facts.at !== 'callback') return null
    return open(visit, { provider: draft.provider ?? 'unknown', intent: 'answer', returnTo: '' })
  }

  function add(login: Login, step: TraceStep): void {
    login.ended = elapsed()
    if (login.steps.length < MOST_STEPS) login.steps.push(showStep(step, login.ended - login.began, mask))
  }

  const traceOf = (login: Login): LoginTrace => ({ add: (step) => add(login, step) })

  return {
    begin: (visit, start) => traceOf(open(visit, start)),
    expect(visit, key) {
      const login = byVisit.get(visit)
      if (login) login.key = key
    },
    arrive(visit, provider, key) {
      const known = key === null ? undefined : latest.find((login) => login.key === key)
      const login = known ?? byVisit.get(visit) ?? open(visit, { provider, intent: 'answer', returnTo: '' })
      byVisit.set(visit, login)
      return traceOf(login)
    },
    idOf: (visit) => byVisit.get(visit)?.id ?? null,
    tell(visit, draft, referenceId) {
      const login = byVisit.get(visit) ?? strayAnswer(visit, draft)
      if (!login) return
      add(login, stepFor(draft))
      login.outcome = outcomeOf(draft) ?? login.outcome
      login.referenceId = referenceId
    },
    leave(visit) {
      const login = byVisit.get(visit)
      if (login?.outcome === 'under way') login.outcome = 'finished'
    },
    logins: () =>
      latest.map(({ id, start, startedAt, began, ended, outcome, referenceId, steps }) => ({
        id,
        provider: foreignText(start.provider, 60),
        intent: start.intent,
        // The query may contain secrets.
        returnTo: foreignText(start.returnTo.split('?', 1)[0] ?? '', 100),
        startedAt,
        milliseconds: ended - began,
        outcome,
        referenceId,
        steps: [...steps],
      })),
  }
}

function outcomeOf({ type }: AuthEventDraft): InspectedLogin['outcome'] | null {
  if (type === 'refused') return 'refused'
  return type === 'signed_in' ? 'signed in' : null
}

/** Describes the last step of a request. */
function stepFor(draft: AuthEventDraft): TraceStep {
  if (draft.type === 'refused') {
    const { code, detail, facts } = draft
    const failure = new LatchkeyError(code, { detail: detail ?? undefined, facts })
    return { place: facts.at ?? 'notice', sentence: 'The login ends here.', failure }
  }
  const sentences: Partial<Record<AuthEventDraft['type'], string>> = {
    signed_in: 'The session has started: the person is signed in.',
    user_created: 'A new user was stored with this account.',
    linked: 'The account was linked to the user.',
    link_offered:
      'Somebody with this verified address is here already: the person is asked whether the two belong together.',
  }
  const place = draft.type === 'signed_in' ? 'session' : 'user'
  return { place, sentence: sentences[draft.type] ?? `Event ${draft.type}.` }
}
