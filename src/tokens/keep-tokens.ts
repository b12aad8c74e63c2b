// After a sign-in: saves the provider's tokens as the account's set of tokens.
import type { StoredTokens } from '../contracts/tokens.ts'
import { LatchkeyError } from '../errors.ts'
import type { OpenTokens, ProviderTokens, TokenOwner, Vault } from './vault.ts'

/** Concurrent writers are refreshes, and sign-ins of the same person in another browser. */
const MOST_TRIES = 5

export interface NewGrant {
  readonly tokens: ProviderTokens
  /** True if all scopes were requested, so that fewer scopes mean a smaller grant; a plain sign-in requests only the least. */
  readonly isWholeGrant: boolean
}

/**
 * Saves the tokens of a sign-in. A stored refresh token stays if no new one came (RFC 6749 §5.1: it is optional), and a stored
 * grant with more scopes stays if a plain sign-in was granted only a part of them.
 */
export async function keepTokens(
  vault: Vault,
  owner: TokenOwner,
  { tokens, isWholeGrant }: NewGrant,
): Promise<void> {
  const { store } = vault
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const current = await store.tokens.find(owner.accountId)
    const kept = current && current.revokedAt === null ? await vault.open(current) : null
    if (!isWholeGrant && current && kept && isWiderGrant(current, kept, tokens)) return
    const next = await vault.seal(owner, (current?.version ?? 0) + 1, {
      ...tokens,
      refreshToken: tokens.refreshToken ?? kept?.refreshToken ?? null,
    })
    if ((await store.tokens.save(next, { ifVersion: current?.version ?? null, lease: null })) === 'saved')
      return
  }
  throw new LatchkeyError('store_unavailable', { detail: 'The tokens changed at each try to save them.' })
}

/** A plain sign-in requests fewer scopes than the person may have granted later; it must not replace that wider grant. */
function isWiderGrant(current: StoredTokens, kept: OpenTokens, { scopes }: ProviderTokens): boolean {
  if (kept.refreshToken === null || current.scopes.length <= scopes.length) return false
  return scopes.every((scope) => current.scopes.includes(scope))
}
