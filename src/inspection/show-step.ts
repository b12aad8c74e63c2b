// Converts one step of a login to a form that may be shown, logged or kept: every value is masked.
import { causeOf } from '../causes.ts'
import type {
  InspectedStep,
  ShownField,
  TracedAnswer,
  TracedCheck,
  TracedRequest,
  TraceStep,
} from '../contracts/inspection.ts'
import { foreignText } from '../web/foreign-text.ts'
import type { Mask } from './mask.ts'

const MOST_FIELDS = 60

/** `afterMilliseconds`: since the login began. */
export function showStep(step: TraceStep, afterMilliseconds: number, mask: Mask): InspectedStep {
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
  // The path of an API request may contain a token.
  const path = foreignText(address.pathname, 200)
  return {
    line: `${method} ${address.origin}${path}`,
    fields: [...sent, ...fieldsOf([...inUrl, ...fields], mask)],
  }
}

/** Shows only the Authorization scheme and the media types of headers. */
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

/** A failed check without a found value is a missing claim, except for the signature. */
function foundNothing(name: string, outcome: TracedCheck['outcome']): string | null {
  return outcome === 'failed' && name !== 'signature' ? 'nothing' : null
}
