// A refresh token for the next one (RFC 6749 §6, RFC 9700 §2.2.2 and §4.14.2): each is for one use, and a second use ends the
// session, since two have it. An honest telephone whose answer was lost on the way has to ask again with the same token: it
// says so by the `Idempotency-Key` that it chose for this refresh before it sent it. A copy of the token alone comes without
// that key (docs/decisions, "Refresh tokens that rotate").
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { randomText } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import type { TokenRequest } from '../../oauth/clients/token-request.ts'
import type { ReadSession } from '../../sessions/sessions.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { deviceOf } from '../session/start-session.ts'
import { endReused } from './end-reused.ts'
import { issueTokens, type RefreshPayload, refreshEndOf } from './issue-tokens.ts'
import { keyOf } from './key-of-request.ts'

type RefreshRequest = Extract<TokenRequest, { grant: 'refresh' }>

/** What is held outlives the token that it is about by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000
/** Of a lease at its first owner: these are never released. */
const FIRST_FENCE = 1
const LEAST_KEY_CHARACTERS = 22
const MOST_KEY_CHARACTERS = 255

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
  const owner = await ownerOf(parts, visit)
  const thumbprint = await keyOf(parts, visit, { client, bound: payload.j ?? null })
  const { session } = await livingSession(parts, visit, payload)
  const endsAt = session.endsAt.getTime()
  if (!(await isUsable(parts, payload, { owner, lastUse: refreshEndOf(parts, now(), endsAt) }))) {
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

/**
 * Whether this use is the first one, or the same once more; and of all that were given for its parent, this one is the one that
 * is used. Both are held by an owner, atomically over all servers, until the token would have expired anyway.
 */
async function isUsable(parts: Parts, { i, p }: RefreshPayload, use: RefreshUse): Promise<boolean> {
  if (!(await isOwnedBy(parts, `client-refresh:${i}`, use))) return false
  return p === null || isOwnedBy(parts, `client-refresh-next:${p}`, { ...use, owner: i })
}

interface RefreshUse {
  /** Who uses it: the key that the client chose for this refresh, hashed; else this very request. */
  readonly owner: string
  readonly lastUse: EpochMilliseconds
}

async function isOwnedBy(parts: Parts, key: string, { owner, lastUse }: RefreshUse): Promise<boolean> {
  const { tokens } = storeOf(parts)
  const expiresAt = lastUse + CLOCKS_DIFFER_MILLISECONDS
  if (await tokens.acquireLease(key, owner, { now: parts.settings.now(), expiresAt })) return true
  // It has one: only that one can renew it.
  return tokens.renewLease({ key, ownerId: owner, fence: FIRST_FENCE }, expiresAt)
}

/** Throws `client_request_invalid` for a key that could be guessed. */
async function ownerOf({ platform }: Parts, { request }: Visit): Promise<string> {
  const key = request.headers.get('idempotency-key')
  if (key === null) return randomText(16, platform.randomBytes)
  if (key.length >= LEAST_KEY_CHARACTERS && key.length <= MOST_KEY_CHARACTERS) return platform.sha256(key)
  throw new LatchkeyError('client_request_invalid', {
    detail: `Idempotency-Key must have ${LEAST_KEY_CHARACTERS} to ${MOST_KEY_CHARACTERS} characters, made at random for this refresh.`,
  })
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('client_grant_invalid', { detail: `${what}.` })
}
