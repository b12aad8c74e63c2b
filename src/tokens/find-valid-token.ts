// From the stored tokens to a usable one: fresh as stored, refreshed, or the reason why neither is possible.
import type { StoredTokens } from '../contracts/tokens.ts'
import type { ErrorCode } from '../errors.ts'
import type { Pause } from './pauses.ts'
import type { Refresher, RefreshWish } from './refresh-once.ts'
import { sealAgain } from './reseal.ts'
import type { OpenTokens, Vault } from './vault.ts'

/** A token is refreshed this long before its end, or a tenth of its lifetime before it if that is less. */
const EARLY_MILLISECONDS = 60_000
/** If an API refuses a token that is younger than this, its age is not the reason. */
const YOUNG_MILLISECONDS = 30_000

interface UsableToken {
  readonly accessToken: string
  readonly idToken: string | null
  readonly expiresAt: number | null
  readonly scopes: readonly string[]
  readonly version: number
}

export type ValidToken =
  | ({ readonly state: 'fresh' } & UsableToken)
  | { readonly state: 'revoked'; readonly scopes: readonly string[] }
  | {
      readonly state: 'unavailable'
      readonly reason: ErrorCode
      readonly retryAfterSeconds: number
      /** The provider has refused the refresh: only the person can solve this. */
      readonly isRefused: boolean
      /** The old token, until it expires. */
      readonly old: UsableToken | null
      readonly scopes: readonly string[]
    }
  | { readonly state: 'absent' }

export interface TokenQuestion extends Omit<RefreshWish, 'stale'> {
  readonly accountId: string
  /** The version that the provider's API has just refused. */
  readonly refusedVersion: number | null
}

interface TokenParts {
  readonly vault: Vault
  readonly refresher: Refresher
}

/** Rejects when the store fails. */
export async function findValidToken(
  { vault, refresher }: TokenParts,
  question: TokenQuestion,
): Promise<ValidToken> {
  let stored = await vault.store.tokens.find(question.accountId)
  for (let isSecondLook = false; ; isSecondLook = true) {
    const opened = stored && (await vault.open(stored))
    // Tokens that cannot be opened without their secret count as absent: the person can grant new ones.
    if (!stored || !opened) return { state: 'absent' }
    if (stored.revokedAt !== null) return { state: 'revoked', scopes: stored.scopes }
    if (!opened.isNewestKey) await sealAgain(vault, stored)
    const usable = usableToken(stored, opened, vault.now())
    const isEnough = !needsRefresh(stored, question, vault.now()) || (isSecondLook && usable)
    if (usable && isEnough) return { state: 'fresh', ...usable }
    if (opened.refreshToken === null) return usable ? { state: 'fresh', ...usable } : goneBy(stored)
    if (isSecondLook)
      return later(stored, { reason: 'provider_unavailable', retryAfterSeconds: 1, isRefused: false })
    const { accountId: _, refusedVersion, ...wish } = question
    const refreshed = await refresher.refresh({ ...wish, stale: stored })
    if (refreshed.state === 'unavailable') {
      return later(stored, refreshed, stored.version === refusedVersion ? null : usable)
    }
    stored = refreshed.stored
  }
}

function usableToken(stored: StoredTokens, opened: OpenTokens, now: number): UsableToken | null {
  const { expiresAt, scopes, version } = stored
  const { accessToken, idToken } = opened
  if (accessToken === null || (expiresAt !== null && expiresAt <= now)) return null
  return { accessToken, idToken, expiresAt, scopes, version }
}

function needsRefresh(
  { expiresAt, updatedAt, version }: StoredTokens,
  { refusedVersion }: TokenQuestion,
  now: number,
): boolean {
  if (version === refusedVersion) {
    const age = now - updatedAt
    // Negative if the clock was set back, which would make every token look young.
    return age < 0 || age >= YOUNG_MILLISECONDS
  }
  if (expiresAt === null) return false
  return expiresAt - now <= Math.min(EARLY_MILLISECONDS, (expiresAt - updatedAt) / 10)
}

/** The token has expired, and there is no refresh token to replace it. */
function goneBy({ scopes }: StoredTokens): ValidToken {
  return { state: 'revoked', scopes }
}

function later(
  { scopes }: StoredTokens,
  { reason, retryAfterSeconds, isRefused }: Pause,
  old: UsableToken | null = null,
): ValidToken {
  return { state: 'unavailable', reason, retryAfterSeconds, isRefused, old, scopes }
}
