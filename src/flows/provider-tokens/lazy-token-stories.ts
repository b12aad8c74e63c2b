// The door to the provider tokens: most applications never ask for one, so what they need is loaded by the first question.
import { loadOnce } from '../../contracts/load-once.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Core } from '../request/parts.ts'
import type { Place } from '../request/place.ts'
import type { TokenStories } from './session-tokens.ts'

export interface LazyTokenStories extends TokenStories {
  /** See `revoke-tokens.ts`. Never rejects. */
  readonly prepareRevocation: (accounts: readonly LinkedAccount[]) => Promise<() => Promise<void>>
}

/** Loaded when the first token is asked for. */
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
  return {
    of(session) {
      check()
      return {
        get: async (...request) => (await load()).of(session).get(...request),
        fetch: async (...request) => (await load()).of(session).fetch(...request),
      }
    },
    ofAccount(whose) {
      check()
      return {
        get: async () => (await load()).ofAccount(whose).get(),
        fetch: async (...request) => (await load()).ofAccount(whose).fetch(...request),
      }
    },
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
