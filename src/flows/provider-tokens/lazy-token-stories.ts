// Loads the code for provider tokens at its first use, since most applications do not need it.
import { loadOnce } from '../../contracts/load-once.ts'
import type { Session } from '../../contracts/session.ts'
import type { AccountOfUser, AccountTokens, SessionTokens } from '../../contracts/tokens.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Core } from '../request/parts.ts'
import type { Place } from '../request/place.ts'
import type { TokenStories } from './session-tokens.ts'

export interface LazyTokenStories extends Pick<TokenStories, 'authorize'> {
  /** Returns the tokens of a session, or of an account. */
  readonly of: TokensOf
  /** See `revoke-tokens.ts`. Never rejects. */
  readonly prepareRevocation: (accounts: readonly LinkedAccount[]) => Promise<() => Promise<void>>
}

/** The type of `auth.tokens`. */
interface TokensOf {
  (session: Session): SessionTokens
  (whose: AccountOfUser): AccountTokens
}

/** The code is loaded when a token is first requested. */
export function lazyTokenStories(core: Core, latestPlace: () => Place | null): LazyTokenStories {
  const load = loadOnce<TokenStories>(async () => {
    const { createTokenStories } = await import('./session-tokens.ts')
    return createTokenStories(core, latestPlace)
  })
  function check(): void {
    if (core.settings.keepTokens) return
    throw new LatchkeyError('config_option_invalid', {
      detail: 'Tokens are dropped after sign-in. To use them: latchkey({ keepTokens: true, store: … }).',
    })
  }
  const ofSession = (session: Session): SessionTokens => ({
    get: async (...request) => (await load()).of(session).get(...request),
    fetch: async (...request) => (await load()).of(session).fetch(...request),
  })
  const ofAccount = (whose: AccountOfUser): AccountTokens => ({
    get: async () => (await load()).ofAccount(whose).get(),
    fetch: async (...request) => (await load()).ofAccount(whose).fetch(...request),
  })
  return {
    of: ((whose: Session | AccountOfUser) => {
      check()
      return 'userId' in whose ? ofAccount(whose) : ofSession(whose)
    }) as TokensOf,
    async authorize(...request) {
      check()
      return (await load()).authorize(...request)
    },
    async prepareRevocation(accounts) {
      const place = latestPlace()
      if (!core.settings.keepTokens || !place) return async () => {}
      const { prepareRevocation } = await import('./revoke-tokens.ts')
      return prepareRevocation(core, place, accounts)
    },
  }
}
