// The inspector's memory: the latest logins of this process, masked as they come in, and the oldest forgotten. It is made in
// development only (setup/development.ts), and read by the page /auth/inspect.
import { causeOf } from '../causes.ts'
import type { AuthEventDraft } from '../contracts/events.ts'
import type {
  InspectedLogin,
  InspectedStep,
  Inspector,
  LoginStart,
  LoginTrace,
  ShownField,
  TracedAnswer,
  TracedCheck,
  TracedRequest,
  TraceStep,
} from '../contracts/inspection.ts'
import { randomText } from '../crypto/platform.ts'
import { LatchkeyError } from '../errors.ts'
import { foreignText } from '../web/foreign-text.ts'
import { createMask, type Mask } from './mask.ts'

const MOST_LOGINS = 50
const MOST_STEPS = 60
const MOST_FIELDS = 60

interface Login {
  readonly id: string
  readonly start: LoginStart
  readonly startedAt: Date
  readonly began: number
  readonly steps: InspectedStep[]
  ended: number
  outcome: InspectedLogin['outcome']
  referenceId: string | null
  /** By what its answer is known. */
  key: string | null
}

export interface InspectorOptions {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Milliseconds that never go back. Default: the runtime's own clock. */
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

  /** An answer that was refused before it could be read, which is a login of its own. */
  function strayAnswer(visit: object, draft: AuthEventDraft): Login | null {
    if (draft.type !== 'refused' || draft.facts.at !== 'callback') return null
    return open(visit, { provider: draft.provider ?? 'unknown', intent: 'answer', returnTo: '' })
  }

  function add(login: Login, step: TraceStep): void {
    login.ended = elapsed()
    if (login.steps.length < MOST_STEPS) login.steps.push(shown(step, login.ended - login.began, mask))
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
        // A query may hold anything.
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

/** How the last step of a request reads. */
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

function shown(step: TraceStep, afterMilliseconds: number, mask: Mask): InspectedStep {
  const { failure } = step
  return {
    place: step.place,
    sentence: foreignText(step.sentence, 300),
    afterMilliseconds,
    milliseconds: step.milliseconds ?? null,
    request: step.request ? requestOf(step.request, mask) : null,
    answer: step.answer ? answerOf(step.answer, mask) : null,
    checks: (step.checks ?? []).map(({ name, outcome, expected, found }) => ({
      name,
      outcome,
      expected: expected === undefined ? null : mask(name, expected),
      found: found === undefined ? foundNothing(name, outcome) : mask(name, found),
    })),
    facts: fieldsOf(Object.entries(step.facts ?? {}), mask),
    failure: failure
      ? {
          code: failure.code,
          detail: failure.detail === undefined ? null : foreignText(failure.detail, 1000),
          cause: causeOf(failure.code, failure.facts),
        }
      : null,
  }
}

function requestOf({ method, url, headers = {}, fields = [] }: TracedRequest, mask: Mask) {
  const address = new URL(url)
  const sent = Object.entries(headers).flatMap(([name, value]) => headerOf(name.toLowerCase(), value, mask))
  const inUrl = [...address.searchParams]
  // An API may have a token in its path.
  const path = foreignText(address.pathname, 200)
  return {
    line: `${method} ${address.origin}${path}`,
    fields: [...sent, ...fieldsOf([...inUrl, ...fields], mask)],
  }
}

/** Of headers only how the request proves itself, and what it is. */
function headerOf(name: string, value: string, mask: Mask): readonly ShownField[] {
  if (name === 'authorization') {
    return [{ name: 'Authorization', value: `${foreignText(value.split(' ', 1)[0] ?? '', 20)} hidden` }]
  }
  return name === 'accept' || name === 'content-type' ? [{ name, value: mask(name, value) }] : []
}

function answerOf({ status, type, fields = [] }: TracedAnswer, mask: Mask) {
  const line = [status, type ? foreignText(type, 80) : null].filter((part) => part ?? false).join(', ')
  return { line, fields: fieldsOf(fields, mask) }
}

function fieldsOf(fields: Iterable<readonly [string, unknown]>, mask: Mask): readonly ShownField[] {
  return [...fields]
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => ({ name: foreignText(name, 60), value: mask(name, value) }))
}

/** A claim that failed by not being there. The signature is no claim. */
function foundNothing(name: string, outcome: TracedCheck['outcome']): string | null {
  return outcome === 'failed' && name !== 'signature' ? 'nothing' : null
}
