// Responses to clients at the token, device and revocation endpoints: JSON as in RFC 6749 §5, never a page. They do not depend
// on cookies, so a front end on any site may read them (Fetch §3.2).
import { LatchkeyError } from '../../errors.ts'
import { describeForClient, oauthErrorOf } from '../../oauth/clients/client-refusal.ts'
import { json } from '../../web/responses.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { refusalEvent } from '../request/refusal-event.ts'
import { report } from '../request/report.ts'
import { checkClientsAreServed } from './clients-are-served.ts'

/** Runs the flow of an endpoint; an error becomes the error response and a line of the log. */
export async function answerClient(
  parts: Parts,
  visit: Visit,
  run: () => Promise<Response>,
): Promise<Response> {
  checkClientsAreServed(parts)
  try {
    checkPublic(visit)
    return await run()
  } catch (thrown) {
    return refuseClient(parts, visit, thrown)
  }
}

/** RFC 6749 §5.1: caches must not store the response. */
export function clientJson(body: Readonly<Record<string, unknown>>, status = 200): Response {
  return json(body, { status, headers: { pragma: 'no-cache' } })
}

async function refuseClient(parts: Parts, visit: Visit, thrown: unknown): Promise<Response> {
  const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError('unexpected', { cause: thrown })
  await report(parts, visit, refusalEvent(error))
  const isOurs = error.status >= 500
  return json(
    {
      error: oauthErrorOf(error),
      error_description: isOurs ? error.forPerson : describeForClient(error),
      referenceId: visit.referenceId,
    },
    { status: error.status, headers: headersOf(error) },
  )
}

function headersOf({ status, retryAfterSeconds }: LatchkeyError): Record<string, string> {
  return {
    pragma: 'no-cache',
    // RFC 9110 §11.6.1: a 401 response must name a scheme, although no scheme is supported here.
    ...(status === 401 ? { 'www-authenticate': 'Basic realm="clients have no secret"' } : {}),
    ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
  }
}

/** RFC 6749 §2.3: at most one authentication method per request, and public clients have none. */
function checkPublic({ request }: Visit): void {
  if (!request.headers.has('authorization')) return
  throw new LatchkeyError('client_not_public', {
    detail: 'The request has an Authorization header: send client_id in the body, and nothing else.',
  })
}
