// After a secret was rotated, tokens are sealed again with the newest one: each when it is used, and all at once by a command.
import type { StoredTokens } from '../contracts/tokens.ts'
import type { Vault } from './vault.ts'

const PAGE = 100

export interface ResealCount {
  /** Sealed with the newest secret by this run. */
  readonly resealed: number
  /** No configured secret opens them: they are lost, and the person will be asked for new ones. */
  readonly unreadable: number
  readonly total: number
}

/** Seals all tokens with the newest secret that are not sealed with it yet. Safe while servers are running. */
export async function resealAll(vault: Vault): Promise<ResealCount> {
  const count = { resealed: 0, unreadable: 0, total: 0 }
  for (let after: string | null = null; ; ) {
    const page: readonly StoredTokens[] = await vault.store.tokens.list(after, PAGE)
    for (const stored of page) {
      count.total += 1
      const opened = await vault.open(stored)
      if (!opened) count.unreadable += 1
      else if (!opened.isNewestKey && (await sealAgain(vault, stored))) count.resealed += 1
    }
    after = page.at(-1)?.accountId ?? null
    if (after === null) return count
  }
}

/** Returns whether the tokens were written. Tokens that changed in between are sealed with the newest secret already. */
export async function sealAgain(vault: Vault, stored: StoredTokens): Promise<boolean> {
  const sealed = await vault.sealAgain(stored)
  if (!sealed) return false
  const outcome = await vault.store.tokens.save(sealed, { ifVersion: stored.version, lease: null })
  return outcome === 'saved'
}
