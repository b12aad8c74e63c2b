// Finishes a login: from the provider's callback to a signed-in browser (RFC 6749 §4.1.2, OpenID Connect Core §3.1.2.5).
import type { LoginTrace } from '../../contracts/inspection.ts'
import { LatchkeyError } from '../../errors.ts'
import { identityStep } from '../../oauth/login/tell-identity.ts'
import { redirect } from '../../web/responses.ts'
import { type TakenAttempt, takeAttempt } from '../attempt/login-attempt.ts'
import { readCallback } from '../attempt/read-callback.ts'
import { checkStrayRefusal, withProvidersWords } from '../attempt/stray-refusal.ts'
import type { FirstDelivery } from '../attempt/used-attempts.ts'
import { traceAnswer, tracing, userStep } from '../inspect/trace-answer.ts'
import { offerLink } from '../linking/guided-link.ts'
import { finishLink } from '../linking/link-account.ts'
import { finishAuthorization } from '../provider-tokens/authorize-account.ts'
import { answerError, reportRefusal } from '../request/answer-error.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { factsOf } from '../session/sign-in-facts.ts'
import { startSession } from '../session/start-session.ts'
import { carryQuery } from './carried-data.ts'
import { fetchIdentity } from './fetch-identity.ts'
import { findOrCreateUser } from './find-or-create-user.ts'
import { askForConsent, keepAnswer, needsConsent } from './keep-answer.ts'
import { landingTarget } from './landing-target.ts'
import { checkProvenMoment } from './proven-moment.ts'
import { checkSamePerson } from './step-up.ts'

/** `GET /auth/callback/:provider` */
export async function finishLogin(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const provider = await parts.providers.find(providerId, visit)
  const parameters = await readCallback(parts, visit, provider)
  const trace = await traceAnswer(parts, visit, { providerId, parameters })
  checkStrayRefusal(parameters)
  let taken: TakenAttempt | undefined
  let delivery: FirstDelivery | Response
  try {
    taken = await takeAttempt(parts, visit, { provider, state: parameters.get('state') }) // this browser's, unexpired, this provider's
    delivery = await parts.usedAttempts.take(taken.id, taken.attempt.expiresAt) // once, across all servers
  } catch (thrown) {
    const error = withProvidersWords(thrown, parameters)
    return goOnIfSignedIn(parts, visit, { error, returnTo: taken?.attempt.returnTo ?? '/' })
  }
  if (delivery instanceof Response) return delivery
  try {
    const answer = signIn(parts, visit, { parameters, taken, trace })
    const response = await answer.catch((error) => refuse(parts, visit, { error, taken }))
    parts.inspection?.inspector.leave(visit)
    return delivery.settle(response)
  } catch (error) {
    delivery.fail(error)
    throw error
  }
}

interface Delivery {
  readonly parameters: URLSearchParams
  readonly taken: TakenAttempt
  readonly trace: LoginTrace | null
}

async function signIn(parts: Parts, visit: Visit, delivery: Delivery): Promise<Response> {
  const { parameters, taken, trace } = delivery
  const { attempt, clearing } = taken
  const ready = tracing(
    await parts.providers.get(attempt.providerId, visit, { loginPlace: attempt.loginPlace }),
    trace,
  )
  const expected = { ...attempt, acrValues: attempt.demand.acrValues }
  const tokens = await ready.client.exchangeCode(parameters, expected) // iss, state, PKCE, nonce, aud, exp, signature
  checkProvenMoment(parts, { ready, attempt, tokens }) // as recent as requested
  const identity = await fetchIdentity(parts, ready, { tokens, data: attempt.carried?.data ?? null }) // claims or profile -> Identity
  trace?.add(identityStep(identity))
  const answer = { ready, attempt, identity, tokens }
  if (await needsConsent(parts, answer)) return askForConsent(parts, visit, { identity, taken })
  if (attempt.intent.kind === 'authorize') return finishAuthorization(parts, visit, { ...answer, taken })
  if (attempt.intent.kind === 'link') return finishLink(parts, visit, { ...answer, taken })
  await checkSamePerson(parts, attempt, identity)
  const outcome = await findOrCreateUser(parts, visit, answer) // the linking policy decides
  trace?.add(userStep(outcome))
  if (outcome.kind === 'offer') return offerLink(parts, visit, { ...answer, taken, outcome })
  await keepAnswer(parts, answer) // sealed, if the application keeps tokens
  const { user, isNew, isLinked } = outcome
  if (isLinked) await report(parts, visit, { type: 'linked', provider: identity.provider, userId: user.id })
  const intent = attempt.intent.kind
  const facts = await factsOf(parts, answer)
  const setCookies = await startSession(parts, visit, {
    identity,
    facts,
    answer,
    user,
    isNew,
    intent,
    data: attempt.carried?.data ?? null,
  })
  return redirect(landingTarget(parts, { ...attempt, isNew }), [clearing, ...setCookies]) // new session id, 303 to a clean URL
}

/** The attempt is used up and its cookie deleted, whatever the error. */
async function refuse(
  parts: Parts,
  visit: Visit,
  { error, taken }: { readonly error: unknown; readonly taken: TakenAttempt },
): Promise<Response> {
  const { attempt, clearing } = taken
  const { providerId } = attempt
  const carry = await carryQuery(parts, attempt.carried)
  const retryPath = pathTo(parts, '/login', { returnTo: attempt.returnTo, ...carry })
  if (attempt.intent.kind !== 'silent') {
    return answerError(parts, visit, error, {
      providerId,
      setCookies: [clearing],
      retryPath,
      isProviderAnswer: true,
    })
  }
  // The person did not start this login, so show the sign-in page instead of an error.
  await reportRefusal(parts, visit, { error, providerId })
  return redirect(retryPath, [clearing])
}

/** After Back, reload or a second tab, a signed-in person continues instead of seeing an error about a used attempt. */
async function goOnIfSignedIn(
  parts: Parts,
  visit: Visit,
  { error, returnTo }: { readonly error: unknown; readonly returnTo: string },
): Promise<Response> {
  const isSpent =
    error instanceof LatchkeyError &&
    (error.code === 'attempt_missing' || error.code === 'attempt_already_used')
  if (!isSpent) throw error
  const { session } = await sessionOf(parts, visit)
  if (!session) throw error
  return redirect(returnTo)
}
