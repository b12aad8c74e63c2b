// Keeps an access token valid: refreshed shortly before its end, once for concurrent callers. For one process only;
// `auth.tokens(session)` works across processes. RFC 6749 §6, RFC 9700 §4.14.2.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import { LatchkeyError } from '../../errors.ts'
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'
import type { PreviousTokens } from './refresh.ts'
import type { TokenSet } from './token-set.ts'

/** A token is refreshed this long before its end. */
const EARLY_MILLISECONDS = 60_000
/** How long a caller with a redeemed refresh token still gets the result of that redemption. */
const LATE_MILLISECONDS = 60_000

/** Where the application keeps one person's tokens: in its own session or table, never in a cookie. */
export interface TokenKeeper {
  /** Returns the person's tokens; null if there are none. */
  find(): MaybePromise<TokenSet | null>
  /** Called after a refresh. The old refresh token may be invalid by then, so tokens that are not saved are lost. */
  save(tokens: TokenSet): MaybePromise<void>
}

export interface Freshener {
  /**
   * Returns the keeper's tokens, refreshed if they are about to expire, or if an API has refused them.
   *
   * @throws LatchkeyError `token_absent`; `token_revoked` if the grant is gone; otherwise what `refresh` throws, unless the
   * old access token is still valid.
   */
  readonly find: (keeper: TokenKeeper, refused: TokenSet | null) => Promise<TokenSet>
}

interface FreshenerParts {
  readonly refresh: (refreshToken: string, previous: PreviousTokens) => Promise<TokenSet>
  readonly now: () => number
}

export function createFreshener({ refresh, now }: FreshenerParts): Freshener {
  /** By the refresh token that each of them redeems. */
  const flights = new Map<string, { readonly began: Moment; readonly tokens: Promise<TokenSet> }>()

  async function redeem(keeper: TokenKeeper, old: TokenSet, refreshToken: string): Promise<TokenSet> {
    const subject = old.idTokenClaims?.sub
    const answer = await refresh(refreshToken, {
      subject: typeof subject === 'string' ? subject : null,
      scopes: old.scopes ?? undefined,
    })
    const tokens: TokenSet = {
      ...answer,
      // OpenID Connect Core §12.2: a refresh need not return an ID token; the person has not changed.
      idToken: answer.idToken ?? old.idToken,
      idTokenClaims: answer.idTokenClaims ?? old.idTokenClaims,
    }
    await keeper.save(tokens)
    return tokens
  }

  function refreshOnce(keeper: TokenKeeper, old: TokenSet, refreshToken: string): Promise<TokenSet> {
    for (const [token, { began }] of flights) {
      if (millisecondsSince(began, now) > LATE_MILLISECONDS) flights.delete(token)
    }
    const known = flights.get(refreshToken)
    if (known) return known.tokens
    const tokens = redeem(keeper, old, refreshToken)
    flights.set(refreshToken, { began: momentAt(now), tokens })
    tokens.catch(() => flights.delete(refreshToken))
    return tokens
  }

  return {
    async find(keeper, refused) {
      const kept = await keeper.find()
      if (!kept) throw new LatchkeyError('token_absent')
      const { refreshToken, expiresAt, accessToken } = kept
      const isRefused = accessToken === refused?.accessToken
      const isNearItsEnd = expiresAt !== null && expiresAt <= now() + EARLY_MILLISECONDS
      if (refreshToken === null || !(isRefused || isNearItsEnd)) return kept
      try {
        return await refreshOnce(keeper, kept, refreshToken)
      } catch (error) {
        if (isGrantGone(error)) throw new LatchkeyError('token_revoked', { cause: error })
        // An outage revokes nothing: the old token is used until it expires.
        if (isRefused || expiresAt === null || expiresAt <= now()) throw error
        return kept
      }
    },
  }
}

/** RFC 6749 §5.2: the only answer that means that the refresh token is dead. */
function isGrantGone(error: unknown): boolean {
  return (
    error instanceof LatchkeyError &&
    error.code === 'provider_refused' &&
    error.refusal?.error === 'invalid_grant'
  )
}
