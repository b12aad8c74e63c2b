// The purpose of a login: to sign in, to confirm the current session (step-up), or to prove the account to which a pending
// identity may be linked (guided linking).
import type { Provider } from '../../contracts/provider.ts'
import { readCookie } from '../../web/cookies.ts'
import type { Intent } from '../attempt/login-attempt.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { returnTargetOf } from '../request/return-target.ts'
import { type Demand, demandIn } from './demand.ts'
import { canReauthenticate, confirmIntent } from './step-up.ts'

/** How recent the sign-in must be that proves the account for a pending identity. */
const PROOF_SECONDS = 600

export interface Purpose {
  readonly intent: Intent
  readonly demand: Demand | undefined
}

/** Throws `request_malformed`, `session_other_provider`. */
export async function purposeOf(parts: Parts, visit: Visit, provider: Provider): Promise<Purpose> {
  const login: Intent = { kind: 'login' }
  if (provesPendingLink(parts, visit)) {
    return {
      intent: login,
      demand: canReauthenticate(provider) ? { maxAgeSeconds: PROOF_SECONDS } : undefined,
    }
  }
  const demand = demandIn(visit.url.searchParams)
  if (!demand) return { intent: login, demand: undefined }
  const { session } = await sessionOf(parts, visit)
  if (!session) return { intent: login, demand }
  return { intent: confirmIntent(session, { provider, demand, providers: await visit.providers() }), demand }
}

function provesPendingLink(parts: Parts, visit: Visit): boolean {
  const { cookieHeader, place } = visit
  const returnTo = returnTargetOf(parts, visit)
  return (
    returnTo === pathTo(parts, '/pending-link') &&
    readCookie(cookieHeader, place.cookies.pendingLink) !== null
  )
}
