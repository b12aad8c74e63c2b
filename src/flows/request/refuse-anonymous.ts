// The response to a request without the required session: a person is redirected to sign in and back again, a program gets 401.
// The body contains nothing of the protected page.
import { LatchkeyError } from '../../errors.ts'
import { bearerChallenge } from '../../oauth/clients/client-refusal.ts'
import { json, redirect } from '../../web/responses.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import { wantsJson } from '../../web/same-origin.ts'
import { type Demand, demandQuery } from '../sign-in/demand.ts'
import type { RefusalText } from './refusal-text.ts'
import type { RequestHead } from './request-head.ts'

export interface RefusalOptions {
  /** The route is for programs: responds with 401 JSON, whatever the request accepts. Default: false. */
  readonly isApi?: boolean | undefined
  /** The error, if the session could not be checked. Default: the visitor is anonymous. */
  readonly error?: unknown
  /** What the route requires, if the person is signed in but not recently or strongly enough. */
  readonly demand?: Demand | undefined
  /** The person is signed in but not allowed to see this: 403, since signing in again would not help. Default: false. */
  readonly isForbidden?: boolean | undefined
}

export function refuseAnonymous(
  basePath: string,
  head: RequestHead,
  { isApi = false, error, demand, isForbidden = false }: RefusalOptions,
  textFor: RefusalText,
): Response {
  const { method, target, headers } = head
  if (error !== undefined && error !== null) return refuseForFailure(error)
  const isPage = !isApi && (method === 'GET' || method === 'HEAD') && !wantsJson(headers)
  if (isForbidden) return refuseForbidden(isPage ? (refusal) => textFor(head, refusal) : null)
  const query = demand ? new URLSearchParams(demandQuery(demand)).toString() : ''
  if (!isPage) return challenge(demand, `${basePath}/login${query && `?${query}`}`)
  const returnTo = encodeURIComponent(safeReturnPath(target))
  return redirect(`${basePath}/login?returnTo=${returnTo}${query && `&${query}`}`)
}

/** Returns 401 for programs; for a step-up with the challenge of RFC 9470 §3 and the path of the page for the person. */
function challenge(demand: Demand | undefined, loginPath: string): Response {
  const { code, forPerson } = new LatchkeyError(demand ? 'session_not_fresh' : 'session_required')
  if (!demand) return json({ error: code, message: forPerson }, { status: 401 })
  const { maxAgeSeconds, acrValues } = demand
  const parameters = [
    'error="insufficient_user_authentication"',
    ...(maxAgeSeconds === undefined ? [] : [`max_age="${maxAgeSeconds}"`]),
    ...(acrValues === undefined ? [] : [`acr_values="${acrValues.join(' ')}"`]),
  ]
  return json(
    { error: code, message: forPerson, loginPath },
    { status: 401, headers: { 'WWW-Authenticate': `Bearer ${parameters.join(', ')}` } },
  )
}

/** Returns 403 (RFC 9110 §15.5.4): a sentence in the person's language, or the code for programs. */
function refuseForbidden(textFor: ((error: LatchkeyError) => ReadableStream<Uint8Array>) | null): Response {
  const refusal = new LatchkeyError('session_not_allowed')
  const { code, forPerson, status } = refusal
  if (!textFor) return json({ error: code, message: forPerson }, { status })
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(textFor(refusal), { status, headers })
}

/** Fail closed: if the session cannot be checked, show neither the page nor the sign-in page. */
function refuseForFailure(error: unknown): Response {
  const known = error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
  const body = { error: known.code, message: known.forPerson }
  if (known.status >= 500) return json(body, { status: known.status })
  // RFC 6750 §3.1, RFC 9449 §7.1: the token is invalid, and the challenge says why.
  const status = known.code === 'bearer_request_malformed' ? known.status : 401
  return json(body, { status, headers: { 'WWW-Authenticate': bearerChallenge(known) } })
}
