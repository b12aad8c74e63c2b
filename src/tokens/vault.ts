// The token vault: each token is sealed for its own row and column, so that rows cannot be swapped, and a person who can read the
// database gets no token (RFC 9700 §4.14, docs/features.md N11).
import type { Store } from '../contracts/store.ts'
import type { StoredTokens } from '../contracts/tokens.ts'
import type { Seal, SealPurpose } from '../crypto/seal.ts'

/** The seal never expires, because the provider decides when a token does: the latest moment that a Date can hold. */
const NEVER = 8_640_000_000_000_000

/** The tokens of a provider's answer. */
export interface ProviderTokens {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scopes: readonly string[]
  /** Epoch milliseconds; null if the provider does not say. */
  readonly expiresAt: number | null
}

/** The account and the user that the tokens belong to. */
export interface TokenOwner {
  readonly accountId: string
  readonly userId: string
}

/** Decrypted tokens. */
export interface OpenTokens {
  readonly accessToken: string | null
  readonly refreshToken: string | null
  readonly idToken: string | null
  /** False if the tokens should be sealed again with the newest secret. */
  readonly isNewestKey: boolean
}

export interface Vault {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Seals a set of tokens with its version, ready to be saved. */
  readonly seal: (owner: TokenOwner, version: number, tokens: ProviderTokens) => Promise<StoredTokens>
  /** Null if none of the secrets opens the tokens, or if they belong to another row. */
  readonly open: (stored: StoredTokens) => Promise<OpenTokens | null>
  /** Seals the same tokens with the newest secret; version and time stay. Null if they cannot be opened. */
  readonly sealAgain: (stored: StoredTokens) => Promise<StoredTokens | null>
}

interface VaultParts {
  readonly store: Store
  readonly seal: Seal
  readonly now: () => number
}

/** The purpose of each column's seal. */
const purposes = {
  sealedAccessToken: 'access-token',
  sealedRefreshToken: 'refresh-token',
  sealedIdToken: 'id-token',
} as const satisfies Readonly<Record<string, SealPurpose>>

type Column = keyof typeof purposes
type SealedColumns = Pick<StoredTokens, Column>

/** Has no state: any number of vaults can use one store. */
export function createVault({ store, seal, now }: VaultParts): Vault {
  async function sealColumns(
    owner: TokenOwner,
    { accessToken, refreshToken, idToken }: Omit<OpenTokens, 'isNewestKey'>,
  ): Promise<SealedColumns> {
    const sealed = async (column: Column, token: string | null): Promise<string | null> =>
      token === null
        ? null
        : seal.seal(purposes[column], token, { expiresAt: NEVER, context: placeOf(owner, column) })
    return {
      sealedAccessToken: await sealed('sealedAccessToken', accessToken),
      sealedRefreshToken: await sealed('sealedRefreshToken', refreshToken),
      sealedIdToken: await sealed('sealedIdToken', idToken),
    }
  }

  async function open(stored: StoredTokens): Promise<OpenTokens | null> {
    let isNewestKey = true
    const opened = async (column: Column): Promise<string | null> => {
      const token = stored[column]
      if (token === null) return null
      const result = await seal.open<string>(purposes[column], token, {
        now: now(),
        context: placeOf(stored, column),
      })
      if (result.state !== 'valid') throw new TypeError('This token cannot be opened.')
      isNewestKey &&= result.isNewestKey
      return result.payload
    }
    try {
      const accessToken = await opened('sealedAccessToken')
      const refreshToken = await opened('sealedRefreshToken')
      const idToken = await opened('sealedIdToken')
      return { accessToken, refreshToken, idToken, isNewestKey }
    } catch {
      // A row that was swapped or damaged, or sealed with a secret that is gone: half of a set is useless.
      return null
    }
  }

  return {
    store,
    now,
    open,
    async seal({ accountId, userId }, version, tokens) {
      const { scopes, expiresAt } = tokens
      const sealed = await sealColumns({ accountId, userId }, tokens)
      return { accountId, userId, version, ...sealed, scopes, expiresAt, revokedAt: null, updatedAt: now() }
    },
    async sealAgain(stored) {
      const opened = await open(stored)
      return opened && { ...stored, ...(await sealColumns(stored, opened)) }
    },
  }
}

/** The place that a sealed token is bound to. JSON, so that different places never have the same text. */
function placeOf({ userId, accountId }: TokenOwner, column: Column): string {
  return JSON.stringify([userId, accountId, column])
}
