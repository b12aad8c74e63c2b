// A refresh token for the next one (RFC 6749 §6, RFC 9700 §2.2.2 and §4.14.2): each is for one use, and a second use is
// noticed. An honest telephone whose answer was lost on the way asks again with the same token, and must not be punished for
// it. So a token may be repeated until one of those that were given for it was used: a client that uses one of these has received an
// answer. From then on the older one is only in the hands of a thief; and so is the twin that a thief's repetition made,
// since of all that were given for one token a single one can be used (docs/decisions, "Refresh tokens that rotate").
import { LatchkeyError } from '../../errors.ts'
import type { TokenRequest } from '../../oauth/clients/token-request.ts'
import type { ReadSession } from '../../sessions/sessions.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { deviceOf } from '../session/start-session.ts'
import { endReused } from './end-reused.ts'
import { issueTokens, type RefreshPayload, refreshEndOf } from './issue-tokens.ts'
import { keyOf } from './key-of-request.ts'

type RefreshRequest = Extract<TokenRequest, { grant: 'refresh' }>

/** Marks outlive the tokens that they are about by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

export async function redeemRefreshToken(
  parts: Parts,
  visit: Visit,
  { client, refreshToken }: RefreshRequest,
): Promise<Response> {
  const { now } = parts.settings
  const opened = await parts.seal.open<RefreshPayload>('client-refresh', refreshToken, { now: now() })
  if (opened.state === 'invalid') throw invalid('The refresh token was not issued here')
  if (opened.state === 'expired') throw invalid('The refresh token has expired')
  const { payload } = opened
  // RFC 6749 §6: bound to the client that it was issued to.
  if (payload.c !== client.id) throw invalid('The refresh token was issued to another client')
  const thumbprint = await keyOf(parts, visit, { client, bound: payload.j ?? null })
  const { session } = await livingSession(parts, visit, payload)
  const endsAt = session.endsAt.getTime()
  if (!(await isUsable(parts, payload, refreshEndOf(parts, now(), endsAt)))) {
    await endReused(parts, visit, session.id)
    throw invalid('The refresh token was used before, so its session was ended')
  }
  return issueTokens(parts, { client, sessionToken: payload.t, endsAt, thumbprint, parent: payload.i })
}

async function livingSession(parts: Parts, visit: Visit, { t }: RefreshPayload): Promise<ReadSession> {
  const read = await parts.sessions.read(t, () => deviceOf(visit))
  if (!read) throw invalid('The session has ended')
  // The application's own table of users has the last word about who there is.
  if (!(await parts.people.has(read.session))) throw invalid('The user does not exist any more')
  return read
}

/** Marks it as used. False: a later one of its line was used before, or a twin of it was. */
async function isUsable(parts: Parts, { i, p }: RefreshPayload, lastUse: number): Promise<boolean> {
  const { marks } = storeOf(parts)
  const expiresAt = lastUse + CLOCKS_DIFFER_MILLISECONDS
  const isFirst = await marks.useOnce(`client-refresh:${i}`, expiresAt)
  // Of all that were given for its parent, the first that is used is the one.
  const isChosen = p === null || (await marks.useOnce(`client-refresh-next:${p}`, expiresAt))
  if (isFirst) return isChosen
  return !(await marks.isUsed(`client-refresh-next:${i}`))
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('client_grant_invalid', { detail: `${what}.` })
}
