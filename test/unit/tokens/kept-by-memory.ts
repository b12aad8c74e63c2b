// A vault over a memory store with one linked account, for the tests of this folder.
import type { Store } from '../../../src/contracts/store.ts'
import { createSeal } from '../../../src/crypto/seal.ts'
import { memory } from '../../../src/stores/memory.ts'
import { newAccount, newUser } from '../../../src/testing/contract/store/records.ts'
import { createVault, type ProviderTokens, type TokenOwner, type Vault } from '../../../src/tokens/vault.ts'

export const SECRET = 'a secret of at least thirty-two bytes'
export const OTHER_SECRET = 'another secret of at least 32 bytes!'

export interface TokenBench {
  readonly store: Store
  readonly owner: TokenOwner
  readonly vault: Vault
  readonly clock: { now: number }
  /** A vault over the same store, with other secrets. */
  readonly vaultWith: (secrets: readonly string[]) => Vault
}

export async function tokenBench(store: Store = memory()): Promise<TokenBench> {
  const clock = { now: Date.now() }
  const user = newUser()
  const account = newAccount(user.id)
  await store.users.create(user, account)
  const vaultWith = (secrets: readonly string[]): Vault =>
    createVault({ store, seal: createSeal(secrets), now: () => clock.now })
  return {
    store,
    clock,
    vaultWith,
    owner: { accountId: account.id, userId: user.id },
    vault: vaultWith([SECRET]),
  }
}

export function newTokens(fields: Partial<ProviderTokens> = {}): ProviderTokens {
  return {
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    idToken: null,
    scopes: ['openid'],
    expiresAt: null,
    ...fields,
  }
}
