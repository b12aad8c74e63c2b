// The actions of the account page's forms. Each is a same-origin POST and redirects back to the page.
import { unlinkAccount } from '../../accounts/unlink-account.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { readForm } from '../../web/body.ts'
import { isStorable } from '../../web/plain-text.ts'
import { redirect } from '../../web/responses.ts'
import { freshSession } from '../linking/link-account.ts'
import { prepareRevocation } from '../provider-tokens/revoke-tokens.ts'
import { type Parts, pathTo, sessionOf, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { namedReturnTarget, returnTargetOf } from '../request/return-target.ts'
import { renewSession } from '../session/renew-session.ts'
import { endSessionsOfIdentity } from '../sign-out/end-sessions-of-identity.ts'
import { endCookies } from '../sign-out/sign-out.ts'

const MOST_BYTES = 16_384

/** `POST /auth/unlink` with `account`: needs a fresh session, never removes the last account, and ends the account's sessions. */
export async function unlink(parts: Parts, visit: Visit): Promise<Response> {
  const store = storeOf(parts)
  const session = await freshSession(parts, visit)
  const accountId = await field(visit, 'account')
  const account = (await store.users.listAccounts(session.user.id)).find(({ id }) => id === accountId)
  const revoke = await prepareRevocation(parts, visit.place, account ? [account] : [])
  await unlinkAccount(store, session.user.id, accountId)
  const provider = account?.provider ?? null
  await report(parts, visit, { type: 'unlinked', userId: session.user.id, accountId, provider })
  const ended = account ? await endSessionsOf(parts, visit, account) : []
  await revoke()
  // This browser was signed in with the account that was just unlinked.
  if (ended.includes(session.id)) {
    return redirect(pathTo(parts, '/login', { notice: 'unlinked-here' }), endCookies(visit))
  }
  const setCookies = await renewSession(parts, visit, session)
  return redirect(backTo(parts, visit, 'unlinked'), setCookies)
}

/** Ends all sessions of an account that can no longer sign in. Returns their ids. */
async function endSessionsOf(parts: Parts, visit: Visit, account: LinkedAccount): Promise<readonly string[]> {
  const { userId } = account
  const sessionIds = await endSessionsOfIdentity(parts, account)
  if (sessionIds.length > 0) {
    await report(parts, visit, { type: 'sessions_ended', userId, sessionIds, by: 'person' })
  }
  return sessionIds
}

/** `POST /auth/sessions/end` with `session`: ends one of the person's own sessions. */
export async function endOneSession(parts: Parts, visit: Visit): Promise<Response> {
  const store = storeOf(parts)
  const { session } = await sessionOf(parts, visit)
  if (!session) throw new LatchkeyError('session_required')
  const sessionId = await field(visit, 'session')
  const own = await store.sessions.list(session.user.id, parts.settings.now())
  // The id of another person's session ends nothing, and the response does not reveal whether it exists.
  if (own.some(({ id }) => id === sessionId)) {
    await store.sessions.delete(sessionId)
    await report(parts, visit, { type: 'session_ended', userId: session.user.id, sessionId, by: 'person' })
  }
  if (sessionId === session.id) return redirect(returnTargetOf(parts, visit), endCookies(visit))
  return redirect(backTo(parts, visit, 'session-ended'))
}

/** `POST /auth/sessions/end-others`: only this browser stays signed in. */
export async function endOtherSessions(parts: Parts, visit: Visit): Promise<Response> {
  const store = storeOf(parts)
  const { session } = await sessionOf(parts, visit)
  if (!session) throw new LatchkeyError('session_required')
  const userId = session.user.id
  const sessionIds = await store.sessions.deleteOfUser(userId, session.id)
  await report(parts, visit, { type: 'sessions_ended', userId, sessionIds, by: 'person' })
  return redirect(backTo(parts, visit, 'sessions-ended'))
}

/** The form's `returnTo`, for the application's own account page; otherwise Latchkey's page, with a notice. */
function backTo(parts: Parts, visit: Visit, notice: string): string {
  return namedReturnTarget(parts, visit) ?? pathTo(parts, '/account', { notice })
}

async function field(visit: Visit, name: string): Promise<string> {
  const values = (await readForm(visit.request, MOST_BYTES)).getAll(name)
  const [value] = values
  // Ids are short and plain; some stores throw for other text.
  if (values.length !== 1 || !value || value.length > 255 || !isStorable(value)) {
    throw new LatchkeyError('request_malformed', {
      detail: `The field ${name} is missing, repeated or no handle.`,
    })
  }
  return value
}
