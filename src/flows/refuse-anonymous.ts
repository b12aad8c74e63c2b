// What a request without the session that it needs is answered: a person is sent to sign in and back again, a program
// is told so. The body says nothing of the protected page.
import { LatchkeyError } from '../errors.ts'
import { json, redirect } from '../web/responses.ts'
import { safeReturnPath } from '../web/return-path.ts'
import { wantsJson } from '../web/same-origin.ts'

/** The head of a request, as any host has it. */
export interface RequestHead {
  readonly method: string
  /** Path and query, as the browser sent them. */
  readonly target: string
  readonly headers: Headers
}

export interface RefusalOptions {
  /** The route answers programs: 401 JSON, whatever the request accepts. Default: false. */
  readonly isApi?: boolean | undefined
  /** Why there is no session, when the reason is a failure and not an anonymous visitor. */
  readonly error?: unknown
}

export function refuseAnonymous(
  basePath: string,
  { method, target, headers }: RequestHead,
  { isApi = false, error }: RefusalOptions,
): Response {
  if (error !== undefined && error !== null) return refuseForFailure(error)
  const isPage = !isApi && (method === 'GET' || method === 'HEAD') && !wantsJson(headers)
  if (!isPage) {
    const { status, code, forPerson } = new LatchkeyError('session_required')
    return json({ error: code, message: forPerson }, { status })
  }
  const returnTo = encodeURIComponent(safeReturnPath(target))
  return redirect(`${basePath}/login?returnTo=${returnTo}`)
}

/** Fail closed: when nobody can tell who this is, the answer is neither the page nor the sign-in page. */
function refuseForFailure(error: unknown): Response {
  const known = error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
  return json({ error: known.code, message: known.forPerson }, { status: known.status })
}
