// `GET /auth/inspect`: shows the latest logins step by step. In development only, and only for a browser on the machine on
// which the application runs.
import { LatchkeyError } from '../../errors.ts'
import { faultInLocality } from '../../web/locality.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, type Visit } from '../request/parts.ts'

/** `?login=ID` shows one login; `?pause=1` stops reloading. Throws `request_not_found` in production, `request_not_local`. */
export async function showInspector(parts: Parts, visit: Visit): Promise<Response> {
  // In production nothing is recorded, and the response does not reveal the inspector.
  if (!parts.inspection) throw new LatchkeyError('request_not_found')
  const fault = faultInLocality(visit.request, visit.peerAddress)
  if (fault) throw new LatchkeyError('request_not_local', { detail: fault })
  const { inspector, page } = parts.inspection
  const { searchParams } = visit.url
  const logins = inspector.logins()
  const id = searchParams.get('login')
  const html = await page({
    frame: await frameOf(parts, visit),
    logins,
    chosen: logins.find((login) => login.id === id) ?? null,
    isPaused: searchParams.has('pause'),
    hrefOf: (query) => pathTo(parts, '/inspect', query),
    signInHref: pathTo(parts, '/login', { returnTo: pathTo(parts, '/inspect') }),
  })
  return answerPage(visit, html, { headers: { 'cross-origin-resource-policy': 'same-origin' } })
}
