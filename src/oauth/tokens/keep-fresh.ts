// An access token that lives: refreshed shortly before its end, once for all who ask at the same time. For one process;
// `auth.tokens(session)` does it for many. RFC 6749 §6, RFC 9700 §4.14.2.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import { LatchkeyError } from '../../errors.ts'
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'
import type { PreviousTokens } from './refresh.ts'
import type { TokenSet } from './token-set.ts'

/** How long before its end it is refreshed. */
const EARLY_MILLISECONDS = 60_000
/** How long somebody may still arrive with a refresh token that was redeemed: they get what the redeemer got. */
const LATE_MILLISECONDS = 60_000

/** Where the application keeps one person's tokens: its own session or table, never a cookie. */
export interface TokenKeeper {
  find(): MaybePromise<TokenSet | null>
  /** After a refresh. The old refresh token may be dead by now, so what is lost here is lost. */
  save(tokens: TokenSet): MaybePromise<void>
}

export interface Freshener {
  /**
   * The keeper's tokens, refreshed where their end is near, or where an API has refused them.
   *
   * @throws LatchkeyError `token_absent`; `token_revoked` when the grant is gone; else what `refresh` throws, unless the
   * old access token still lives.
   */
  readonly find: (keeper: TokenKeeper, refused: TokenSet | null) => Promise<TokenSet>
}

interface FreshenerParts {
  readonly refresh: (refreshToken: string, previous: PreviousTokens) => Promise<TokenSet>
  readonly now: () => number
}

export function createFreshener({ refresh, now }: FreshenerParts): Freshener {
  /** By the refresh token that each redeems. */
  const flights = new Map<string, { readonly began: Moment; readonly tokens: Promise<TokenSet> }>()

  async function redeem(keeper: TokenKeeper, old: TokenSet, refreshToken: string): Promise<TokenSet> {
    const subject = old.idTokenClaims?.sub
    const answer = await refresh(refreshToken, {
      subject: typeof subject === 'string' ? subject : null,
      scopes: old.scopes ?? undefined,
    })
    const tokens: TokenSet = {
      ...answer,
      // OpenID Connect Core §12.2: a refresh need not bring an ID token; who signed in has not changed.
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
        // An outage ends nothing: the old token is used while it lives.
        if (isRefused || expiresAt === null || expiresAt <= now()) throw error
        return kept
      }
    },
  }
}

/** RFC 6749 §5.2: the one answer that says that the refresh token is dead. */
function isGrantGone(error: unknown): boolean {
  return (
    error instanceof LatchkeyError &&
    error.code === 'provider_refused' &&
    error.refusal?.error === 'invalid_grant'
  )
}
