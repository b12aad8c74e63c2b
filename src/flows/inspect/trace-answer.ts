// Records the callback for the development inspector: the authorization response, the identity, the user. Not in production.
import type { IdentityOutcome } from '../../accounts/account-parts.ts'
import type { LoginTrace, TraceStep } from '../../contracts/inspection.ts'
import { attemptId } from '../attempt/login-attempt.ts'
import type { Parts, ReadyProvider, Visit } from '../request/parts.ts'

/** Returns the trace of the login to which this callback belongs, with the callback recorded; null in production. */
export async function traceAnswer(
  parts: Parts,
  visit: Visit,
  answer: { readonly providerId: string; readonly parameters: URLSearchParams },
): Promise<LoginTrace | null> {
  if (!parts.inspection) return null
  const { providerId, parameters } = answer
  const state = parameters.get('state')
  const key = state ? await attemptId(parts, state) : null
  const trace = parts.inspection.inspector.arrive(visit, providerId, key)
  const { method } = visit.request
  trace.add({
    place: 'callback',
    sentence: 'The browser came back with the provider’s answer.',
    request: { method, url: `${visit.place.origin}${visit.url.pathname}` },
    answer: { fields: parameters },
  })
  return trace
}

/** Returns the provider with a client that records its requests in this trace. */
export function tracing(ready: ReadyProvider, trace: LoginTrace | null): ReadyProvider {
  return trace ? { ...ready, client: ready.client.tracedBy(trace) } : ready
}

export function userStep(outcome: IdentityOutcome): TraceStep {
  if (outcome.kind === 'offer') {
    return { place: 'user', sentence: 'The linking policy offers to link the two accounts.' }
  }
  const { isNew, isLinked } = outcome
  const sentence = isNew
    ? 'The account is not known here: it becomes a new user.'
    : isLinked
      ? 'The linking policy adds the account to a user who is here already.'
      : 'The account is known here.'
  return { place: 'user', sentence, facts: { isNew, isLinked } }
}
