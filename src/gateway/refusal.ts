// The answer to a visitor who is not admitted: people are sent to sign in and back, programs get 401, and both learn why.
import type { IncomingHttpHeaders } from 'node:http'
import { LatchkeyError } from '../errors.ts'
import { answerFailure, asLatchkeyError } from './answers.ts'
import type { Asked } from './asked.ts'
import type { Door, Visitor } from './door.ts'
import type { Verdict } from './rules/verdict.ts'

/** `isElsewhere`: another server sends the answer, so a relative path could lead to the wrong host. */
export async function refusalOf(
  door: Door,
  verdict: Exclude<Verdict, { readonly kind: 'admitted' }>,
  {
    asked,
    headers,
    visitor,
    isElsewhere,
  }: {
    readonly asked: Asked
    readonly headers: IncomingHttpHeaders
    readonly visitor: Visitor
    readonly isElsewhere: boolean
  },
): Promise<Response> {
  const { auth, settings, hosts } = door
  const { error } = visitor.auth
  const asking = { method: asked.method, headers }
  const get = (name: string): string | null => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  }
  const head = { method: asked.method, target: asked.target, headers: { get } }
  // RFC 6750 §3: the challenge tells the client why its token is refused.
  if (error instanceof LatchkeyError && error.status < 500) return auth.refuse(head, { error })
  // The person is unknown, so neither the page nor the sign-in page is shown.
  if (error !== null) return answerFailure(settings, asking, asLatchkeyError(error))
  if (verdict.kind === 'forbidden') {
    const detail = `${asked.target.split('?', 1)[0]?.slice(0, 200)} needs ${verdict.reason}, by a rule of RULES.`
    return answerFailure(settings, asking, new LatchkeyError('session_not_allowed', { detail }))
  }
  const demand = verdict.kind === 'stale' ? { maxAgeSeconds: verdict.freshSeconds } : undefined
  const refusal = auth.refuse(head, { demand })
  const location = refusal.headers.get('location')
  if (location === null) return refusal
  const address = hosts.signInAddress(asked.host, location)
  const isHere = asked.host === null || address.hostname === asked.host
  // A path alone is enough if this server answers the browser at one of its own addresses.
  if (isElsewhere || !isHere) refusal.headers.set('Location', address.href)
  return refusal
}
