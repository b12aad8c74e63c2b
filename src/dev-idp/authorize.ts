// The authorization endpoint (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2): answers at once if it needs nothing from the person,
// and otherwise begins an interaction with pages.
import {
  answerDenied,
  answerWithCode,
  answerWithError,
  answerWithFault,
  errorFaults,
} from './authorization-answer.ts'
import type { BrowserSession } from './browser-sessions.ts'
import { type Exchange, readParameters } from './exchange.ts'
import { fixtureResponse } from './fixture-response.ts'
import { verifyHint } from './id-token.ts'
import type { AnswerTarget, AuthorizationRequest } from './interactions.ts'
import { ProtocolError } from './protocol-error.ts'
import { readAnswerTarget, readAuthorizationRequest } from './read-authorization-request.ts'
import { fixtureClient, refusalOf, type ServedProvider } from './served-provider.ts'
import { needsNewSignIn, signIn } from './sign-in.ts'
import { beginSignIn } from './sign-in-steps.ts'

export async function authorize(exchange: Exchange): Promise<Response> {
  const { provider } = exchange
  const refusal = refusalOf(provider, 'authorization', await exchange.read())
  if (refusal) return fixtureResponse(refusal)
  const asSent = await readParameters(exchange)
  const parameters = provider.fixture.readAuthorization?.(asSent, fixtureClient(provider)) ?? asSent
  const target = readAnswerTarget(parameters, provider)
  try {
    return await answerOrAsk(exchange, target, parameters)
  } catch (error) {
    if (error instanceof ProtocolError) return answerWithError(provider, target, error)
    throw error
  }
}

async function answerOrAsk(
  { provider, request }: Exchange,
  target: AnswerTarget,
  parameters: URLSearchParams,
): Promise<Response> {
  const wish = readAuthorizationRequest(parameters, target, provider)
  if (provider.faults.strike(['deny'], null)) return answerDenied(provider, target)
  const error = provider.faults.strike(errorFaults, null)
  if (error) return answerWithFault(provider, target, error)

  const session = provider.sessions.find(request)
  if (provider.answersAs !== null) {
    const signedIn = signIn(provider, session, { personKey: provider.answersAs, request: wish })
    return answerWithCode(provider, wish, { session: signedIn, fault: null })
  }
  if (wish.prompt.has('none')) {
    return answerWithCode(provider, wish, {
      session: await silentSession(provider, session, wish),
      fault: null,
    })
  }
  return beginSignIn(provider, wish)
}

/** Returns the session if it suffices without asking the person. Throws the errors of OpenID Connect Core §3.1.2.6. */
async function silentSession(
  provider: ServedProvider,
  session: BrowserSession | null,
  request: AuthorizationRequest,
): Promise<BrowserSession> {
  if (!session || needsNewSignIn(provider, session, request)) {
    throw new ProtocolError('login_required', 'The person has to sign in.')
  }
  if (request.idTokenHint !== null) {
    const hinted = await verifyHint(provider, request.idTokenHint)
    const person = provider.people.find(session.personKey)
    // OpenID Connect Core §3.1.2.1: a person other than the one in the hint must not be signed in.
    if (!person || hinted.sub !== provider.fixture.subjectOf(person)) {
      throw new ProtocolError('login_required', 'Another person is signed in.')
    }
  }
  if (!request.scopes.every((scope) => session.consented.has(scope))) {
    throw new ProtocolError('consent_required', 'The person has to allow this.')
  }
  return session
}
