// The memory store's linked accounts.
import type { IdentityKey } from '../../../contracts/identity.ts'
import type { LinkedAccount } from '../../../contracts/user.ts'

export class MemoryAccounts {
  readonly #accounts = new Map<string, LinkedAccount>()

  find(key: IdentityKey): LinkedAccount | null {
    return this.#accounts.get(identityText(key)) ?? null
  }

  /** Replaces the account that has this identity, if any. */
  put(account: LinkedAccount): void {
    this.#accounts.set(identityText(account), Object.freeze({ ...account }))
  }

  delete(key: IdentityKey): void {
    this.#accounts.delete(identityText(key))
  }

  ofUser(userId: string): readonly LinkedAccount[] {
    return this.select((account) => account.userId === userId)
  }

  /** Oldest first. */
  select(matches: (account: LinkedAccount) => boolean): readonly LinkedAccount[] {
    return [...this.#accounts.values()]
      .filter(matches)
      .sort((a, b) => a.linkedAt - b.linkedAt || compareText(a.id, b.id))
  }

  some(matches: (account: LinkedAccount) => boolean): boolean {
    return [...this.#accounts.values()].some(matches)
  }
}

/** A map key for the pair; the length keeps two pairs from sharing one. */
function identityText({ issuer, subject }: IdentityKey): string {
  return `${issuer.length}:${issuer}${subject}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
