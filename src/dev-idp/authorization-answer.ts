// Sends the browser back to the application (RFC 6749 §4.1.2, RFC 9207, OAuth 2.0 Form Post Response Mode), and applies the
// faults of a callback.

import type { BrowserSession } from './browser-sessions.ts'
import type { Fault } from './faults.ts'
import { issuerFor } from './id-token.ts'
import type { AnswerTarget, AuthorizationRequest } from './interactions.ts'
import { formPostPage } from './pages/form-post-page.ts'
import type { ProtocolError } from './protocol-error.ts'
import { randomToken } from './random-token.ts'
import type { ServedProvider } from './served-provider.ts'

/** The person's decision to continue, in this session. */
export interface Decision {
  readonly session: BrowserSession
  readonly fault: Fault | null
}

/** Answers with a code. */
export function answerWithCode(
  provider: ServedProvider,
  request: AuthorizationRequest,
  { session, fault }: Decision,
): Response | Promise<Response> {
  const person = provider.people.find(session.personKey)
  if (!person) throw new Error('The session names no person.')
  for (const scope of request.scopes) session.consented.add(scope)
  const withoutEmail = provider.faults.strike(['missing_email'], fault)
  const code = provider.grants.issueCode({
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    grant: {
      person: withoutEmail ? { ...person, email: null, emailVerified: false } : person,
      scopes: request.scopes,
      session: { sid: session.sid, authenticatedAt: session.authenticatedAt, acr: session.acr },
      nonce: request.nonce,
      offline: request.offline,
      fault,
      revoked: false,
    },
  })
  const { callback, codeParameter = 'code' } = provider.fixture
  const isFirst = !provider.knownPeople.has(person.key)
  provider.knownPeople.add(person.key)
  return answer(provider, request, {
    parameters: { ...callback?.(person, isFirst), [codeParameter]: code },
    issuer: issuerFor(provider, person),
    fault,
    cookie: provider.sessions.cookie(session),
  })
}

/** Answers with an error (RFC 6749 §4.1.2.1). */
export function answerWithError(
  provider: ServedProvider,
  target: AnswerTarget,
  error: ProtocolError,
): Response | Promise<Response> {
  return answer(provider, target, { parameters: { error: error.code, error_description: error.message } })
}

/** The faults that return an error in the callback. */
export const errorFaults: readonly Fault[] = [
  'server_error',
  'temporarily_unavailable',
  'login_required',
  'unauthorized_client',
  'invalid_scope',
  'error_without_state',
]

/** Answers with the error of one of `errorFaults`. */
export function answerWithFault(
  provider: ServedProvider,
  target: AnswerTarget,
  fault: Fault,
): Response | Promise<Response> {
  const isStateless = fault === 'error_without_state'
  const error = isStateless ? 'server_error' : fault
  return answer(provider, isStateless ? { ...target, state: null } : target, {
    parameters: { error, error_description: 'Refused, as was asked for.' },
  })
}

/** Answers that the person refused, in the provider's own format. */
export function answerDenied(provider: ServedProvider, target: AnswerTarget): Response | Promise<Response> {
  return answer(provider, target, { parameters: provider.fixture.denied })
}

interface Answer {
  readonly parameters: Readonly<Record<string, string>>
  /** Default: the provider's own. */
  readonly issuer?: string
  readonly fault?: Fault | null
  readonly cookie?: string
}

async function answer(
  provider: ServedProvider,
  target: AnswerTarget,
  { parameters, issuer = provider.issuer, fault = null, cookie }: Answer,
): Promise<Response> {
  const all = new URLSearchParams(parameters)
  const struck = provider.faults.strike(
    ['wrong_state', 'missing_state', 'missing_code', 'wrong_response_issuer', 'missing_response_issuer'],
    fault,
  )
  if (target.state !== null && struck !== 'missing_state') {
    all.set('state', struck === 'wrong_state' ? randomToken() : target.state)
  }
  if (struck === 'missing_code') all.delete(provider.fixture.codeParameter ?? 'code')
  if (sendsIssuer(provider) && struck !== 'missing_response_issuer') {
    all.set('iss', struck === 'wrong_response_issuer' ? `${issuer}/other` : issuer)
  }
  const response =
    target.responseMode === 'form_post'
      ? await formPostPage(provider, target.redirectUri, all)
      : redirectTo(target.redirectUri, all)
  if (cookie) response.headers.append('set-cookie', cookie)
  return response
}

/** Whether the provider's callbacks contain `iss` (RFC 9207). */
export function sendsIssuer(provider: ServedProvider): boolean {
  return provider.fixture.sendsIssuer ?? true
}

/** RFC 9700 §4.11: uses 303, so that the browser never resends a form's body. */
export function redirectTo(uri: string, parameters: URLSearchParams): Response {
  const query = parameters.toString()
  // The registered URI stays unchanged, except for an added query (RFC 6749 §4.1.2).
  const location = query ? `${uri}${uri.includes('?') ? '&' : '?'}${query}` : uri
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
