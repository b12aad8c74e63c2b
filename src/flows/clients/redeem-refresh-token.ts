// Redeems a refresh token for new tokens (RFC 6749 §6, RFC 9700 §2.2.2 and §4.14.2). Each is for one use, and a second use ends
// the session, since two parties have the token. A client whose response was lost must retry with the same token: it identifies
// the retry by the `Idempotency-Key` that it chose for this refresh. An attacker with a copy of the token does not have that
// key (docs/decisions, "Refresh tokens that rotate").
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

/** A lease is kept longer than its token, by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000
/** The fence of a lease's first owner. These leases are never released. */
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
  // RFC 6749 §6: the token is bound to the client to which it was issued.
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
  // The user may have been deleted from the application's own table.
  if (!(await parts.people.has(read.session))) throw invalid('The user does not exist any more')
  return read
}

/**
 * Whether this use is the first one or its retry, and no other replacement of the parent token was used. Both are recorded as
 * leases with an owner, atomically across all servers, until the token would have expired anyway.
 */
async function isUsable(parts: Parts, { i, p }: RefreshPayload, use: RefreshUse): Promise<boolean> {
  if (!(await isOwnedBy(parts, `client-refresh:${i}`, use))) return false
  return p === null || isOwnedBy(parts, `client-refresh-next:${p}`, { ...use, owner: i })
}

interface RefreshUse {
  /** The owner: a hash of the key that the client chose for this refresh, or a random id for this request. */
  readonly owner: string
  readonly lastUse: EpochMilliseconds
}

async function isOwnedBy(parts: Parts, key: string, { owner, lastUse }: RefreshUse): Promise<boolean> {
  const { tokens } = storeOf(parts)
  const expiresAt = lastUse + CLOCKS_DIFFER_MILLISECONDS
  if (await tokens.acquireLease(key, owner, { now: parts.settings.now(), expiresAt })) return true
  // It has an owner already: only that owner can renew it.
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
