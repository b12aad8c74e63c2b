// Explains a log entry: the event, and for a refusal its cause, whose fault it is, and what to do. The entry may come from any
// file, so its texts are made safe for a terminal, and secrets in them are masked again.
import { type Cause, type Culprit, causeOf } from '../../causes.ts'
import type { ErrorFacts, FailurePlace } from '../../errors.ts'
import { foreignText } from '../../web/foreign-text.ts'
import type { LogObject } from './find-in-log.ts'

export interface Explanation {
  readonly reference: string
  readonly time: string | null
  readonly event: string
  readonly provider: string | null
  readonly code: string | null
  readonly facts: ErrorFacts
  /** `null` if the event is not a refusal. */
  readonly cause: Cause | null
  readonly detail: string | null
  readonly causes: readonly string[]
}

export function explanationOf(entry: LogObject): Explanation {
  const code = textIn(entry, 'code', 60)
  const facts = factsIn(entry.facts)
  return {
    reference: textIn(entry, 'referenceId', 64) ?? '',
    time: textIn(entry, 'time', 40),
    event: textIn(entry, 'event', 60) ?? 'unknown',
    provider: textIn(entry, 'provider', 60),
    code,
    facts,
    cause: code === null ? null : causeOf(code, facts),
    detail: textIn(entry, 'detail', 1000),
    causes: Array.isArray(entry.causes)
      ? entry.causes
          .slice(0, 5)
          .filter((each) => typeof each === 'string')
          .map((each) => foreignText(each, 500))
      : [],
  }
}

function textIn(entry: LogObject, name: string, most: number): string | null {
  const value = entry[name]
  return typeof value === 'string' && value !== '' ? foreignText(value, most) : null
}

function factsIn(value: unknown): ErrorFacts {
  if (typeof value !== 'object' || value === null) return {}
  const { at, check, isMissing, status, error } = value as LogObject
  return {
    at: typeof at === 'string' ? (at as FailurePlace) : undefined,
    check: typeof check === 'string' ? foreignText(check, 60) : undefined,
    isMissing: isMissing === true ? true : undefined,
    status: typeof status === 'number' ? status : undefined,
    error: typeof error === 'string' ? foreignText(error, 60) : undefined,
  }
}

const culpritNames: Readonly<Record<Culprit, string>> = {
  application: 'this application, or its registration at the provider',
  provider: 'the provider',
  person: 'the person',
  network: 'the network between this server and the provider',
  unclear: 'unknown from here; see the remedy',
}

/** Formats the explanation for a terminal. */
export function describeEntry(explanation: Explanation): string {
  const { reference, time, event, provider, code, cause, detail, causes } = explanation
  const about = [time, provider && `provider ${provider}`].filter(Boolean).join(', ')
  if (cause === null)
    return [`${reference}  ${about}`, `  Event    ${event}${detail ? `: ${detail}` : ''}`].join('\n')
  return [
    `${reference}  ${about}`,
    `  Cause    ${cause.sentence}`,
    `  Fault    ${culpritNames[cause.culprit]}`,
    ...(cause.remedy ? [`  Remedy   ${cause.remedy}`] : []),
    `  Code     ${code}${cause.id === code ? '' : ` (${cause.id})`}, docs/errors.md`,
    ...(detail ? [`  Log      ${detail}`] : []),
    ...causes.map((each) => `           ${each}`),
  ].join('\n')
}
