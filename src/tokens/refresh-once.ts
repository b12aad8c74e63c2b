// One refresh at a time for each account: within this process by a shared promise, across processes and servers by a lease
// in the store. The new tokens are saved by compare-and-swap under that lease (RFC 9700 §4.14.2; docs/security-cases.md J1–J5).
import type { Lease, StoredTokens } from '../contracts/tokens.ts'
import { LatchkeyError } from '../errors.ts'
import { holdLease } from './hold-lease.ts'
import { createPauses, type Pause, type Pauses } from './pauses.ts'
import type { ProviderTokens, Vault } from './vault.ts'

/** The longest wait for the refresh of another process: in all, and between two looks at the store. */
const MOST_WAITING_MILLISECONDS = 20_000
const LONGEST_STEP_MILLISECONDS = 250
/** How often saving is tried when the store fails, because the tokens would otherwise be lost. */
const MOST_SAVES = 5

/** What is stored and can be redeemed now. */
export interface RedeemableTokens {
  readonly refreshToken: string
  readonly idToken: string | null
  readonly scopes: readonly string[]
}

export interface RefreshWish {
  /** The set of tokens that can no longer be used. Any set that has replaced it is a valid result. */
  readonly stale: StoredTokens
  /** Sends the refresh request to the provider. */
  readonly redeem: (kept: RedeemableTokens) => Promise<ProviderTokens>
  /** Called after the change was saved, in the process that saved it. */
  readonly onChange: (change: 'refreshed' | 'revoked') => Promise<void>
  /** Called for each failed refresh, whatever its result is: for the log. */
  readonly onFailure?: ((error: LatchkeyError) => void) | undefined
}

export type Refreshed =
  /** What the store contains now; null if the tokens are gone. */
  | { readonly state: 'settled'; readonly stored: StoredTokens | null }
  | ({ readonly state: 'unavailable' } & Pause)

export interface Refresher {
  /** Rejects when the store fails. */
  readonly refresh: (wish: RefreshWish) => Promise<Refreshed>
}

interface RefresherParts {
  readonly vault: Vault
  readonly newOwnerId: () => string
}

export function createRefresher({ vault, newOwnerId }: RefresherParts): Refresher {
  const { store, now } = vault
  const flights = new Map<string, Promise<Refreshed>>()
  const pauses = createPauses(now)

  async function fly(wish: RefreshWish): Promise<Refreshed> {
    const { accountId, version } = wish.stale
    let waited = 0
    for (let step = 20; ; step = Math.min(step * 1.5, LONGEST_STEP_MILLISECONDS)) {
      const held = await holdLease({ store, now, newOwnerId }, `refresh:${accountId}`, (lease) =>
        refreshUnder({ vault, pauses, lease, wish }),
      )
      if (held?.result) return held.result
      const stored = await store.tokens.find(accountId)
      if (stored?.version !== version) return { state: 'settled', stored }
      if (waited >= MOST_WAITING_MILLISECONDS) break
      await sleep(step)
      waited += step
    }
    return { state: 'unavailable', reason: 'provider_unavailable', retryAfterSeconds: 1, isRefused: false }
  }

  return {
    async refresh(wish) {
      const { accountId } = wish.stale
      const paused = pauses.find(wish.stale)
      if (paused) return { state: 'unavailable', ...paused }
      let flight = flights.get(accountId)
      if (!flight) {
        flight = fly(wish).finally(() => flights.delete(accountId))
        flights.set(accountId, flight)
      }
      return flight
    },
  }
}

interface HeldRefresh {
  readonly vault: Vault
  readonly pauses: Pauses
  readonly lease: Lease
  readonly wish: RefreshWish
}

/** Null if the lease was lost during the refresh: its new owner reports the result. */
async function refreshUnder(held: HeldRefresh): Promise<Refreshed | null> {
  const { vault, pauses, wish } = held
  const { stale } = wish
  // Read again: another owner may have finished between the caller's look and the lease.
  const stored = await vault.store.tokens.find(stale.accountId)
  if (stored?.version !== stale.version) return { state: 'settled', stored }
  const { refreshToken = null, idToken = null } = (await vault.open(stored)) ?? {}
  if (refreshToken === null) return { state: 'settled', stored }
  let tokens: ProviderTokens
  try {
    tokens = await wish.redeem({ refreshToken, idToken, scopes: stored.scopes })
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    wish.onFailure?.(error)
    if (isGrantGone(error)) return saveRevoked(held, stored)
    return { state: 'unavailable', ...pauses.begin(stored, error) }
  }
  pauses.end(stored)
  return saveRefreshed(held, stored, { tokens, redeemed: refreshToken })
}

/** RFC 6749 §5.2: the only answer that means that the refresh token is dead. */
function isGrantGone({ code, refusal }: LatchkeyError): boolean {
  return code === 'provider_refused' && refusal?.error === 'invalid_grant'
}

async function saveRefreshed(
  { vault, lease, wish }: HeldRefresh,
  stored: StoredTokens,
  { tokens, redeemed }: { readonly tokens: ProviderTokens; readonly redeemed: string },
): Promise<Refreshed | null> {
  for (let current: StoredTokens | null = stored; current; ) {
    const next = await vault.seal(current, current.version + 1, tokens)
    const condition = { ifVersion: current.version, lease }
    const outcome = await insist(() => vault.store.tokens.save(next, condition))
    if (outcome === 'saved') {
      await wish.onChange('refreshed')
      return { state: 'settled', stored: next }
    }
    // Another owner took over while this process was suspended: its result counts, not ours.
    if (outcome === 'lease-lost') return null
    current = await vault.store.tokens.find(stored.accountId)
    // A sign-in has written since. If it kept the refresh token that was just redeemed, the new one must replace it.
    const kept = current && (await vault.open(current))?.refreshToken
    if (kept !== redeemed) return { state: 'settled', stored: current }
  }
  return { state: 'settled', stored: null }
}

/** Saves only while the version is the one whose token was refused; otherwise the refusal does not apply to the stored tokens. */
async function saveRevoked(
  { vault, lease, wish }: HeldRefresh,
  stored: StoredTokens,
): Promise<Refreshed | null> {
  const revoked: StoredTokens = {
    ...stored,
    version: stored.version + 1,
    sealedAccessToken: null,
    sealedRefreshToken: null,
    sealedIdToken: null,
    revokedAt: vault.now(),
    updatedAt: vault.now(),
  }
  const outcome = await vault.store.tokens.save(revoked, { ifVersion: stored.version, lease })
  if (outcome === 'lease-lost') return null
  if (outcome === 'changed') {
    return { state: 'settled', stored: await vault.store.tokens.find(stored.accountId) }
  }
  await wish.onChange('revoked')
  return { state: 'settled', stored: revoked }
}

/** Tries to save several times: the provider has rotated the token already, so unsaved tokens are lost. */
async function insist<Result>(save: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await save()
    } catch (error) {
      const mayPass = error instanceof LatchkeyError && error.code === 'store_unavailable'
      if (!mayPass || tries >= MOST_SAVES) throw error
      await sleep(tries * 200)
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
