// The token vault: each token is sealed for its own row and column, so that rows cannot be swapped, and a reader of
// the database has no token (RFC 9700 §4.14, docs/features.md N11).
import type { Store } from '../contracts/store.ts'
import type { StoredTokens } from '../contracts/tokens.ts'
import type { Seal, SealPurpose } from '../crypto/seal.ts'

/** Tokens expire by the provider's word, not by ours: the last moment that a date can name. */
const NEVER = 8_640_000_000_000_000

/** What a provider answered. */
export interface ProviderTokens {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scopes: readonly string[]
  /** Epoch milliseconds; null when the provider does not say. */
  readonly expiresAt: number | null
}

/** Whose tokens they are. */
export interface TokenOwner {
  readonly accountId: string
  readonly userId: string
}

/** Tokens as they can be used. */
export interface OpenTokens {
  readonly accessToken: string | null
  readonly refreshToken: string | null
  readonly idToken: string | null
  /** False when the newest secret should seal them again. */
  readonly isNewestKey: boolean
}

export interface Vault {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A set of tokens with its version, ready to be saved. */
  readonly seal: (owner: TokenOwner, version: number, tokens: ProviderTokens) => Promise<StoredTokens>
  /** Null where none of our secrets opens them, or where they belong to another row. */
  readonly open: (stored: StoredTokens) => Promise<OpenTokens | null>
  /** The same tokens under the newest secret; version and time stay. Null where they cannot be opened. */
  readonly sealAgain: (stored: StoredTokens) => Promise<StoredTokens | null>
}

interface VaultParts {
  readonly store: Store
  readonly seal: Seal
  readonly now: () => number
}

/** What each column holds. */
const purposes = {
  sealedAccessToken: 'access-token',
  sealedRefreshToken: 'refresh-token',
  sealedIdToken: 'id-token',
} as const satisfies Readonly<Record<string, SealPurpose>>

type Column = keyof typeof purposes
type SealedColumns = Pick<StoredTokens, Column>

/** Keeps nothing itself: as many as are wanted may be made over one store. */
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
      // A row that was swapped, damaged, or sealed with a secret that is gone: half of a set is of no use.
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

/** What a sealed token is bound to: JSON, so that no two places are written alike. */
function placeOf({ userId, accountId }: TokenOwner, column: Column): string {
  return JSON.stringify([userId, accountId, column])
}
