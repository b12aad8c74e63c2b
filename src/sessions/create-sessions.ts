// Creates the sessions of one application: sealed without a store, stored with one.
import type { Store } from '../contracts/store.ts'
import type { SealedSessionParts } from './sealed-sessions.ts'
import { sealedSessions } from './sealed-sessions.ts'
import { lifetimesOf, type Sessions } from './sessions.ts'
import { type StoredSessionParts, storedSessions } from './stored-sessions.ts'

/** The settings of sessions. */
export interface SessionSettings {
  readonly store: Store | null
  readonly audience: string
  readonly acceptUnbound: boolean
  readonly providers: readonly { readonly id: string }[]
  readonly idleSeconds: number
  readonly absoluteSeconds: number
  readonly cacheSeconds: number
  readonly now: () => number
}

/** The dependencies and callbacks of sessions. */
export type SessionNeeds = Pick<SealedSessionParts, 'seal' | 'onEnded'> &
  Pick<StoredSessionParts, 'platform' | 'onMade' | 'onStarted' | 'onRenewalError' | 'onMoved'>

export function createSessions(settings: SessionSettings, needs: SessionNeeds): Sessions {
  const { store, audience, cacheSeconds, now, providers } = settings
  const lifetimes = lifetimesOf(settings)
  const acceptsUnbound = settings.acceptUnbound
    ? (provider: string) => providers.some(({ id }) => id === provider)
    : undefined
  const common = { ...needs, lifetimes, now, acceptsUnbound }
  return store ? storedSessions({ ...common, store, audience, cacheSeconds }) : sealedSessions(common)
}
